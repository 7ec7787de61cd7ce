"""Words that are two edits away, by their letters."""

from __future__ import annotations

import pytest

from faircopy.cleaners.typos.lexicon.length_index import LengthIndex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("seperetely", "separately"),  # two other letters
        ("oportunety", "opportunity"),  # one letter dropped, one changed
        ("pportunity", ""),  # the initial counts
        ("opportunity", ""),  # a word is not two edits from itself
    ],
)
def test_words_two_edits_away_that_share_no_deletion(typed: str, meant: str) -> None:
    index = LengthIndex(["opportunity", "separately", "separateness"])
    assert index.two_edits_from(typed) == ([meant] if meant else [])


def test_letters_in_another_order() -> None:
    index = LengthIndex(["form", "from", "frome", "zoë"])
    assert index.anagrams("fmro") == ["form", "from"]
    assert index.anagrams("from") == ["form"]
    assert index.anagrams("zeö") == index.anagrams("mfro") == []
