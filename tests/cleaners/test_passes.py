"""Several passes of a stage over one text become one list of edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.edits import SUGGESTED, apply
from faircopy.cleaners.options import Options
from faircopy.cleaners.passes import Passes
from faircopy.cleaners.recipes import Recipe
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.rule import define
from faircopy.cleaners.runner import MOST_PASSES, clean_batch
from faircopy.cleaners.stage import Document, Stage, lift

RULE = define("passes/example", "An example for these tests.")
OTHER = define("passes/other", "Another example for these tests.")


def shown(edits):
    return [(e.rule.partition("/")[2], e.start, e.before, e.after) for e in edits]


def test_edits_of_one_pass_stay_as_they_are():
    passes = Passes("one two three")
    passes.add([RULE.edit(4, "two", "2", "")], [])
    passes.add([], [])
    assert shown(passes.edits()) == [("example", 4, "two", "2")]


def test_a_later_edit_elsewhere_moves_to_where_it_was_in_the_input():
    passes = Passes("one two three")
    passes.add([RULE.edit(0, "one", "1", "")], [])
    passes.add([OTHER.edit(6, "three", "3", "")], [])
    assert shown(passes.edits()) == [("example", 0, "one", "1"), ("other", 8, "three", "3")]


def test_edits_of_several_passes_that_touch_become_one_under_the_last_rule():
    passes = Passes("forpeace talks")
    passes.add([RULE.edit(0, "forpeace", "for peace", "")], [])
    passes.add([OTHER.edit(0, "for", "For", "")], [])
    assert shown(passes.edits()) == [("other", 0, "forpeace", "For peace")]


def test_a_later_edit_swallows_the_earlier_one_it_widens_and_leaves_the_others():
    passes = Passes("a se veral b")
    passes.add([RULE.edit(2, "se", "see", ""), RULE.edit(11, "b", "c", "")], [])
    passes.add([OTHER.edit(2, "see veral", "several", "")], [])
    assert shown(passes.edits()) == [("other", 2, "se veral", "several"), ("example", 11, "b", "c")]


def test_a_change_that_a_later_pass_reverses_leaves_no_edit():
    passes = Passes("a b")
    passes.add([RULE.edit(0, "a", "x", "")], [])
    passes.add([RULE.edit(0, "x", "a", "")], [])
    assert passes.edits() == []


def test_suggestions_are_those_of_the_last_pass_moved_back_to_the_input():
    passes = Passes("one two three")
    passes.add([RULE.edit(0, "one", "1", "")], [RULE.edit(8, "three", "3", "", suggest=True)])
    passes.add([], [OTHER.edit(2, "two", "2", "", suggest=True), OTHER.edit(0, "1", "I", "", suggest=True)])
    assert shown(passes.suggestions()) == [("other", 4, "two", "2")]
    assert passes.suggestions()[0].status == SUGGESTED


@st.composite
def changes(draw):
    """A text and up to four passes over it, each a few disjoint edits of the output of the pass before."""
    text = draw(st.text("ab ", min_size=1, max_size=12))
    passes, current = [], text
    for _ in range(draw(st.integers(1, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(current)), max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        edits = [RULE.edit(a, current[a:b], draw(st.text("xy", max_size=2)), "") for a, b in pairs]
        edits = [edit for edit in edits if edit.before != edit.after]
        passes.append(edits)
        current = apply(current, edits)
    return text, passes, current


@given(changes())
def test_the_folded_edits_make_of_the_input_what_the_passes_made(drawn):
    text, all_edits, current = drawn
    passes = Passes(text)
    for edits in all_edits:
        passes.add(edits, [])
    assert passes.current == current
    assert apply(text, passes.edits()) == current


def _unfold(text):
    """Takes the first `a` of a text for a `b`: one more with each pass."""
    if "a" in text:
        yield RULE.edit(text.index("a"), "a", "b", "an example")


@pytest.mark.parametrize(("until_stable", "text"), [(True, "bbb"), (False, "baa")])
def test_the_runner_runs_a_stage_until_it_proposes_nothing_new(until_stable, text):
    recipe = Recipe("passes", (Stage("passes", lift(_unfold), until_stable=until_stable),))
    [copy] = clean_batch([Document("d", "aaa")], recipe, Resources(Options()))
    assert copy.text == text


def test_the_runner_gives_up_on_a_stage_that_never_settles():
    def swap(text):
        yield RULE.edit(0, text[0], "b" if text[0] == "a" else "a", "an example")

    recipe = Recipe("passes", (Stage("passes", lift(swap)),))
    [copy] = clean_batch([Document("d", "a")], recipe, Resources(Options()))
    assert copy.text == ("b" if MOST_PASSES % 2 else "a")
    assert copy.undo() == "a"
