"""The stage as a whole: white space alone, and that tidying twice changes nothing more."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy import clean


def test_white_space_alone_leaves_nothing():
    assert clean(" \n\t \n", only="layout").text == ""


PIECES = [*" \n\t\r\N{NO-BREAK SPACE}—`", "  ", "\n\n", "Oslo", "NTB", "word", "ends.", "the", "and so on"]
PIECES += [
    "The ferry to the outer islands was cancelled on Friday",
    "the old bridge would be repaired, they said, before long,",
]


@settings(max_examples=600, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=25,
    ).map("".join)
)
def test_tidying_twice_changes_nothing_more(text):
    once = clean(text, only="layout").text
    assert clean(once, only="layout").text == once
