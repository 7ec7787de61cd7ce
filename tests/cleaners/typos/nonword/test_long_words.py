"""Words longer than any that could be meant are not searched for edits: that took minutes for one of 4,000 letters."""

from __future__ import annotations

import pytest

from faircopy.cleaners.typos.word_filter import LONGEST_WORD


@pytest.mark.parametrize("length", [LONGEST_WORD + 1, 4_000, 40_000])
@pytest.mark.parametrize("form", [str.lower, str.capitalize])
def test_a_very_long_word_is_left_alone(correct, length, form):
    text = f"The goverment said {form(('abcdefghij' * length)[:length])} on Monday."
    assert correct(text).text == text.replace("goverment", "government")


def test_two_joined_words_of_ordinary_length_are_still_split(correct):
    assert correct("It was the basis forinternational talks.").text == "It was the basis for international talks."
