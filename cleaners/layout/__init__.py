"""Spaces, line breaks and paragraphs.

Every stretch of white space is decided once, so the rules of this stage never overlap: first the
places where a sentence was broken (`joins`), then the rest (`spacing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.edits import Edit, apply, compose
from faircopy.cleaners.layout.joins import broken_sentences
from faircopy.cleaners.layout.spacing import FRENCH_SPACE, tidy_spaces
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.text.language import language_of
from faircopy.cleaners.text.preformatted import carried, spans_in, sparing


def tidy_layout(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """One space between words, one blank line between paragraphs, one newline at the end; code keeps its spaces."""
    return [Findings(tuple(_tidy(document, _is_french(document)))) for document in batch]


def _is_french(document: Document) -> bool:
    """Whether a text that has a space of French typography is French."""
    if not FRENCH_SPACE.search(document.text):
        return False
    return (document.notes.get("language") or language_of(document.text)) == "fr"


def _tidy(document: Document, french: bool) -> list[Edit]:
    """The edits after which nothing is left to tidy: a broken sentence may show only once the spaces are right."""
    passes: list[list[Edit]] = []
    tidied, preformatted = document.text, spans_in(document.notes)
    while edits := sparing(preformatted, _one_pass(tidied, french)):
        passes.append(edits)
        tidied, preformatted = apply(tidied, edits), carried(preformatted, edits)
    return passes[0] if len(passes) == 1 else _folded(document.text, tidied, passes)


def _one_pass(text: str, french: bool) -> list[Edit]:
    joins = {edit.start: edit for edit in broken_sentences(text)}
    spaces = [edit for edit in tidy_spaces(text, french) if edit.start not in joins]
    return sorted([*joins.values(), *spaces], key=lambda edit: edit.start)


def _folded(text: str, tidied: str, passes: list[list[Edit]]) -> list[Edit]:
    """Several passes as one: each change takes its rule from the pass that had the last word."""
    out = []
    for hunk in compose(text, tidied, passes):
        number, place = hunk.edits[-1]
        last = passes[number][place]
        before, after = text[hunk.raw_start : hunk.raw_end], tidied[hunk.clean_start : hunk.clean_end]
        if before != after:
            out.append(Edit("layout", last.rule, hunk.raw_start, before, after, last.reason, last.confidence))
    return out
