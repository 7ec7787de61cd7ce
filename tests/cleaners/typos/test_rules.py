"""Single rules: words twice, stray spaces, costs of slips, what is a word."""

from __future__ import annotations

import pytest

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.lexicon.morphology import is_compound, is_listed, is_productive
from faircopy.cleaners.typos.nonword.candidates import candidates
from faircopy.cleaners.typos.nonword.error_model import slip_cost, two_slips_cost
from faircopy.cleaners.typos.rules.doubled_word import doubled_words
from faircopy.cleaners.typos.rules.stray_space import stray_spaces

LEXICON = Resources().speller.lexicon


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It went by by noon.", "applied"),
        ("He is is late.", "applied"),
        ("What it is is late.", None),
        ("The house he lives in in May.", None),
        ("They met in in May.", "applied"),
        ("It was very very late.", "suggested"),
        ("He had had enough, and that that was so.", "suggested"),
        ("In Baden Baden.", None),
        ("A long, long day.", None),
    ],
)
def test_words_twice(text: str, status: str | None) -> None:
    found = {edit.status for edit in doubled_words(text, text.split())}
    assert found == ({status} if status else set())


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("the U.S .intelligence", [(7, " .", ". ")]),
        ("they met , shook hands", [(8, " ", "")]),
        ("it ended .", [(8, " ", "")]),
        ("a threat to democracy .” Then", [(21, " ", "")]),
        ('a threat to democracy ."', [(21, " ", "")]),
        ("(it was over .)", [(12, " ", "")]),
        ("he said ,’ and left", [(7, " ", "")]),
        ("it cost 5 ,000 euros", [(9, " ,", ",")]),
        ("it rose 3 .5 points", [(9, " .", ".")]),
        ("it rose 3 .52 percent", [(9, " .", ".")]),
        ("the rifles, 2 .22 and 1 .38, were old", []),
        ("in 2019 ,000 was dialled, 5 ,0000 too", []),
        ("he wrote .”gov” and .’x", []),
        ("wait . . .” what", []),
        ("wait . . . what", []),
        ("wait ... what", []),
        ("a .gov address and .5 per cent", []),
    ],
)
def test_stray_spaces(text: str, edits: list[tuple[int, str, str]]) -> None:
    assert [(e.start, e.before, e.after) for e in stray_spaces(text)] == edits


def test_likelier_slips_cost_less() -> None:
    assert slip_cost("the", "teh") < slip_cost("the", "tge") < slip_cost("the", "tqe")
    assert slip_cost("occurring", "occuring") < slip_cost("forever", "foreover")
    assert slip_cost("house", "mouse") > slip_cost("house", "hoise")
    assert slip_cost("the", "dog") is None


@pytest.mark.parametrize(("meant", "typed"), [("melitopol", "meltipol"), ("opportunity", "oportunety")])
def test_two_slips(meant: str, typed: str) -> None:
    assert slip_cost(meant, typed) is None
    assert two_slips_cost(meant, typed) is not None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("goverment", "government"), ("teh", "the"), ("forpeace", "for peace")],
)
def test_best_candidate(wrong: str, right: str) -> None:
    assert candidates(LEXICON, wrong)[0].words == right


def test_what_is_a_word() -> None:
    for word in ("colour", "color", "realise", "realize", "Ukraine", "don’t", "selfie", "NATO"):
        assert is_listed(LEXICON, word), word
    for word in ("ukraine", "goverment", "adminstration", "forpeace"):
        assert not is_listed(LEXICON, word), word
    assert is_productive(LEXICON, "microloan")
    assert is_compound(LEXICON, "chatroom")
    assert not is_productive(LEXICON, "goverment")
