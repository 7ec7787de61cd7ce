"""typos/real-word: a word in place of another, or one left out; suggested."""

from __future__ import annotations

import pytest

RULE = "typos/real-word"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It was the release off prisoners.", "off", "of"),
        ("He took it next too the other room.", "too", "to"),
        ("They spoke of there own homes.", "there", "their"),
        ("He said that their is hope.", "their", "there"),
        ("It ended. Their was hope.", "Their", "There"),
        ("It is more then a year.", "then", "than"),
        ("Think of you're own life.", "you're", "your"),
        ("The plan also raised concerned among the staff.", "concerned", "concerns"),
        ("It rained for a forth time in May.", "forth", "fourth"),
        ("The forth quarter was better.", "forth", "fourth"),
        ("The party will loose 22 seats.", "loose", "lose"),
        ("Many fear to loose their jobs.", "loose", "lose"),
        ("The Prime Minster spoke.", "Minster", "Minister"),
        ("He met the Finance Minster, who left.", "Minster", "Minister"),
        ("She has been one the strongest voices in the party.", "", " of"),
        ("It was one the best, is one the best.", "", " of"),  # once in a pass
        ("Neither of them believe it.", "believe", "believes"),
        ("Either of them have it.", "have", "has"),
        ("The word was getting him through.", "", " to"),
        ("It is strong, democratic country.", "", "a "),
        ("He could of gone home, but stayed.", "of", "have"),
        ("They shouldn’t of been there.", "of", "have"),
        ("“He must of been late,” he said.", "of", "have"),
        ("It will bring a Potemkin pease at best.", "pease", "peace"),
        ("They raised the statue of limitations.", "statue of limitations", "statute of limitations"),
    ],
)
def test_suggests(text, before, after, proposed, correct):
    assert proposed(text, RULE) == [(before, after, "suggested")]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "They took most off of the shelf.",  # off of
        "It is next too often, used too much, and led too far.",  # too with its adverb or adjective
        "They spoke of there being hope.",
        "He took that their own way; it was their turn.",
        "More came then, he said; rather then, they left.",
        "You're of you're size.",
        "They raised concerned voices.",
        "They went back and forth all day, and so forth; go forth and sing.",
        "He let loose two dogs; to loose an arrow takes a loose hand.",
        "The choir of York Minster sang, and the Minster was full.",
        "He was one the public liked.",  # no superlative
        "Both of them believe it, and either of the two believe it.",
        "He was getting them through.",
        "It is strong, and democratic people like it.",
        "He did what he could of his own will, and could of course do more.",
        "The might of united armies was feared, as was the might of made men, and its might of given days.",
        "Ask him not of war but of having been there.",
        # rare words among other words
        "The statue of liberty, he asses them, a donkey asses like, and a trail of tears.",
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []
