"""Typing errors: words in no word list, joined, split and doubled words, stray spaces, lost capitals."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.typos.detect import detect_typos


def correct_typos(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Propose corrections for each document: certain ones to apply, others as suggestions."""
    texts = [document.text for document in batch]
    return list(map(Findings, detect_typos(texts, resources.speller, resources.options.words)))
