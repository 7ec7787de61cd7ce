"""Slips of hand and memory: words no list knows, joined, split and doubled words, stray spaces, lost capitals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.typos.detect import finds_in
from faircopy.cleaners.typos.fixpoint import until_settled


def correct_typos(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """What is surely mistyped in each document, and what may be."""
    find = partial(finds_in, speller=resources.speller, right=resources.options.words)
    return list(map(Findings, until_settled([document.text for document in batch], find, resources.options)))
