"""typos/left-out: a word that another copy of the same quotation has; suggested."""

from __future__ import annotations

import pytest

RULE = "typos/left-out"
WHOLE = "He must decide whether to go or to cut the losses and leave"


def twice(first: str, second: str) -> str:
    return f"“{first},” it said. Later it wrote: “{second},” again."


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("He must decide whether to go or to the losses and leave", "cut "),
        ("He must decide whether to go or the losses and leave", "to cut "),
    ],
)
def test_suggests(short, words, proposed, correct):
    for text in (twice(WHOLE, short), twice(short, WHOLE)):
        assert proposed(text, RULE) == [("", words, "suggested")]
        assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        twice(WHOLE, WHOLE),
        twice(WHOLE, "He must decide whether to go the losses and leave"),  # more than two words
        # other words within the first twelve letters
        twice("I am so very sure of it that I will say it again", "I am so sure of it that I will say it again"),
        twice(WHOLE, "She must decide whether to go or to the losses and leave"),  # begins otherwise
        twice(WHOLE, "He must decide whether to go or to cut its losses and leave"),  # another word, none missing
        twice(WHOLE, "He must decide whether to go or to a loss or stay"),  # another sentence from there on
        twice("He must surely decide now whether to go or to stay", "He must decide now whether to go or to stay"),
        twice(
            "Nevertheless we must decide to go or to stay", "Nevertheless must decide to go or to stay"
        ),  # too few words before the gap
        twice("However we went on now to see it", "However we went on to see it"),  # too short a quotation
        twice(WHOLE + " us all now", WHOLE + " all now"),  # too few words after the gap
        twice(WHOLE, "He must decide whether to go or to the losses and leave").replace("to go", "to\ngo"),  # two lines
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []
