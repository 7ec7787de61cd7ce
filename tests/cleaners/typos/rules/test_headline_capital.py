"""typos/headline-capital: a word in lower case among the capitals of a headline; suggested."""

from __future__ import annotations

import pytest

RULE = "typos/headline-capital"
FIRST, SECOND = "Talks Will Fail, Says Minister", "Harvest Is Late, Reports Farmer"


def page(*headlines: str) -> str:
    return "\n\nMore on this here.\n\n".join(headlines)


@pytest.mark.parametrize(
    ("headline", "before", "after"),
    [
        ("Overly hopeful, Says Paper", "hopeful", "Hopeful"),
        ("War and peace, Claims Paper", "peace", "Peace"),
    ],
)
def test_suggests(headline, before, after, proposed, correct):
    text = page(FIRST, SECOND, headline)
    assert proposed(text, RULE) == [(before, after, "suggested")]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        page(FIRST, "Overly hopeful, Says Paper"),  # too few headlines to show a custom
        page(FIRST, "Overly hopeful, Says Paper", "He Believes It", "She Says So"),  # others are no such headlines
        page(FIRST, SECOND, "Overly hopeful, Says Paper", "Rather gloomy, Says Banker"),  # two headlines without
        page(FIRST, SECOND, "Gone With the Wind and Rain from Afar, Says Paper"),  # words that headlines keep small
        page(FIRST, SECOND, "Far off as Ever, Says Paper"),  # short words
        page(FIRST, SECOND, "A Well-known Plan at Town.example, Says Paper"),  # after a hyphen or a full stop
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []
