"""Where a text quotes somebody."""

from __future__ import annotations

import pytest

from cleaners.quotations import quotation_spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “go home” and left.", ["go home"]),
        ('He said "go home" and left.', ["go home"]),
        ("He said ‘go home’ and left.", ["go home"]),
        ("« Rentrez », dit-il.", [" Rentrez "]),
        ("„Geht“, sagte er.", ["Geht"]),
        ("“He told me ‘don’t go’ and left,” she said.", ["He told me ‘don’t go’ and left,"]),
        ("the boats’ owners and the ’90s", []),
        ("It's the captain's boat.", []),
        ("“First paragraph goes on\n\n“second one ends,” he said.", ["First paragraph goes on", "second one ends,"]),
        ("“Never closed at all", ["Never closed at all"]),
        ('“Closed by mistake" he said, “open again” and out.', ["Closed by mistake", "open again"]),
        ("In the ‘90s he said “no” twice.", ["no"]),
        ("no quotation here", []),
    ],
)
def test_finds_quotations(text, quoted):
    assert [text[start:end] for start, end in quotation_spans(text)] == quoted
