"""The stage `names`: writes people, places and organisations as the packs and the chosen house style do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.names.detect import NameDetector
from faircopy.cleaners.names.name_index import NameIndex
from faircopy.cleaners.stage import Document, Findings

if TYPE_CHECKING:
    from faircopy.cleaners.resources import Resources


def normalise_names(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Propose an edit for every name that the packs or the chosen style write differently.

    A form that the user lists among their own words (`words` in the options) is left alone.
    """
    index, own_words = resources.names, resources.options.words
    return [
        Findings(tuple(edit for edit in names_in(document.text, index) if edit.before not in own_words))
        for document in batch
    ]


def load_names(resources: Resources) -> NameIndex:
    """Read the packs. Raises `PackError` or `UnknownStyle`."""
    return resources.names


def names_in(text: str, index: NameIndex) -> Iterator[Edit]:
    """Yield applied and suggested name edits. Applied edits do not overlap, except with fuzzy matches."""
    return NameDetector(text, index).edits()
