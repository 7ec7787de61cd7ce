"""A change is shown with the whole words it touches, but never with a whole page."""

import pytest

from faircopy.viewer.differences import Difference
from faircopy.viewer.widening import LONGEST_WIDENING, widen


def widened(old: str, new: str, *differences: Difference) -> list[tuple[str, str]]:
    return [
        (old[found.old_start : found.old_end], new[found.new_start : found.new_end])
        for found in widen(old, new, differences)
    ]


@pytest.mark.parametrize("length", [LONGEST_WIDENING - 1, LONGEST_WIDENING, LONGEST_WIDENING + 1, 10_000])
def test_at_most_so_many_code_points_of_a_long_word_are_shown(length):
    run, shown = "x" * length, "x" * min(length, LONGEST_WIDENING)
    old, new = f"{run}1{run}", f"{run}2{run}"
    assert widened(old, new, Difference(length, length + 1, length, length + 1)) == [
        (f"{shown}1{shown}", f"{shown}2{shown}")
    ]


def test_two_changes_in_one_word_become_one():
    old, new = "not foreoverr then", "not forever then"
    assert widened(old, new, Difference(8, 9, 8, 8), Difference(12, 13, 11, 11)) == [("foreoverr", "forever")]


def test_two_changes_in_two_words_stay_apart():
    old, new = "teh cta", "the cat"
    assert widened(old, new, Difference(1, 3, 1, 3), Difference(5, 7, 5, 7)) == [("teh", "the"), ("cta", "cat")]
