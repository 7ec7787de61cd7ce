"""Slips of hand and memory: words no list knows, joined, split and doubled words, stray spaces, lost capitals."""

from __future__ import annotations

from collections.abc import Sequence

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.typos import rule_list  # noqa: F401 (registers the stage's rules)
from faircopy.cleaners.typos.detect import finds_in


def correct_typos(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """What is surely mistyped in each document, and what may be."""
    texts = [document.text for document in batch]
    return list(map(Findings, finds_in(texts, resources.speller, resources.options.words)))
