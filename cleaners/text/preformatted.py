"""Preformatted spans (code on a page), where white space is part of the text.

`markup` finds them once; the runner carries them over the edits of each stage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.edits.compose import Shift
from faircopy.cleaners.text.spans import Span

NOTE = "preformatted"  # key in `Document.notes`: disjoint spans of `text` in text order


def spans_of(pieces: Sequence[str], preformatted: Sequence[int]) -> tuple[Span, ...]:
    """The spans of some pieces of a text, given by index. Spans with only one piece between them become one.

    >>> spans_of(["Run", "\\n", "if x:", "\\n", "  y()", "\\n", "and", "\\n", "wait"], [2, 4])
    ((4, 15),)
    """
    edges = [0, *accumulate(map(len, pieces))] if preformatted else []
    runs: list[list[int]] = []
    for number in preformatted:
        if runs and number <= runs[-1][1] + 2:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return tuple([(edges[first], edges[last + 1]) for first, last in runs])


def as_note(spans: Sequence[Span]) -> dict[str, object]:
    """The spans as a note of a document; empty if there are none."""
    return {NOTE: tuple(spans)} if spans else {}


def spans_in(notes: Mapping[str, object]) -> tuple[Span, ...]:
    """The spans in the notes of a document."""
    spans = notes.get(NOTE, ())
    assert isinstance(spans, tuple)
    return spans


def carried_note(notes: Mapping[str, object], edits: Sequence[Edit]) -> Mapping[str, object]:
    """The notes with their spans carried over a stage's edits."""
    return {**notes, NOTE: carried(spans_in(notes), edits)} if edits and NOTE in notes else notes


def carried(spans: Sequence[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """The spans after a stage's edits (disjoint, in text order), without those that were deleted."""
    forward = Shift(edits).forward
    return tuple([(start, end) for start, end in map(forward, spans) if start < end]) if spans else ()


def spare_preformatted(spans: Sequence[Span], edits: list[Edit]) -> list[Edit]:
    """The edits without those inside a line of a span; edits of line breaks stay, since they join broken sentences."""
    if not spans:
        return edits
    starts = [start for start, _ in spans]

    def is_inside(edit: Edit) -> bool:
        before = bisect_right(starts, edit.start) - 1
        return before >= 0 and starts[before] < edit.start and edit.end < spans[before][1]

    return [edit for edit in edits if "\n" in edit.before or not is_inside(edit)]
