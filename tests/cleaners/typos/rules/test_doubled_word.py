"""typos/doubled-word: a word written twice."""

from __future__ import annotations

import pytest

RULE = "typos/doubled-word"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ship will arrive by by Friday.", "The ship will arrive by Friday."),
        ("They met in in May, and he is is late.", "They met in May, and he is late."),
        ("It went by by by noon.", "It went by noon."),
        ("The the train was late again.", "The train was late again."),
        ("The the play began. The theatre was full.", "The play began. The theatre was full."),
        ("He left. And and then he came back.", "He left. And then he came back."),
        ("They went by by noon, by by-law, to it.", "They went by noon, by by-law, to it."),
    ],
)  # fmt: skip
def test_corrects(before, after, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {RULE}
    assert correct(after).edits == ()


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("It was very very late.", [" very"]),
        ("He had had enough, and that that was so.", [" had", " that"]),
        ("What a long long day.", [" long"]),
    ],
)
def test_suggests(text, again, proposed):
    assert proposed(text, RULE) == [(word, "", "suggested") for word in again]


@pytest.mark.parametrize(
    "text",
    [
        "The house he lives in in May is far.",  # a verb with its preposition
        "What it is is a scandal.",  # a clause as a subject
        "In Baden Baden they met.",  # a name
        "Will will go, and May may stay.",
        "“He he,” said the boy. “It is so ha ha.”",  # sounds: a word of two letters, one with a capital
        "A long, long day passed.",  # a comma between
        "“Go by,” by-standers said; an up-to to date list.",  # joined by hyphens
        "It went by\nby noon.",  # two lines
        "They saw it at town.the the other day.",  # an address
        "The The, a band, played.",  # two capitals
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []


def test_three_copies_give_one_edit_in_a_pass(proposed):
    assert proposed("It went by by by noon.", RULE) == [(" by", "", "applied")]
