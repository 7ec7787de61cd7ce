"""Right words in the wrong place: suggested, never applied."""

from __future__ import annotations

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

TYPOS = NEWS.only(frozenset(["typos"]))
RESOURCES = Resources()


def suggested(text: str) -> list[tuple[str, str]]:
    [copy] = clean_batch([Document("line", text, notes={"language": "en"})], TYPOS, RESOURCES)
    assert isinstance(copy, FairCopy)
    assert copy.text == text
    return [(edit.before, edit.after) for edit in copy.suggestions]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("It rained for a forth time in May.", "forth", "fourth"),
        ("The forth quarter was better.", "forth", "fourth"),
        ("He could of gone home, but stayed.", "of", "have"),
        ("They shouldn’t of been there.", "of", "have"),
        ("“He must of been late,” he said.", "of", "have"),
        ("The party will loose 22 seats.", "loose", "lose"),
        ("Many fear to loose their jobs.", "loose", "lose"),
        ("The Prime Minster spoke.", "Minster", "Minister"),
        ("He met the Finance Minster, who left.", "Minster", "Minister"),
    ],
)
def test_suggests(text: str, before: str, after: str) -> None:
    assert suggested(text) == [(before, after)]


@pytest.mark.parametrize(
    "text",
    [
        "They went back and forth all day, and so forth; go forth and sing.",
        "He did what he could of his own will, and could of course do more.",
        "The might of united armies was feared, as was the might of made men.",
        "He let loose two dogs; to loose an arrow takes a loose hand.",
        "The choir of York Minster sang, and the Minster was full.",
        "Ask him not of war but of having been there.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert suggested(text) == []
