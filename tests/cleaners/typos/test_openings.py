"""Slips in the common word that opens a sentence."""

from __future__ import annotations

import pytest

from faircopy import clean
from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document
from faircopy.cleaners.typos.rules.sentence_opening import HELD_SHIFT, SLIPS

FILL = " They met in the old town hall, and all of them said that it was late."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Teh prime minister spoke on Monday.", "The prime minister spoke on Monday."),
        ("He left. “Teh first day was long,” he said.", "He left. “The first day was long,” he said."),
        ("Adn then he went home.", "And then he went home."),
        ("Thier own people left first.", "Their own people left first."),
        ("Taht was late. Htis is it.", "That was late. This is it."),
        ("THe government fell. “THis is the end,” she said.", "The government fell. “This is the end,” she said."),
    ],
)
def test_mends(before: str, after: str) -> None:
    assert clean(before + FILL, only="typos").text == after + FILL
    assert clean(after + FILL, only="typos").text == after + FILL


@pytest.mark.parametrize(
    "text",
    [
        "Teh said on Monday that it was late.",
        "Teh tarik is a sweet drink.",
        "They asked Mr Teh. Teh first came here in May.",
        "ADN reported it, and Adn Kronos did too.",
        "Whit Monday came, and Form One left.",
        "The Cat in THe Hat is a book.",
        "He wrote to Teh, to @Teh and to Teh-Lin.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert clean(text + FILL, only="typos").text == text + FILL


def test_two_capitals_inside_a_sentence_are_suggested() -> None:
    copy = clean("In THe end he won." + FILL, only="typos")
    assert not copy.edits
    assert [(edit.before, edit.after) for edit in copy.suggestions] == [("THe", "the")]


def test_one_answer_for_a_word() -> None:
    document = Document("one", "“Thsi is what he said,” she told them.", notes={"language": "en"})
    resources = Resources(options=Options(switches={"typos": "suggest"}))
    [copy] = clean_batch([document], NEWS.only(frozenset(["typos"])), resources)
    assert isinstance(copy, FairCopy)
    assert [(edit.before, edit.after) for edit in copy.suggestions] == [("Thsi", "This")]


def test_no_slip_is_the_word_it_stands_for() -> None:
    assert SLIPS["Teh"] == HELD_SHIFT["THe"] == "The"
    assert not SLIPS.keys() & {*SLIPS.values(), *HELD_SHIFT.values()}
