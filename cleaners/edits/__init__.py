"""What a change to a text is: a value that can be applied, undone, composed and checked."""

from faircopy.cleaners.edits.apply import StaleEdit, apply, undo
from faircopy.cleaners.edits.compose import Hunk, compose
from faircopy.cleaners.edits.edit import APPLIED, REJECTED, SUGGESTED, Edit, LoggedEdit, edit_id
from faircopy.cleaners.edits.fair_copy import FairCopy, UnaccountedChange, make_fair_copy

__all__ = [
    "APPLIED",
    "REJECTED",
    "SUGGESTED",
    "Edit",
    "FairCopy",
    "Hunk",
    "LoggedEdit",
    "StaleEdit",
    "UnaccountedChange",
    "apply",
    "compose",
    "edit_id",
    "make_fair_copy",
    "undo",
]
