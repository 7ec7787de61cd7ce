from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.edits import Edit, make_fair_copy
from faircopy.viewer.differences import Difference, between, between_versions, of_copy
from faircopy.viewer.widening import widen

TEXTS = st.text(st.sampled_from("ab '.-\n\r\u2028\u0301\u200d\U0001f44d\U0001f3fd\xa0"), max_size=40)


def patched(old: str, new: str, differences: list[Difference]) -> str:
    """The old text with every difference taken from the new one."""
    out, position = [], 0
    for found in differences:
        out += [old[position : found.old_start], new[found.new_start : found.new_end]]
        position = found.old_end
    return "".join([*out, old[position:]])


def edit(before: str, text: str, after: str, rule: str = "typos/non-word") -> Edit:
    return Edit(rule.partition("/")[0], rule, text.index(before), before, after, "because")


@given(TEXTS, TEXTS)
def test_differences_turn_one_text_into_the_other(old, new):
    found = between(old, new)
    assert patched(old, new, found) == new
    assert patched(old, new, widen(old, new, found)) == new


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert between(text, text) == []


@given(TEXTS, TEXTS)
def test_widened_differences_do_not_overlap(old, new):
    widened = widen(old, new, between(old, new))
    for one, other in pairwise(widened):
        assert one.old_end < other.old_start
        assert one.new_end < other.new_start


def test_a_fair_copy_names_its_rules():
    raw = "Talks in Kiev went on foreover."
    names, typos = edit("Kiev", raw, "Kyiv", "names/place"), edit("foreover", raw, "forever")
    copy = make_fair_copy("a", raw, [[names], [typos]])
    assert [(raw[d.old_start : d.old_end], [c.rule for c in d.causes]) for d in of_copy(copy)] == [
        ("ie", ["names/place"]),
        ("o", ["typos/non-word"]),
    ]


def test_a_change_and_its_reversal_are_no_difference():
    there, back = Edit("layout", "layout/x", 0, "a", "b", ""), Edit("typos", "typos/x", 0, "b", "a", "")
    assert of_copy(make_fair_copy("a", "a", [[there], [back]])) == []


def test_between_versions_the_rules_of_edits_in_only_one_of_them_are_named():
    raw = "Talks in Kiev. Talks in Lugansk. More talks.\n"
    kyiv = edit("Kiev", raw, "Kyiv", "names/place")
    luhansk = edit("Lugansk", raw, "Luhansk", "names/region")
    old = make_fair_copy("a", raw, [[kyiv]])
    new = make_fair_copy("a", raw.replace("More", "No"), [[kyiv, luhansk]])
    found = between_versions(old, new)
    assert [(old.text[d.old_start : d.old_end], [c.rule for c in d.causes]) for d in found] == [
        ("Lugansk", ["names/region"]),
        ("More", []),
    ]


def test_a_block_too_large_to_compare_is_replaced(monkeypatch):
    monkeypatch.setattr("faircopy.viewer.differences.TOO_MANY_PAIRS", 3)
    assert between("one two", "one six") == [Difference(0, 7, 0, 7)]
