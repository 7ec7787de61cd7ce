"""Contractions without their apostrophe."""

from __future__ import annotations

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

TYPOS = NEWS.only(frozenset(["typos"]))
RESOURCES = Resources()


def cleaned(text: str, resources: Resources = RESOURCES) -> FairCopy:
    [copy] = clean_batch([Document("line", text, notes={"language": "en"})], TYPOS, resources)
    assert isinstance(copy, FairCopy)
    return copy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We dont know why he didnt say it.", "We don't know why he didn't say it."),
        ("It doesnt matter, isnt it? They wasnt here.", "It doesn't matter, isn't it? They wasn't here."),
        ("She couldnt come and I wouldnt; they werent in.", "She couldn't come and I wouldn't; they weren't in."),
        ("Dont worry. Didnt you know? I dont.", "Don't worry. Didn't you know? I don't."),
        ("“It’s late. They didnt come, and thats so.”", "“It’s late. They didn’t come, and that’s so.”"),
        ("He did'nt go and they have’nt come.", "He didn't go and they haven’t come."),
        ("The doors open at nine oclock.", "The doors open at nine o'clock."),
    ],
)  # fmt: skip
def test_gives_back_the_apostrophe(before: str, after: str) -> None:
    assert cleaned(before).text == after
    assert cleaned(after).text == after


@pytest.mark.parametrize(
    "text",
    [
        "As is their wont, they cant it to the side; all is well, and ill winds blow the shell where we were wed.",
        "She quoted the poet: “les amis dont nous parlons, dont la voix, dont Paris.”",
        "The studies of Jakob Dont are hard. Dont wrote them late.",
        "They sang of an arent love.",
        "Arent Fox advised the buyer. Mr Havent sold it.",
        "Their song I Dont Know was a hit.",
        "Ask @didnt or #dont at www.dont.com, or run dont.py with isnt=1 and doesnt().",
        "The NT and the N’T are two things; don’t and didn't are right.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert cleaned(text).text == text


def test_what_may_be_two_words_is_suggested() -> None:
    copy = cleaned("He said youre welcome to it.")
    assert not copy.edits
    assert [(edit.before, edit.after) for edit in copy.suggestions] == [("youre", "you're")]


def test_a_word_called_right_stays() -> None:
    resources = Resources(options=Options(words=frozenset(["didnt"])))
    assert cleaned("We didnt know and they wasnt here.", resources).text == "We didnt know and they wasn't here."
