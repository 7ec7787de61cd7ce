"""Which proposals are applied: switches, protected spans, quotations, overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.conflicts import resolve_conflicts
from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit, StaleEdit, apply
from faircopy.cleaners.options import Options
from faircopy.cleaners.rule import Rule, define
from faircopy.cleaners.stage import Stage

A, B, C = (define(f"conflicts/{name}", "An example for these tests.") for name in "abc")
HINT = define("conflicts/suggested-by-default", "An example that is only suggested.", default="suggest")
OFF = define("conflicts/off-by-default", "An example that is off unless switched on.", default="off")
CAREFUL = Stage("conflicts", lambda batch, resources: [])
CAREFREE = Stage(
    "conflicts", lambda batch, resources: [], spares_protected=False, respects_quotations=False, changes_style=False
)


def edit(text: str, before: str, after: str, rule: Rule = A, confidence: float = 0.9) -> Edit:
    return rule.edit(text.index(before), before, after, "because", confidence)


def resolve(text, edits, stage=CAREFUL, **options):
    return resolve_conflicts(text, edits, stage, Options(**options))


def rules(edits):
    return [edit.rule for edit in edits]


def test_the_higher_confidence_wins_and_the_loser_is_suggested():
    text = "forpeace talks"
    sure, unsure = edit(text, "forpeace", "for peace", A, 0.95), edit(text, "forpeace talks", "x", B, 0.9)
    applied, suggestions = resolve(text, [unsure, sure])
    assert rules(applied) == [A.id]
    assert [(e.rule, e.status) for e in suggestions] == [(B.id, SUGGESTED)]


def test_of_equal_confidence_the_longer_wins_then_the_first_rule():
    text = "by by Christmas"
    short, long, later = edit(text, "by ", "", A), edit(text, "by by", "by", B), edit(text, "by by", "buy", C)
    applied, _ = resolve(text, [short, long, later])
    assert rules(applied) == [B.id]


def test_touching_edits_and_two_insertions_at_one_point_are_both_applied():
    left, right = A.edit(0, "a", "x", ""), B.edit(1, "b", "y", "")
    one, two = C.edit(1, "", "1", ""), C.edit(1, "", "2", "")
    applied, suggestions = resolve("ab", [left, one, two, right])
    assert [e.after for e in applied] == ["x", "1", "2", "y"]
    assert suggestions == []


def test_the_same_insertion_twice_is_applied_once():
    applied, suggestions = resolve("ab", [A.edit(1, "", "1", ""), B.edit(1, "", "1", "")])
    assert (rules(applied), rules(suggestions)) == ([A.id], [B.id])


def test_the_same_insertion_is_applied_once_whatever_else_is_inserted_there():
    edits = [A.edit(1, "", "1", ""), B.edit(1, "", "2", ""), C.edit(1, "", "1", "")]
    applied, suggestions = resolve("ab", edits)
    assert (rules(applied), rules(suggestions)) == ([A.id, B.id], [C.id])


def test_of_thousands_of_edits_that_overlap_in_a_chain_every_other_is_applied():
    text = "a" * 20_001
    applied, _ = resolve(text, [A.edit(n, "aa", "b", "") for n in range(20_000)], CAREFREE)
    assert len(applied) == 10_000


@pytest.mark.parametrize("suggest", [True, False])
@pytest.mark.parametrize(("start", "before"), [(0, "b"), (3, ""), (-1, "b"), (-2, ""), (1, "bc")])
def test_an_edit_that_does_not_fit_the_text_is_refused_with_its_rule(start, before, suggest):
    with pytest.raises(StaleEdit, match=f"{A.id}: at {start} expected '{before}'"):
        resolve("ab", [A.edit(start, before, "x", "", suggest=suggest)])


def test_a_long_edit_clashes_with_every_short_one_inside_it():
    """The second short one lies beyond the first, but not beyond the long one."""
    text = "0123456789"
    long, near, far = (
        A.edit(0, text, "all", "", 0.9),
        B.edit(2, "23", "near", "", 0.8),
        C.edit(6, "67", "far", "", 0.8),
    )
    applied, suggestions = resolve(text, [long, near, far])
    assert rules(applied) == [A.id]
    assert rules(suggestions) == [B.id, C.id]
    applied, _ = resolve(text, [A.edit(0, text, "all", "", 0.5), near, far])
    assert apply(text, applied) == "01near45far89"


TEXT = "the quick brown fox"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 8)).map(lambda s: (s[0], min(len(TEXT), s[0] + s[1])))
PROPOSALS = st.lists(st.tuples(SPANS, st.text("xy ", max_size=3), st.sampled_from([0.5, 0.9, 0.95])), max_size=12)


@given(PROPOSALS)
def test_conflict_resolution_applies_disjoint_edits(proposals):
    edits = [A.edit(start, TEXT[start:end], after, "", sure) for (start, end), after, sure in proposals]
    applied, suggestions = resolve(TEXT, edits, CAREFREE)
    apply(TEXT, applied)  # raises StaleEdit where two overlap
    assert all(one.end <= other.start for one, other in pairwise(applied))
    changing = [e for e in edits if e.before != e.after]
    assert len(applied) + len(suggestions) == len(changing)
    assert bool(applied) == bool(changing)


@pytest.mark.parametrize(
    ("switches", "applied", "suggested"),
    [
        ({}, 1, 0),
        ({"conflicts": "suggest"}, 0, 1),
        ({"conflicts": "off"}, 0, 0),
        ({"conflicts": "off", A.id: "apply"}, 1, 0),
        ({A.id: "off"}, 0, 0),
    ],
)
def test_switches(switches, applied, suggested):
    text = "the goverment"
    made, suggestions = resolve(text, [edit(text, "goverment", "government")], switches=switches)
    assert (len(made), len(suggestions)) == (applied, suggested)


@pytest.mark.parametrize("switches", [{}, {HINT.id: "apply"}, {"conflicts": "apply"}])
def test_a_rule_that_is_suggested_by_default_is_never_applied(switches):
    text = "the goverment said"
    made, suggestions = resolve(text, [edit(text, "goverment", "government", HINT)], switches=switches)
    assert (made, rules(suggestions)) == ([], [HINT.id])


@pytest.mark.parametrize(("switches", "applied"), [({}, 0), ({OFF.id: "apply"}, 1), ({"conflicts": "apply"}, 1)])
def test_a_rule_that_is_off_by_default_needs_a_switch(switches, applied):
    text = "the goverment"
    made, suggestions = resolve(text, [edit(text, "goverment", "government", OFF)], switches=switches)
    assert (len(made), suggestions) == (applied, [])


def test_an_edit_of_a_rule_that_is_not_defined_is_refused():
    with pytest.raises(LookupError, match="'conflicts/unknown' is defined"):
        resolve("ab", [Edit("conflicts", "conflicts/unknown", 0, "a", "b", "")])


def test_an_edit_of_another_stage_is_refused():
    with pytest.raises(LookupError, match="'layout' proposed an edit of the rule 'conflicts/a'"):
        resolve("ab", [A.edit(0, "a", "b", "")], Stage("layout", CAREFUL.find))


def test_protected_spans_are_spared_unless_the_stage_says_otherwise():
    text = "see https://example.org/goverment"
    proposed = [edit(text, "goverment", "government")]
    assert resolve(text, proposed) == ([], [])
    assert len(resolve(text, proposed, CAREFREE)[0]) == 1


@pytest.mark.parametrize(
    ("quotations", "changes_style", "status"),
    [
        ("normalise", False, APPLIED),
        ("normalise", True, APPLIED),
        ("typos", False, APPLIED),
        ("typos", True, SUGGESTED),
        ("leave", False, SUGGESTED),
        ("leave", True, SUGGESTED),
    ],
)
def test_quotations(quotations, changes_style, status):
    text = "He said “the goverment in Kiev” and left."
    stage = Stage("conflicts", CAREFUL.find, changes_style=changes_style)
    made, suggestions = resolve(text, [edit(text, "goverment", "government")], stage, quotations=quotations)
    [only] = made + suggestions
    assert only.in_quote
    assert only.status == status
