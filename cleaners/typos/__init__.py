"""Slips of hand and memory: words no list knows, joined, split and doubled words, stray spaces, lost capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from cleaners.document import Document, Findings
from cleaners.edits import Edit
from cleaners.resources import Resources
from cleaners.typos.capitals import half_lost, names_in_small_letters
from cleaners.typos.copies import left_out
from cleaners.typos.doubled import doubled_words
from cleaners.typos.grammar import countries, have_doing, headline_capitals
from cleaners.typos.page import page_of
from cleaners.typos.real_words import real_words
from cleaners.typos.rounds import until_settled
from cleaners.typos.spacing import stray_spaces
from cleaners.typos.words import doubts, weighed


def correct_typos(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """What is surely mistyped in each document, and what may be."""
    find = partial(_finds, resources=resources)
    return [Findings(until_settled(document.text, find, resources.options)) for document in batch]


def _finds(text: str, resources: Resources) -> Iterator[Edit]:
    speller = resources.speller
    chunks = text.split()
    yield from doubled_words(text, chunks)
    yield from stray_spaces(text)
    yield from half_lost(text)
    words = Counter(chunks)
    yield from names_in_small_letters(text, words.keys(), speller)
    yield from real_words(text, words.keys())
    yield from have_doing(text, speller.lexicon)
    yield from countries(text, words.keys())
    yield from headline_capitals(text)
    yield from left_out(text)
    suspects = speller.filter.suspects(words.keys(), resources.options.words)
    if suspects:
        page = page_of(text, words, suspects)
        yield from weighed(doubts(page, suspects, speller), speller.confidence)
