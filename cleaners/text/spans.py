"""Spans of code points: overlap with sorted, disjoint spans, and merging."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]


def overlaps_any(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether [start, end) overlaps one of the sorted, disjoint spans. An empty span counts if it is inside one.

    >>> overlaps_any([(2, 5)], 4, 9), overlaps_any([(2, 5)], 5, 9), overlaps_any([(2, 5)], 3, 3)
    (True, False, True)
    """
    nearest = bisect_right(spans, max(end - 1, start), key=lambda span: span[0]) - 1
    return nearest >= 0 and spans[nearest][1] > start


def merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in text order, touching and overlapping ones merged."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
