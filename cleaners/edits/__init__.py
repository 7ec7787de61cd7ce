"""What a change to a text is: a value that can be applied, undone, composed and checked."""

from cleaners.edits.apply import StaleEdit, apply, undo
from cleaners.edits.compose import Hunk, compose
from cleaners.edits.edit import APPLIED, REJECTED, SUGGESTED, Edit, LoggedEdit, edit_id
from cleaners.edits.fair_copy import FairCopy, UnaccountedChange, make_fair_copy

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
