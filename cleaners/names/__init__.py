"""The stage `names`: people, places and organisations as the packs and the chosen style write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.document import Document, Findings
from cleaners.edits import Edit
from cleaners.names.finding import Finder
from cleaners.names.table import Table

if TYPE_CHECKING:
    from cleaners.resources import Resources


def normalise_names(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Find names to be written as the packs and the chosen style have them."""
    table = resources.names
    return [Findings(tuple(names_in(document.text, table))) for document in batch]


def names_in(text: str, table: Table) -> Iterator[Edit]:
    """Every name to change or to suggest a change for; no two that are applied overlap, but for slips."""
    return Finder(text, table).edits()
