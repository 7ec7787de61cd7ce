"""The functions and classes that `import faircopy` offers."""

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
    """A text must not be published; the message is the reason."""


def clean(text: str, *, only: str | None = None, style: str = "default") -> FairCopy:
    """Clean one English news text.

    `only` is a list of stages separated by commas, `style` a house style for names. Raises `ValueError` for an
    unknown stage or style, and `HeldBack` for a text that must not be published.
    """
    recipe = NEWS if only is None else NEWS.only(stages_named(only))
    [copy] = clean_batch([Document("text", text)], recipe, _resources(style))
    if isinstance(copy, Held):
        raise HeldBack(copy.reason)
    return copy


def open_table(clean: str | Path) -> Table:
    """Open the table in a folder that `faircopy run` wrote: every version of every text, with its edits.

    Raises `faircopy.corpus.table.reader.TableMissing` (a `LookupError`) if the folder has no table.
    """
    from faircopy.corpus.table import reader as table

    return table.open_table(clean)


@cache
def _resources(style: str) -> Resources:
    return Resources(Options(style=style))
