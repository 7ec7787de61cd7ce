"""The lists written by hand: no misspelling is a word or a name, no name a word."""

from __future__ import annotations

import pytest

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.lexicon.anagram_index import Shelves
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, RARE_WORD

LEXICON = Resources().speller.lexicon


def test_no_misspelling_is_right_and_every_meant_word_is() -> None:
    for wrong, right in LEXICON.meant.items():
        assert not LEXICON.flags(wrong) & (GOOD | RARE_WORD | NAME), wrong
        assert all(LEXICON.flags(word) & (GOOD | NAME) for word in right.split(" ")), right


def test_names_always_written_with_a_capital_are_no_words() -> None:
    for name in LEXICON.always_capitalised:
        assert LEXICON.flags(name) & NAME, name
        assert not LEXICON.flags(name) & (GOOD | RARE_WORD), name
    assert LEXICON.always_capitalised.isdisjoint({"march", "may", "august", "china", "turkey", "polish", "nice"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("seperetely", "separately"),  # two letters unlike
        ("oportunety", "opportunity"),  # one letter dropped, one unlike
        ("pportunity", ""),  # the initial counts
        ("opportunity", ""),  # a word is not near itself
    ],
)
def test_words_with_two_slips_that_leave_no_common_deletion(typed: str, meant: str) -> None:
    shelves = Shelves(["opportunity", "separately", "separateness"])
    assert shelves.nearly(typed) == ([meant] if meant else [])


def test_letters_in_another_order() -> None:
    shelves = Shelves(["form", "from", "frome", "zoë"])
    assert shelves.jumbled("fmro") == ["form", "from"]
    assert shelves.jumbled("from") == ["form"]
    assert shelves.jumbled("zeö") == shelves.jumbled("mfro") == []
