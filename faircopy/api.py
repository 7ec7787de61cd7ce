"""What the package `faircopy` offers: clean a text, open a table of cleaned texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.cleaners.edits import Edit, FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS, stages_named
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document
from faircopy.errors import FaircopyError

if TYPE_CHECKING:
    from faircopy.corpus.table.reader import Table

__all__ = ["Edit", "FairCopy", "HeldBack", "clean", "open_table"]


class HeldBack(FaircopyError, ValueError):
    """A text that is not published; the message is the reason."""


def clean(text: str, *, only: str | None = None, style: str = "default") -> FairCopy:
    """Clean one English news text.

    `only` names stages, separated by commas; `style` is a house style of the packs. Raises
    `ValueError` for a stage that does not exist and `HeldBack` for a text that must not be published.
    """
    recipe = NEWS if only is None else NEWS.only(stages_named(only))
    [copy] = clean_batch([Document("text", text)], recipe, _resources(style))
    if isinstance(copy, Held):
        raise HeldBack(copy.reason)
    return copy


def open_table(clean: str | Path) -> Table:
    """The texts that `faircopy run` left in a folder: every version of each, with its edits.

    Raises `faircopy.corpus.table.reader.TableMissing` (a `LookupError`) where there is no table.
    """
    from faircopy.corpus.table import reader as table

    return table.open_table(clean)


@cache
def _resources(style: str) -> Resources:
    return Resources(Options(style=style))
