"""Stages folded into hunks from raw to clean, and spans carried across stages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from faircopy.cleaners.edits.edit import Edit

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch that differs between raw and clean, and the edits that made it so.

    `edits` are (stage number, number within the stage). A change and its reversal leave a hunk
    with nothing before and nothing after, so that its edits stay accounted for.
    """

    raw_start: int
    raw_end: int
    clean_start: int
    clean_end: int
    edits: tuple[tuple[int, int], ...]


class Shift:
    """Carries spans across the edits of one stage (disjoint, in text order), either way."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.before: list[Span] = [(e.start, e.end) for e in edits]
        self.after: list[Span] = []
        moved = 0
        for edit in edits:
            start = edit.start + moved
            self.after.append((start, start + len(edit.after)))
            moved += len(edit.after) - len(edit.before)

    def forward(self, span: Span) -> Span:
        """A span of the stage's input as a span of its output."""
        return _carry(span, self.before, self.after)

    def backward(self, span: Span) -> Span:
        """A span of the stage's output as a span of its input."""
        return _carry(span, self.after, self.before)


def _carry(span: Span, here: list[Span], there: list[Span]) -> Span:
    """Move a span from one side of a stage to the other, widened to the edges of edits it overlaps."""
    start, end = span
    # The edits that end at or before the start lie left of the span; those that start at or after its end, right.
    left = bisect_right(here, start, key=lambda edge: edge[1])
    right = bisect_left(here, end, key=lambda edge: edge[0])
    if left > right:  # an empty span on an edit that is empty on this side: it stands for all of that edit
        first, last = right, left - 1
        return there[first][0], there[last][1]
    new_start = start + (there[left - 1][1] - here[left - 1][1] if left else 0)
    new_end = end + (there[right][0] - here[right][0] if right < len(here) else _tail(here, there))
    if left < right:
        new_start = min(new_start, there[left][0])
        new_end = max(new_end, there[right - 1][1])
    return new_start, new_end


def _tail(here: list[Span], there: list[Span]) -> int:
    return there[-1][1] - here[-1][1] if here else 0


def compose(raw: str, clean: str, stages: Sequence[Sequence[Edit]]) -> tuple[Hunk, ...]:
    """The stages' applied edits folded into hunks raw -> clean.

    Touching edits merge, then the common prefix and suffix of each hunk are trimmed. Every edit
    belongs to exactly one hunk.
    """
    return tuple(_trim(raw, clean, hunk) for hunk in fold(stages))


def fold(stages: Sequence[Sequence[Edit]]) -> list[Hunk]:
    """The stages' applied edits as hunks of touching edits, not trimmed."""
    hunks: list[Hunk] = []
    for number, edits in enumerate(stages):
        hunks = _fold_stage(hunks, edits, number)
    return hunks


def _fold_stage(hunks: Sequence[Hunk], edits: Sequence[Edit], stage: int) -> list[Hunk]:
    """Merge one more stage, whose edits are in coordinates of the hunks' clean side, into the hunks."""
    pieces = [(h.clean_start, h.clean_end, 0, n) for n, h in enumerate(hunks)]
    pieces += [(e.start, e.end, 1, n) for n, e in enumerate(edits)]
    pieces.sort()
    out: list[Hunk] = []
    raw_shift = clean_shift = 0  # raw minus middle, and clean minus middle, left of the group
    for group in _touching(pieces):
        low, high = group[0][0], max(piece[1] for piece in group)
        grown_raw = grown_clean = 0
        members: list[tuple[int, int]] = []
        for _, _, is_edit, n in group:
            if is_edit:
                grown_clean += len(edits[n].after) - len(edits[n].before)
                members.append((stage, n))
            else:
                hunk = hunks[n]
                grown_raw += (hunk.raw_end - hunk.raw_start) - (hunk.clean_end - hunk.clean_start)
                members.extend(hunk.edits)
        out.append(
            Hunk(
                low + raw_shift,
                high + raw_shift + grown_raw,
                low + clean_shift,
                high + clean_shift + grown_clean,
                tuple(sorted(members)),
            )
        )
        raw_shift += grown_raw
        clean_shift += grown_clean
    return out


def _touching(pieces: list[tuple[int, int, int, int]]) -> list[list[tuple[int, int, int, int]]]:
    groups: list[list[tuple[int, int, int, int]]] = []
    reach = -1
    for piece in pieces:
        if groups and piece[0] <= reach:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        reach = max(reach, piece[1])
    return groups


def _trim(raw: str, clean: str, hunk: Hunk) -> Hunk:
    before, after = raw[hunk.raw_start : hunk.raw_end], clean[hunk.clean_start : hunk.clean_end]
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Hunk(hunk.raw_start + head, hunk.raw_end - tail, hunk.clean_start + head, hunk.clean_end - tail, hunk.edits)
