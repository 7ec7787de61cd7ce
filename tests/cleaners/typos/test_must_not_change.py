"""Right text in which nothing may be changed: names, brands, dialect, code, numbers, poetry, rare words."""

from __future__ import annotations

from pathlib import Path

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

CASES = Path(__file__).parents[2] / "cases" / "must_not_change"
LINES = [
    line
    for path in sorted(CASES.glob("typos*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
TYPOS = NEWS.only(frozenset(["typos"]))


def test_there_are_enough() -> None:
    assert len(LINES) >= 200


@pytest.mark.parametrize("line", LINES)
def test_leaves_alone(line: str) -> None:
    # Said to be English, so that the gate by language does not hide a fault.
    [copy] = clean_batch([Document("line", line, notes={"language": "en"})], TYPOS, Resources())
    assert isinstance(copy, FairCopy)
    assert [(edit.before, edit.after, edit.reason) for edit in copy.edits] == []


def test_leaves_the_whole_alone() -> None:
    text = "\n".join(LINES)
    [copy] = clean_batch([Document("all", text, notes={"language": "en"})], TYPOS, Resources())
    assert isinstance(copy, FairCopy)
    assert [(edit.before, edit.after, edit.reason) for edit in copy.edits] == []
