"""All that the rules find in texts as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from cleaners.edits import Edit
from cleaners.typos.capitals import half_lost, names_in_small_letters
from cleaners.typos.copies import left_out
from cleaners.typos.doubled import doubled_words
from cleaners.typos.grammar import countries, have_doing, headline_capitals
from cleaners.typos.page import page_of
from cleaners.typos.real_words import real_words
from cleaners.typos.spacing import stray_spaces
from cleaners.typos.speller import Speller
from cleaners.typos.tokens import Noted
from cleaners.typos.words import Doubt, doubts, weighed


def finds_in(texts: Sequence[str], speller: Speller, right: Collection[str]) -> list[tuple[Edit, ...]]:
    """The finds in each text; the words called `right` are never corrected."""
    seen: list[list[Edit]] = []
    unsure: list[list[Doubt]] = []
    for text in texts:
        chunks = text.split()
        words = Counter(chunks)
        noted = speller.filter.look(words.keys(), right)
        seen.append([*doubled_words(text, chunks), *_by_rule(text, words, noted, speller)])
        suspects = noted.suspects
        unsure.append(list(doubts(page_of(text, words, suspects), suspects, speller)) if suspects else [])
    # The doubts of all texts are weighed at once: a call for each costs more than the weighing.
    return [(*one, *other) for one, other in zip(seen, weighed(unsure, speller.confidence), strict=True)]


def _by_rule(text: str, words: Counter[str], noted: Noted, speller: Speller) -> Iterator[Edit]:
    yield from stray_spaces(text)
    yield from half_lost(text, noted.cues)
    yield from names_in_small_letters(text, words.keys(), speller.also_names)
    yield from real_words(text, words.keys(), noted.cues)
    yield from have_doing(text, speller.lexicon)
    yield from countries(text, words.keys())
    yield from headline_capitals(text, words)
    yield from left_out(text)
