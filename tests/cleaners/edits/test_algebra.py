"""The algebra of edits, proved on hostile texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.edits import Edit, apply, make_fair_copy, undo

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "ab \n\r\t\x00é\N{COMBINING ACUTE ACCENT}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{NO-BREAK SPACE}"
        ),
        st.sampled_from(
            ["\N{WOMAN}", "\N{EMOJI MODIFIER FITZPATRICK TYPE-4}", "\N{REGIONAL INDICATOR SYMBOL LETTER U}"]
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


@st.composite
def stage_edits(draw, text, stage):
    """Disjoint edits in text order; two insertions at one point and adjacent deletions among them."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in list(pairwise(cuts))[:: draw(st.sampled_from([1, 2]))]:
        after = draw(st.one_of(st.just(""), HOSTILE, st.just(text[start:end])))
        edits.append(Edit(stage, f"{stage}/rule", start, text[start:end], after, "because"))
    return edits


@st.composite
def runs(draw):
    """A raw text and the edits of up to four stages, each in coordinates of the text before it."""
    raw = text = draw(HOSTILE)
    stages = []
    for n in range(draw(st.integers(0, 4))):
        edits = draw(stage_edits(text, f"s{n}"))
        stages.append(edits)
        text = apply(text, edits)
        if edits and draw(st.booleans()):  # a stage that takes the last one back
            shift, back = 0, []
            for e in edits:
                back.append(Edit(f"u{n}", "undo", e.start + shift, e.after, e.before, "back"))
                shift += len(e.after) - len(e.before)
            stages.append(back)
            text = apply(text, back)
    return raw, stages, text


@given(runs())
def test_composition_equals_running_the_stages(run):
    raw, stages, clean = run
    copy = make_fair_copy("d", raw, stages)
    assert copy.text == clean
    parts, position = [], 0
    for hunk in copy.hunks:
        parts += (raw[position : hunk.raw_start], clean[hunk.clean_start : hunk.clean_end])
        position = hunk.raw_end
    assert "".join([*parts, raw[position:]]) == clean


@given(runs())
def test_undo_gives_the_raw_text_back(run):
    raw, stages, clean = run
    for edits in reversed(stages):
        clean = undo(clean, edits)
    assert clean == raw


@given(runs())
def test_every_edit_lies_in_exactly_one_hunk(run):
    raw, stages, _ = run
    copy = make_fair_copy("d", raw, stages)
    members = sorted(member for hunk in copy.hunks for member in hunk.edits)
    assert members == [(s, n) for s, edits in enumerate(copy.stages) for n in range(len(edits))]


@given(runs())
def test_hunks_are_disjoint_ordered_and_trimmed(run):
    raw, stages, clean = run
    hunks = make_fair_copy("d", raw, stages).hunks
    for left, right in pairwise(hunks):
        assert left.raw_end <= right.raw_start
        assert left.clean_end <= right.clean_start
    for hunk in hunks:
        before, after = raw[hunk.raw_start : hunk.raw_end], clean[hunk.clean_start : hunk.clean_end]
        assert not before or not after or (before[0] != after[0] and before[-1] != after[-1])


@given(runs())
def test_spans_lie_in_their_texts_and_hold_the_first_stage_words(run):
    raw, stages, clean = run
    copy = make_fair_copy("d", raw, stages, suggestions=stages)
    for edit in (*copy.edits, *copy.suggestions):
        assert 0 <= edit.raw_start <= edit.raw_end <= len(raw)
        if edit.clean_start is not None:
            assert 0 <= edit.clean_start <= edit.clean_end <= len(clean)
    for edit in copy.stages[0] if copy.stages else ():
        assert raw[edit.raw_start : edit.raw_end] == edit.before or edit.stage != "s0"
    for edit in copy.stages[-1] if copy.stages else ():
        assert clean[edit.clean_start : edit.clean_end] == edit.after


@given(runs())
def test_a_word_no_other_edit_touches_keeps_exact_spans(run):
    raw, stages, clean = run
    copy = make_fair_copy("d", raw, stages)
    for hunk in copy.hunks:
        if len(hunk.edits) == 1:
            [(stage, number)] = hunk.edits
            edit = copy.stages[stage][number]
            assert raw[edit.raw_start : edit.raw_end] == edit.before
            assert edit.clean_start is not None
            assert clean[edit.clean_start : edit.clean_end] == edit.after


@given(runs())
def test_no_two_edits_share_an_id(run):
    raw, stages, _ = run
    copy = make_fair_copy("d", raw, stages, suggestions=stages)
    ids = [edit.id for edit in (*copy.edits, *copy.suggestions)]
    assert len(set(ids)) == len(ids)


def test_the_same_change_twice_inside_an_earlier_edit():
    stages = [[Edit("a", "a/r", 0, "x", "kiev and kiev", "")], [Edit("b", "b/r", at, "k", "K", "") for at in (0, 9)]]
    first, second, third = make_fair_copy("d", "x", stages).edits
    assert first.raw_start == second.raw_start == third.raw_start
    assert second.id != third.id
