"""Lines that are markers, and lines that only look like one."""

from __future__ import annotations

import pytest

from faircopy.cleaners.boilerplate.markers.known import marker_of


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("RELATED POSTS", "related-links"),
        ("Don’t Miss", "related-links"),
        ("24 Comments", "comment-form"),
        ("1.2K shares", "share-bar"),
        ("E-mail", "share-bar"),
        ("READ MORE Ferry to sail in the winter too", "read-more"),
        (">> Read also: Ferry to sail in the winter too", "read-more"),
        ("5 min read", "date"),
        ("© 2024 Example Media", "copyright"),
        ("The new ferry (Photo: Ann Example)", "caption"),
        ("The new ferry in the harbour Credit: Ann Example/Example Press", "caption"),
        ("The new ferry in the harbour. REUTERS/Ann Example", "caption"),
        ("The new ferry leaves the harbour [Ann Example/Example Press]", "caption"),
        ("FILE - The ferry leaves the harbour on its first day of the year.", "caption"),
        ("The crew of the ferry, from left: Ann Example, Bo Example and Cy Example", "caption"),
        ("Ann Example speaks to the crew of the ferry on Monday, June 3, 2024, in Millbridge.", "caption"),
        ("To view this video please enable JavaScript, or another browser", "site-notice"),
        ("Exclusive: What the captain said when the ferry would not start", "read-more"),
        ("2 of 14", "menu"),
        ("Copyright Ann Example", "copyright"),
        ("Copyright (c) 2024, Example Media", "copyright"),
        ("(c) Example Media 2024", "copyright"),
        ("© copyright example media", "copyright"),
        ("Photo: courtesy of Ann Example.", "caption"),
        ("Related: Ferry to sail in the winter too.", "read-more"),
        ("Tags: ferry, winter", "tags"),
        ("Conversation (38)", "comment-form"),
        ("Terms and conditions", "site-notice"),
        ("By signing up you agree to our Privacy Policy", "site-notice"),
    ],
)
def test_is_a_marker(line, rule):
    assert marker_of(line).kind.name == rule


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("5 min read", "says how long the text takes to read"),
        ("Updated June 3, 2024", "says when the page was made, no part of the text"),
    ],
)
def test_says_why(line, reason):
    assert marker_of(line).reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "Read more widely than that",
        "Comment was not available.",
        "related matters",
        "Sharing a boat",
        "Watch that boat sail",
        "She took all the credit: nobody else was on the bridge that night.",
        "Ann Example was pictured on board, and spoke to the crew on June 3, 2024.",
        "The file on the ferry was closed in May.",
        "Exclusive: it is not a word the captain likes to hear said of his boat.",
        "2 of 14 boats stayed in the harbour",
        "Copyright law is older than the harbour.",
        "© marks on the stones date from 1801.",
        "(c) A ladder to the upper deck",
        "“Related: none,” he wrote.",
        "Related: two brothers and a cousin, all captains.",
        "Photo: none exists.",
        "Tags: worn.",
        "By signing up he agreed to sail in any weather.",
    ],
)
def test_is_no_marker(line):
    assert marker_of(line) is None
