"""Counts of the capitalised words of a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.text.proper_names import NameCounts, name_in, one_edit_apart, opens_sentence


def test_counts_names_without_their_possessive() -> None:
    names = NameCounts("Melitopol fell. “Melitopol’s port is shut,” said Ivan. He left Melitopol, he said.")
    assert names.counts["Melitopol"] == 3
    assert names.count_in_sentences("Melitopol") == 1
    assert names.count_in_sentences("Kyiv") == 0


@pytest.mark.parametrize(
    ("chunk", "name"),
    [("(Kyiv,", "Kyiv"), ("“Putin’s", "Putin"), ("kyiv", ""), ("Kiev-Moscow", "Kiev-Moscow"), ("—", "")],
)
def test_name_in_a_chunk(chunk: str, name: str) -> None:
    assert name_in(chunk) == name


@pytest.mark.parametrize(
    ("text", "at", "opens"),
    [
        ("Kyiv fell", 0, True),
        ("In Kyiv", 3, False),
        ("It fell. Kyiv", 9, True),
        ("He said: “Kyiv", 10, True),
        ("a\nKyiv", 2, True),
    ],
)
def test_where_a_sentence_opens(text: str, at: int, opens: bool) -> None:
    assert opens_sentence(text, at) is opens


def test_names_one_edit_away_most_frequent_first() -> None:
    names = NameCounts("Benioff met Benioff and Beniof and Beniofs.")
    assert names.one_edit_from("Beniof") == ["Benioff", "Beniofs"]


@given(st.text("abc", min_size=1, max_size=6), st.data())
def test_one_edit_is_one_edit_either_way(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcx"))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for other in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        swapped,
    ):
        if other != word:
            assert one_edit_apart(word, other)
            assert one_edit_apart(other, word)
