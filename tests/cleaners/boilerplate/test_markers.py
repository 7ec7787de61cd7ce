"""Lines that are markers, and lines that read like one and are none."""

from __future__ import annotations

import pytest

from cleaners.boilerplate.markers import marker_of


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
    ],
)
def test_is_a_marker(line, rule):
    assert marker_of(line).rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "Read more widely than that",
        "Comment was not available.",
        "related matters",
        "Sharing a boat",
        "Watch that boat sail",
    ],
)
def test_is_none(line):
    assert marker_of(line) is None
