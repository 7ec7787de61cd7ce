"""The stage `names`: people, places and organisations as the packs and the chosen style write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.names.detect import Finder
from faircopy.cleaners.names.name_index import Table
from faircopy.cleaners.stage import Document, Findings

if TYPE_CHECKING:
    from faircopy.cleaners.resources import Resources


def normalise_names(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Find names to be written as the packs and the chosen style have them; the user's own words stay."""
    table, words = resources.names, resources.options.words
    return [Findings(tuple(_kept(names_in(document.text, table), words))) for document in batch]


def _kept(edits: Iterator[Edit], words: frozenset[str]) -> Iterator[Edit]:
    return (edit for edit in edits if edit.before not in words) if words else edits


def names_in(text: str, table: Table) -> Iterator[Edit]:
    """Every name to change or to suggest a change for; no two that are applied overlap, but for slips."""
    return Finder(text, table).edits()
