"""Which of a stage's proposed edits are applied, and which are left as suggestions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit, StaleEdit
from faircopy.cleaners.options import Options
from faircopy.cleaners.rule import defined
from faircopy.cleaners.stage import Stage
from faircopy.cleaners.text.protected import protected_near
from faircopy.cleaners.text.quotations import quotations_near
from faircopy.cleaners.text.spans import Span, overlaps_any


def resolve_conflicts(
    text: str, proposed: Sequence[Edit], stage: Stage, options: Options
) -> tuple[list[Edit], list[Edit]]:
    """Split a stage's proposals into (applied, suggestions), each in text order; applied edits are disjoint.

    Decided in this order: switches, protected spans, quotations, overlaps. Raises `LookupError` for an
    edit whose rule is not defined or belongs to another stage, `StaleEdit` for one that does not fit the text.
    """
    edits = [edit for edit in _switched(text, proposed, stage, options) if edit.before != edit.after]
    if edits and stage.spares_protected:
        edits = _unprotected(text, edits)
    if edits and stage.respects_quotations:
        edits = _mark_quoted(text, edits, stage, options)
    applied = _without_overlaps([edit for edit in edits if edit.status == APPLIED])
    winners = {id(edit) for edit in applied}
    others = (edit for edit in edits if id(edit) not in winners)
    return applied, _in_text_order([e if e.status != APPLIED else replace(e, status=SUGGESTED) for e in others])


def _switched(text: str, edits: Sequence[Edit], stage: Stage, options: Options) -> Iterator[Edit]:
    for edit in edits:
        if edit.start < 0 or not text.startswith(edit.before, edit.start):
            found = text[max(0, edit.start) : max(0, edit.end)][:40]
            raise StaleEdit(f"{edit.rule}: at {edit.start} expected {edit.before[:40]!r}, the text says {found!r}")
        if edit.stage != stage.name:
            raise LookupError(f"the stage {stage.name!r} proposed an edit of the rule {edit.rule!r}")
        switch = options.switch(edit.stage, edit.rule) or defined(edit.rule).default
        if switch == "suggest" and edit.status == APPLIED:
            yield replace(edit, status=SUGGESTED)
        elif switch != "off":
            yield edit


def _unprotected(text: str, edits: list[Edit]) -> list[Edit]:
    protected = protected_near(text, [(edit.start, edit.end) for edit in edits])
    return [e for e in edits if not overlaps_any(protected, e.start, e.end)] if protected else edits


def _mark_quoted(text: str, edits: list[Edit], stage: Stage, options: Options) -> list[Edit]:
    """Mark the edits inside quotation marks, and hold back those that the setting does not allow there."""
    quoted = quotations_near(text, [(edit.start, edit.end) for edit in edits])
    if not quoted:
        return edits
    held_back = options.quotations == "leave" or (options.quotations == "typos" and stage.changes_style)
    out = []
    for edit in edits:
        if overlaps_any(quoted, edit.start, edit.end):
            status = SUGGESTED if held_back and edit.status == APPLIED else edit.status
            edit = replace(edit, in_quote=True, status=status)
        out.append(edit)
    return out


def _without_overlaps(edits: list[Edit]) -> list[Edit]:
    """Of edits that overlap, keep the higher confidence, then the longer, then the one proposed first.

    Two insertions at one point do not overlap, unless they insert the same.
    """
    taken: list[Span] = []  # disjoint, in text order: an edit can only overlap its two neighbours
    inserted: set[tuple[int, str]] = set()
    kept: set[int] = set()
    for number in sorted(range(len(edits)), key=lambda n: (-edits[n].confidence, edits[n].start - edits[n].end, n)):
        edit = edits[number]
        span = edit.start, edit.end
        place = bisect_left(taken, span)
        if any(one < span[1] and span[0] < other for one, other in taken[max(0, place - 1) : place + 1]):
            continue
        if span[0] == span[1]:
            if (edit.start, edit.after) in inserted:
                continue
            inserted.add((edit.start, edit.after))
        taken.insert(place, span)
        kept.add(number)
    return _in_text_order([edit for number, edit in enumerate(edits) if number in kept])


def _in_text_order(edits: Sequence[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end))
