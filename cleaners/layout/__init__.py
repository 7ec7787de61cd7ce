"""The stage `layout`: spaces, line breaks and paragraphs.

Each run of white space gets at most one edit: one that joins a broken sentence (`joins`) takes
precedence over one that tidies spaces (`spacing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.layout.joins import broken_sentences
from faircopy.cleaners.layout.spacing import FRENCH_SPACE, tidy_spaces
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.text.language import language_of
from faircopy.cleaners.text.preformatted import spans_in, spare_preformatted


def tidy_layout(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Propose edits to one space between words, one blank line between paragraphs and one final newline.

    Preformatted spans keep their spaces.
    """
    return [Findings(tuple(spare_preformatted(spans_in(document.notes), _edits(document)))) for document in batch]


def _edits(document: Document) -> list[Edit]:
    joins = list(broken_sentences(document.text))
    joined = {edit.start for edit in joins}
    spaces = tidy_spaces(document.text, _is_french(document))
    return [*joins, *(edit for edit in spaces if edit.start not in joined)]


def _is_french(document: Document) -> bool:
    """Whether the text is French, detected only if it has a space that French typography would ask for."""
    if not FRENCH_SPACE.search(document.text):
        return False
    return (document.notes.get("language") or language_of(document.text)) == "fr"
