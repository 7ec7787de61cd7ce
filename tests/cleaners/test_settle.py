"""Which finds are applied: switches, protected places, quotations, overlaps."""

from __future__ import annotations

import pytest

from faircopy.cleaners.conflicts import settle
from faircopy.cleaners.edits import Edit
from faircopy.cleaners.options import Options


def find(text, before, after, rule="typos/non-word", confidence=0.9, **more):
    return Edit(rule.split("/")[0], rule, text.index(before), before, after, "because", confidence, **more)


def rules(edits):
    return [edit.rule for edit in edits]


def test_the_higher_confidence_wins_and_the_loser_is_suggested():
    text = "forpeace talks"
    sure, unsure = (
        find(text, "forpeace", "for peace", "typos/joined", 0.95),
        find(text, "forpeace talks", "x", "typos/b", 0.9),
    )
    applied, doubts = settle(text, [unsure, sure], Options())
    assert rules(applied) == ["typos/joined"]
    assert [(e.rule, e.status) for e in doubts] == [("typos/b", "suggested")]


def test_of_equal_confidence_the_longer_wins_then_the_first_rule():
    text = "by by Christmas"
    short, long, later = (
        find(text, "by ", "", "typos/a"),
        find(text, "by by", "by", "typos/b"),
        find(text, "by by", "buy", "typos/c"),
    )
    applied, _ = settle(text, [short, long, later], Options())
    assert rules(applied) == ["typos/b"]


def test_touching_edits_and_two_insertions_at_one_point_are_both_applied():
    text = "ab"
    left, right = Edit("layout", "layout/a", 0, "a", "x", ""), Edit("layout", "layout/b", 1, "b", "y", "")
    one, two = Edit("layout", "layout/c", 1, "", "1", ""), Edit("layout", "layout/d", 1, "", "2", "")
    applied, doubts = settle(text, [left, one, two, right], Options())
    assert rules(applied) == ["layout/a", "layout/c", "layout/d", "layout/b"]
    assert doubts == []


@pytest.mark.parametrize(
    ("switches", "applied", "suggested"),
    [
        ({}, 1, 0),
        ({"typos": "suggest"}, 0, 1),
        ({"typos": "off"}, 0, 0),
        ({"typos": "off", "typos/non-word": "apply"}, 1, 0),
        ({"typos/non-word": "off"}, 0, 0),
    ],
)
def test_switches(switches, applied, suggested):
    text = "the goverment"
    made, doubts = settle(text, [find(text, "goverment", "government")], Options(switches=switches))
    assert (len(made), len(doubts)) == (applied, suggested)


def test_addresses_are_never_touched():
    text = "see https://example.org/goverment"
    assert settle(text, [find(text, "goverment", "government")], Options()) == ([], [])


@pytest.mark.parametrize(
    ("quotations", "stage", "status"),
    [
        ("normalise", "typos", "applied"),
        ("normalise", "names", "applied"),
        ("typos", "typos", "applied"),
        ("typos", "names", "suggested"),
        ("leave", "typos", "suggested"),
        ("leave", "names", "suggested"),
    ],
)
def test_quotations(quotations, stage, status):
    text = "He said “the goverment in Kiev” and left."
    made, doubts = settle(
        text, [find(text, "goverment", "government", f"{stage}/rule")], Options(quotations=quotations)
    )
    [edit] = made + doubts
    assert edit.in_quote
    assert edit.status == status
