"""Which of a stage's proposed edits are applied, and which are left as suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.options import Options
from faircopy.cleaners.rule import defined
from faircopy.cleaners.stage import Stage
from faircopy.cleaners.text.protected import protected_near
from faircopy.cleaners.text.quotations import quotations_near
from faircopy.cleaners.text.spans import overlaps_any


def resolve_conflicts(
    text: str, proposed: Sequence[Edit], stage: Stage, options: Options
) -> tuple[list[Edit], list[Edit]]:
    """Split a stage's proposals into (applied, suggestions), each in text order; applied edits are disjoint.

    Decided in this order: switches, protected spans, quotations, overlaps. Raises `LookupError` for an
    edit whose rule is not defined.
    """
    edits = [edit for edit in _switched(proposed, stage, options) if edit.before != edit.after]
    if edits and stage.spares_protected:
        edits = _unprotected(text, edits)
    if edits and stage.respects_quotations:
        edits = _mark_quoted(text, edits, stage, options)
    applied = _without_overlaps([edit for edit in edits if edit.status == APPLIED])
    winners = {id(edit) for edit in applied}
    others = (edit for edit in edits if id(edit) not in winners)
    return applied, _in_text_order([e if e.status != APPLIED else replace(e, status=SUGGESTED) for e in others])


def _switched(edits: Sequence[Edit], stage: Stage, options: Options) -> Iterator[Edit]:
    for edit in edits:
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
    """Of edits that overlap, keep the higher confidence, then the longer, then the one proposed first."""
    rank = {id(edit): n for n, edit in enumerate(edits)}
    kept: list[Edit] = []
    for cluster in _clusters(_in_text_order(edits)):
        chosen: list[Edit] = []
        for edit in sorted(cluster, key=lambda e: (-e.confidence, e.start - e.end, rank[id(e)])):
            if not any(_clash(edit, other) for other in chosen):
                chosen.append(edit)
        kept += _in_text_order(chosen)
    return kept


def _clusters(ordered: list[Edit]) -> list[list[Edit]]:
    """Group edits in text order: those that overlap, directly or through others, lie together."""
    clusters: list[list[Edit]] = []
    reach = -1
    for edit in ordered:
        if clusters and (edit.start < reach or _clash(clusters[-1][-1], edit)):
            clusters[-1].append(edit)
            reach = max(reach, edit.end)
        else:
            clusters.append([edit])
            reach = edit.end
    return clusters


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits cannot both be applied. Two insertions at one point can, unless they insert the same."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start and one.after == other.after
    return one.start < other.end and other.start < one.end


def _in_text_order(edits: Sequence[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end))
