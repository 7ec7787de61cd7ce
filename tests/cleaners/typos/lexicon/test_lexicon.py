"""The lists written by hand: no misspelling is a word or a name, no name a word."""

from __future__ import annotations

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, RARE_WORD

LEXICON = Resources().speller.lexicon


def test_a_misspelling_is_no_word_and_its_correction_is_one() -> None:
    for wrong, right in LEXICON.misspellings.items():
        assert not LEXICON.flags(wrong) & (GOOD | RARE_WORD | NAME), wrong
        assert all(LEXICON.flags(word) & (GOOD | NAME) for word in right.split(" ")), right


def test_names_always_written_with_a_capital_are_no_words() -> None:
    for name in LEXICON.always_capitalised:
        assert LEXICON.flags(name) & NAME, name
        assert not LEXICON.flags(name) & (GOOD | RARE_WORD), name
    assert LEXICON.always_capitalised.isdisjoint({"march", "may", "august", "china", "turkey", "polish", "nice"})
