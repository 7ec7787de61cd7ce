"""Which of a stage's finds are applied, and which are left as suggestions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.options import Options
from faircopy.cleaners.text.protected import protected_near
from faircopy.cleaners.text.quotations import quotations_near
from faircopy.cleaners.text.spans import overlaps_any

# Stages that change words, and so must leave addresses, code and masked words alone.
WORD_STAGES = frozenset({"names", "typos"})


def settle(text: str, finds: Sequence[Edit], options: Options) -> tuple[list[Edit], list[Edit]]:
    """Split finds into (applied, suggestions): switches, protection, quotations, then overlaps."""
    finds = [find for find in _switched(finds, options) if find.before != find.after]
    if not finds:
        return [], []
    if finds[0].stage in WORD_STAGES:
        finds = _mark_quoted(text, _unprotected(text, finds), options)
    applied = _without_overlaps([f for f in finds if f.status == APPLIED])
    winners = {id(find) for find in applied}
    losers = [f if f.status != APPLIED else replace(f, status=SUGGESTED) for f in finds if id(f) not in winners]
    return applied, _in_text_order(losers)


def _switched(finds: Sequence[Edit], options: Options) -> Iterator[Edit]:
    if not options.switches:
        yield from finds
        return
    for find in finds:
        switch = options.switch(find.stage, find.rule)
        if switch == "suggest" and find.status == APPLIED:
            yield replace(find, status=SUGGESTED)
        elif switch != "off":
            yield find


def _unprotected(text: str, finds: list[Edit]) -> list[Edit]:
    guarded = protected_near(text, [(find.start, find.end) for find in finds])
    return [f for f in finds if not overlaps_any(guarded, f.start, f.end)] if guarded else finds


def _mark_quoted(text: str, finds: list[Edit], options: Options) -> list[Edit]:
    """Note which finds lie inside quotation marks, and hold back those the setting does not allow there."""
    quoted = quotations_near(text, [(find.start, find.end) for find in finds])
    if not quoted:
        return finds
    out = []
    for find in finds:
        if not overlaps_any(quoted, find.start, find.end):
            out.append(find)
            continue
        held_back = options.quotations == "leave" or (options.quotations == "typos" and find.stage == "names")
        status = SUGGESTED if held_back and find.status == APPLIED else find.status
        out.append(replace(find, in_quote=True, status=status))
    return out


def _without_overlaps(finds: list[Edit]) -> list[Edit]:
    """The higher confidence wins, then the longer, then the rule that comes first."""
    rank = {id(find): n for n, find in enumerate(finds)}
    kept: list[Edit] = []
    for cluster in _clusters(_in_text_order(finds)):
        chosen: list[Edit] = []
        for find in sorted(cluster, key=lambda f: (-f.confidence, f.start - f.end, rank[id(f)])):
            if not any(_clash(find, other) for other in chosen):
                chosen.append(find)
        kept += _in_text_order(chosen)
    return kept


def _clusters(ordered: list[Edit]) -> list[list[Edit]]:
    """Finds in text order, those that overlap (directly or through others) together."""
    clusters: list[list[Edit]] = []
    reach = -1
    for find in ordered:
        if clusters and (find.start < reach or _clash(clusters[-1][-1], find)):
            clusters[-1].append(find)
            reach = max(reach, find.end)
        else:
            clusters.append([find])
            reach = find.end
    return clusters


def _clash(one: Edit, other: Edit) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start and one.after == other.after
    return one.start < other.end and other.start < one.end


def _in_text_order(finds: list[Edit]) -> list[Edit]:
    return sorted(finds, key=lambda f: (f.start, f.end))
