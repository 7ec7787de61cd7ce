"""Addresses, code and other spans that `names` and `typos` never touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.text.protected import protected_near, protected_spans
from faircopy.cleaners.text.spans import overlaps_any


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see https://example.org/Kiev/map?x=1 for more", ["https://example.org/Kiev/map?x=1"]),
        ("at www.kiev-daily.test today", ["www.kiev-daily.test"]),
        ("on kievpost.com/news/odessa now", ["kievpost.com/news/odessa"]),
        ("write to desk.kiev@example.org.", ["desk.kiev@example.org"]),
        ("says @KievDesk and #KievNow", ["@KievDesk", "#KievNow"]),
        ("open goverment_report.pdf first", ["goverment_report.pdf"]),
        ("run `recieve --all` again", ["`recieve --all`"]),
        ("that was bulls**t, he said", ["bulls**t"]),
        ("the goverment [sic] replied", ["goverment [sic]"]),
        ("“the goverment” (sic) replied", ["goverment” (sic)"]),
    ],
)
def test_protects(text, words):
    assert [text[start:end] for start, end in protected_spans(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "U.S .intelligence said so.",
        "He left.The train was late.",
        "It cost 5.5 euros, or 6% more.",
        "Chapter #1 of 5 * 3 = 15",
        "and/or, he/she; 24/7",
    ],
)
def test_plain_words_are_open_to_correction(text):
    assert protected_spans(text) == []


PIECES = [
    "goverment",
    "[sic]",
    "(sic)",
    " ",
    "\n",
    "\n\n",
    "a.com",
    "@desk",
    "**",
    "`",
    "bulls**t",
    "https://x.org/a",
    "“",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join), st.data())
def test_the_lines_around_a_place_tell_whether_it_is_protected(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 9)))
    near, all_spans = protected_near(text, [(start, end)]), protected_spans(text)
    assert overlaps_any(near, start, end) == overlaps_any(all_spans, start, end)
