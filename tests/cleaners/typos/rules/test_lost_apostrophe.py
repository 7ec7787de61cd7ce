"""typos/lost-apostrophe: contractions without their apostrophe, or with it misplaced."""

from __future__ import annotations

import pytest

RULE = "typos/lost-apostrophe"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We dont know why he didnt say it.", "We don't know why he didn't say it."),
        ("It doesnt matter, isnt it? They wasnt here.", "It doesn't matter, isn't it? They wasn't here."),
        ("She couldnt come and I wouldnt; they werent in.", "She couldn't come and I wouldn't; they weren't in."),
        ("Dont worry. Didnt you know? I dont.", "Don't worry. Didn't you know? I don't."),
        ("“It’s late. They didnt come, and thats so.”", "“It’s late. They didn’t come, and that’s so.”"),
        ("He did'nt go and they have’nt come.", "He didn't go and they haven’t come."),
        ("He did'nt go. THEY DID'NT GO.", "He didn't go. THEY DID'NT GO."),
        ("The doors open at nine oclock.", "The doors open at nine o'clock."),
    ],
)
def test_corrects(before, after, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {RULE}
    assert correct(after).edits == ()


def test_suggests_what_may_be_another_word(proposed, correct):
    text = "He said youre welcome to it."
    assert proposed(text, RULE) == [("youre", "you're", "suggested")]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        # words without it
        "As is their wont, they cant it to the side; all is well, and ill winds blow the shell where we were wed.",
        "She quoted the poet: “les amis dont nous parlons, dont la voix, dont Paris.”",  # French
        "The word after les amis is dont.",  # no subject before it, at the end
        "The studies of Jakob Dont are hard. Dont wrote them late.",  # a name
        "Their song I Dont Know was a hit.",
        "Arent Fox advised the buyer. Mr Havent sold it.",
        "Didnt! Didnt Bell say it? I dont Think so.",  # no word in lower case after it
        "Arent they here? Havent we met?",  # a name in front of any word
        "He said Didnt we know and went.",  # a capital inside a sentence
        "They sang of an arent love.",  # after an article
        # addresses, handles, code
        "Ask @didnt or #dont at www.didnt.com or town.didnt.",
        "Run didnt.py with isnt=1, doesnt(), my-didnt and didnt-all.",
        "The NT and the N’T are two things; don’t and didn't are right.",
        "The x-did'nt of did'nt-land and o’did'nt and did'nt’s.",  # part of something longer
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []


@pytest.mark.parametrize("accepted", ["didnt", "nt"])
def test_an_accepted_word_stays(accepted, correct):
    after = {"didnt": "We didnt know and didn't go.", "nt": "We didn't know and did'nt go."}[accepted]
    assert correct("We didnt know and did'nt go.", words=frozenset([accepted])).text == after
