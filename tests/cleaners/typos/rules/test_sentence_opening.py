"""Slips in the common word that opens a sentence, by typos/non-word (`Teh`) and typos/lost-capital (`THe`)."""

from __future__ import annotations

import pytest

from faircopy.cleaners.typos.rules.sentence_opening import HELD_SHIFT, SLIPS

NON_WORD, LOST_CAPITAL = "typos/non-word", "typos/lost-capital"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("Teh prime minister spoke on Monday.", "The prime minister spoke on Monday.", NON_WORD),
        ("He left. “Teh first day was long,” he said.", "He left. “The first day was long,” he said.", NON_WORD),
        ("Adn then he went home.", "And then he went home.", NON_WORD),
        ("Thier own people left first.", "Their own people left first.", NON_WORD),
        ("Taht was late. Htis is it.", "That was late. This is it.", NON_WORD),
        ("THe government fell. “THis is the end,” she said.", "The government fell. “This is the end,” she said.",
         LOST_CAPITAL),
    ],
)  # fmt: skip
def test_corrects(before, after, rule, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {rule}
    assert correct(after).edits == ()


@pytest.mark.parametrize(
    "text",
    [
        "Teh said on Monday that it was late.",  # an unlikely next word
        "Teh tarik is a sweet drink.",
        "Teh Prime Minister spoke. He left with Teh.",  # no word in lower case after it
        "They asked Mr Teh. Teh first came here in May.",  # inside a sentence, too: a name
        "ADN reported it, and Adn Kronos did too.",
        "Form the line here. Whit the rest he left.",  # words
        "Nad then he went home. Btu of heat is lost.",  # short names and words
        "Whit Monday came, and Form One left.",  # words and names of their own
        "The Cat in THe Hat is a book.",
        "He wrote to Teh, to @Teh and to Teh-Lin.",
        "See\n#Teh first\n@Teh first\nTeh-first day and\nTeh.first of",
        "See #THe end, @THe end, THe-first and THe.first there.",  # part of something longer
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, NON_WORD) == proposed(text, LOST_CAPITAL) == []


def test_two_capitals_inside_a_sentence_are_suggested(proposed, correct):
    text = "In THe end he won."
    assert proposed(text, LOST_CAPITAL) == [("THe", "the", "suggested")]
    assert correct(text).text == text


def test_a_word_gets_one_proposal(correct):
    copy = correct("“Thsi is what he said,” she told them.", switches={"typos": "suggest"})
    assert [(edit.before, edit.after) for edit in copy.suggestions] == [("Thsi", "This")]


@pytest.mark.parametrize("word", ["Teh", "THe"])
def test_an_accepted_word_stays(word, correct):
    text = f"{word} first day was long."
    assert correct(text).text != text
    assert correct(text, words=frozenset([word])).text == text


def test_no_slip_is_a_word_that_another_is_a_slip_for():
    assert SLIPS["Teh"] == HELD_SHIFT["THe"] == "The"
    assert not SLIPS.keys() & {*SLIPS.values(), *HELD_SHIFT.values()}
