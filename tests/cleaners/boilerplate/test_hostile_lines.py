"""Ordinary lines that made a pattern backtrack exponentially."""

from __future__ import annotations

import pytest

from faircopy.cleaners.boilerplate.blocks.naming import is_row_of_links
from faircopy.cleaners.boilerplate.line_types import is_byline
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

MENU = " | ".join(["News"] * 12)
STORY = "The council agreed on Tuesday to repair the bridge over the river before the winter, its chair said."
MANY_NAMES = "by " + ", ".join(["Ab de de de"] * 9)


@pytest.mark.parametrize("row", [MENU, f"{MENU} |", " | ".join(["News"] * 400) + " |"])
def test_a_page_with_a_row_of_links_is_cleaned(row):
    article = f"<article><h1>Bridge to be repaired</h1><p>{STORY}</p><p>{STORY[::-1]}.</p></article>"
    page = f"<p><a href='/'>{row}</a></p>{article}"
    [copy] = clean_batch([Document("page", "", html=page)], NEWS, Resources())
    assert STORY in copy.text
    assert "News | News" not in copy.text


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (MENU, True),
        ("Home | Tech | Log in", True),
        ("Home|Tech|Log in", True),
        ("Home › World › Europe", True),
        (f"{MENU} |", False),  # ends with a separator
        ("Home | Tech", False),  # two are a headline and its site
        ("12 | 13 | 14", False),
        ("Home | Tech | 2024", False),
        (f"Home | Tech | {'a' * 26}", False),
        ("| Home | Tech | Log in", False),
    ],
)
def test_a_row_of_links(row, expected):
    assert is_row_of_links(row) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Example and Ben Other, staff writers", True),
        ("By Ursula von der Leyen", True),
        ("by Smith and Jones", True),
        (f"B{MANY_NAMES[1:]}"[:118], True),
        (f"{MANY_NAMES[:112]} 1!?.", False),  # took half a minute
    ],
)
def test_a_byline(line, expected):
    assert is_byline(line) is expected
