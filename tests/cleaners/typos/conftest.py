"""Fixtures of the tests of the typo rules: the stage `typos` alone, on a text that counts as English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document
from faircopy.cleaners.typos.detect import detect_typos

TYPOS = NEWS.only(frozenset(["typos"]))


def run(text: str, **options: object) -> FairCopy:
    document = Document("text", text, notes={"language": "en"})
    [copy] = clean_batch([document], TYPOS, Resources(Options(**options)))
    assert isinstance(copy, FairCopy)
    return copy


@pytest.fixture(scope="session")
def correct() -> Callable[..., FairCopy]:
    """A text through the stage, under the options given by name."""
    return run


@pytest.fixture(scope="session")
def proposed() -> Callable[[str, str], list[tuple[str, str, str]]]:
    """What a rule proposes for a text in one pass: (before, after, status) of each edit, in text order.

    The runner removes nothing from it, so that a test sees the rule's own guards.
    """

    def proposed(text: str, rule: str) -> list[tuple[str, str, str]]:
        [edits] = detect_typos([text], Resources().speller, ())
        own = sorted((edit for edit in edits if edit.rule == rule), key=lambda edit: edit.start)
        return [(edit.before, edit.after, edit.status) for edit in own]

    return proposed
