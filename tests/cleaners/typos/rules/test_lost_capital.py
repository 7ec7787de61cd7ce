"""typos/lost-capital: names whose letters are also a word. For other names: ../nonword/test_propose.py."""

from __future__ import annotations

import pytest

RULE = "typos/lost-capital"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The army of the united States moved on.", "The army of the United States moved on."),
        ("He went to new York and then to san Francisco.", "He went to New York and then to San Francisco."),
        ("“The united Arab Emirates agreed.”", "“The United Arab Emirates agreed.”"),
        ("The united States and the disunited States.", "The United States and the disunited States."),
        (
            "Mason Bell threw late, said Lee. Then mason Bell left.",
            "Mason Bell threw late, said Lee. Then Mason Bell left.",
        ),
    ],
)
def test_corrects(before, after, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {RULE}
    assert correct(after).edits == ()


def test_suggests_a_title(proposed, correct):
    text = "President Obama spoke. Later president Obama left."
    assert proposed(text, RULE) == [("president", "President", "suggested")]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "The united Bolsheviks met in a new Delphi, west of San Marino.",  # no such name
        "A united Statesman Party and new Yorkers met.",  # the name goes on
        "The re-united States and his’united States and a.united States.",  # part of something longer
        "They are united. States differ, and united  States too.",  # no single space between
        "The mason Bell threw late.",  # no pair with capitals elsewhere
        "Mason Lee threw late, and mason Bell left.",  # another pair
        "Mason bell rang. The mason Bell and a mason bell came.",  # no capital after it
        "Mason 7A and Mason B7 came; mason B7 left.",  # no name after it
        "Mason Bell came, and stone-mason Bell left.",  # part of something longer
        "Will Bell came, and will Bell stay?",  # not among the first names: a verb
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []
