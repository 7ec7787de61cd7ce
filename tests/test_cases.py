"""Whole documents, before and after, through the whole recipe.

`tests/cases/*/*.md`: a title (`## …`), the text before between two lines of ~~~, the text after up to
a third. `in_the_wild` holds shapes met in real scrapes, told with other words; `made_up`, what we
thought of; `must_not_change`, one text a case; `known_failures`, what should come out one day.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faircopy import clean

CASES = Path(__file__).parent / "cases"
CASE = re.compile(r"^## ([^\n]+)\n+~~~\n(.*?)^~~~\n(?:(?!\n)(.*?)^~~~\n)?", re.MULTILINE | re.DOTALL)


def cases(folder):
    for file in sorted((CASES / folder).glob("*.md")):
        for title, before, after in CASE.findall(file.read_text("utf-8")):
            yield pytest.param(before, after, id=f"{file.stem}: {title}")


def check(before, after):
    copy = clean(before)
    assert copy.text == after
    assert copy.undo() == before
    assert clean(copy.text).edits == ()


@pytest.mark.parametrize(("before", "after"), [*cases("in_the_wild"), *cases("made_up")])
def test_before_and_after(before, after):
    check(before, after)


@pytest.mark.parametrize(("text", "nothing"), [*cases("must_not_change")])
def test_must_not_change(text, nothing):
    assert not nothing
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param(*case.values, id=case.id, marks=pytest.mark.xfail(strict=True)) for case in cases("known_failures")],
)
def test_known_failures(before, after):
    check(before, after)
