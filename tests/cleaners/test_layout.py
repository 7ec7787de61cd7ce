"""The layout stage: before and after, what must not change, and that twice is the same as once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy import clean

WRAPPED = """\
The harbour board said on Monday that the dredging of the eastern basin
would begin in the second week of March, provided that the weather held
and the two barges hired for the work arrived from the yard in time for
the spring tides.
"""
UNWRAPPED = " ".join(WRAPPED.split("\n")).strip() + "\n"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("two  spaces\n", "two spaces\n", "wide-gap"),
        ("a sentence.  Another.\n", "a sentence. Another.\n", "wide-gap"),
        ("no\N{NO-BREAK SPACE}break\n", "no break\n", "odd-space"),
        ("thin\N{THIN SPACE}space\n", "thin space\n", "odd-space"),
        ("mixed\N{NO-BREAK SPACE} gap\n", "mixed gap\n", "wide-gap"),
        ("line end  \nnext\n", "line end\nnext\n", "trailing-space"),
        ("one\n\n\n\ntwo\n", "one\n\ntwo\n", "blank-lines"),
        ("one\n \t \ntwo\n", "one\n\ntwo\n", "blank-lines"),
        ("\n\n  first\n", "first\n", "leading-space"),
        ("no newline", "no newline\n", "final-newline"),
        ("three newlines\n\n\n", "three newlines\n", "final-newline"),
        (
            "Oslo\nNTB\n — \n\nThe ferry to the outer islands was cancelled on Friday.\n",
            "Oslo NTB — The ferry to the outer islands was cancelled on Friday.\n",
            "dateline",
        ),
        (
            "New York\n–\nThe ferry to the outer islands was cancelled on Friday.\n",
            "New York – The ferry to the outer islands was cancelled on Friday.\n",
            "dateline",
        ),
        (
            "The council had promised for years that the old bridge would be repaired before\n\n"
            "the winter storms arrived, but the money never came.\n",
            "The council had promised for years that the old bridge would be repaired before "
            "the winter storms arrived, but the money never came.\n",
            "split-paragraph",
        ),
        (WRAPPED, UNWRAPPED, "wrapped-lines"),
    ],
)
def test_tidies(before, after, rule):
    copy = clean(before, only="layout")
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {f"layout/{rule}"}


MUST_NOT_CHANGE = {
    "paragraphs": "One.\n\nTwo.\n",
    "single line breaks": "One.\nTwo.\n",
    "an indent is somebody's choice": "He wrote:\n\n    a block of code\n    and more of it\n\nThen he left.\n",
    "tabs": "Name\tVotes\nSmith\t12\n",
    "a table in columns": "Club          P    W    Pts\nHarbour      10    7     21\nOld Town     10    4     12\n",
    "a two-column table": "Flour     200 g\nButter    100 g\nSugar      50 g\n",
    "verse": "The tide came up the harbour wall\nand took the rope, the boat, and all\n"
    "the names we painted on her side\n"
    "the summer that the captain died.\n",
    "a list in lower case": "You will need these before you start:\n\nflour, butter and sugar\n\ntwo large eggs\n",
    "a heading before a lower-case name": "What the new owners plan for the old paper mill on the river\n\n"
    "iPhone cases will be made there.\n",
    "a list whose first item is a place": "Oslo\n\nBergen\n\nThe ferry to the outer islands was cancelled on Friday.\n",
    "ideographic space": "東京\N{IDEOGRAPHIC SPACE}大阪\n",
    "the empty text": "",
}


@pytest.mark.parametrize("text", MUST_NOT_CHANGE.values(), ids=MUST_NOT_CHANGE.keys())
def test_leaves_alone(text):
    assert clean(text, only="layout").edits == ()


def test_white_space_alone_leaves_nothing():
    assert clean(" \n\t \n", only="layout").text == ""


FRENCH = (
    "Le ministre a dit :\n\n"
    "«\N{NO-BREAK SPACE}Est-ce que les écoles sont prêtes\N{NARROW NO-BREAK SPACE}?\N{NO-BREAK SPACE}»\n"
)


def test_french_keeps_the_spaces_of_its_marks():
    assert clean(FRENCH, only="layout").text == FRENCH


def test_the_other_no_break_spaces_of_a_french_text_go():
    text = FRENCH.replace("Le ministre", "Le\N{NO-BREAK SPACE}ministre")
    assert clean(text, only="layout").text == FRENCH


def test_an_english_text_has_no_french_spaces():
    text = "The minister of the day was asked by them: is it so\N{NO-BREAK SPACE}?\n"
    assert clean(text, only="layout").text == text.replace("\N{NO-BREAK SPACE}", " ")


PIECES = [*" \n\t\r\N{NO-BREAK SPACE}—", "  ", "\n\n", "Oslo", "NTB", "word", "ends.", "the", "and so on"]
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
