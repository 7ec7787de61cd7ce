"""The spans of quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.text.quotations import quotation_spans, quotations_near
from faircopy.cleaners.text.spans import overlaps_any


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
        ("the captains‘ and the owners’ boats", []),
        ("rock‘n’roll", []),
        ("“First paragraph goes on\n\n“second one ends,” he said.", ["First paragraph goes on", "second one ends,"]),
        ("“Never closed at all", ["Never closed at all"]),
        ('“Closed by mistake" he said, “open again” and out.', ["Closed by mistake", "open again"]),
        ("In the ‘90s he said “no” twice.", ["no"]),
        ("no quotation here", []),
    ],
)
def test_finds_quotations(text, quoted):
    assert [text[start:end] for start, end in quotation_spans(text)] == quoted


PIECES = ["“", "”", '"', "‘", "’", "«", "»", "a", "bc", " ", "\n", "\n\n", "\n \n", "."]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join), st.data())
def test_the_paragraph_of_a_place_tells_whether_it_is_quoted(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    near, everywhere = quotations_near(text, [(start, end)]), quotation_spans(text)
    assert overlaps_any(near, start, end) == overlaps_any(everywhere, start, end)
