"""Spaces, line breaks and paragraphs.

Every stretch of white space is decided once, so the rules of this stage never overlap: first the
places where a sentence was broken (`joins`), then the rest (`spacing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.layout.joins import broken_sentences
from faircopy.cleaners.layout.spacing import FRENCH_SPACE, tidy_spaces
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.text.language import language_of
from faircopy.cleaners.text.preformatted import spans_in, sparing


def tidy_layout(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """One space between words, one blank line between paragraphs, one newline at the end; code keeps its spaces."""
    return [Findings(tuple(sparing(spans_in(document.notes), _edits(document)))) for document in batch]


def _edits(document: Document) -> list[Edit]:
    joins = {edit.start: edit for edit in broken_sentences(document.text)}
    spaces = tidy_spaces(document.text, _is_french(document))
    return [*joins.values(), *(edit for edit in spaces if edit.start not in joins)]


def _is_french(document: Document) -> bool:
    """Whether a text that has a space of French typography is French."""
    if not FRENCH_SPACE.search(document.text):
        return False
    return (document.notes.get("language") or language_of(document.text)) == "fr"
