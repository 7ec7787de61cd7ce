"""Replaced Windows line ends: a heading counts them, instead of a mark on every line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from faircopy.viewer.differences import Cause, Difference

RULE = "encoding/line-break"


def windows_line_ends(old: str, differences: Sequence[Difference]) -> list[int]:
    """The offsets (code points) in the old text where the rule removed a carriage return before a line feed."""
    causes = (cause for difference in differences for cause in difference.causes if cause.rule == RULE)
    return sorted({cause.start for cause in causes if old.startswith("\r\n", cause.start)})


def without_windows_line_ends(old: str, differences: Sequence[Difference]) -> tuple[str, list[Difference]]:
    """The old text without these carriage returns, and the remaining differences."""
    gone = windows_line_ends(old, differences)
    if not gone:
        return old, list(differences)
    kept = [old[start:end] for start, end in zip([0, *(at + 1 for at in gone)], [*gone, len(old)], strict=True)]
    taken = set(gone)
    moved = (_moved(difference, gone, taken) for difference in differences)
    return "".join(kept), [found for found in moved if not _is_empty(found)]


def _moved(difference: Difference, gone: Sequence[int], taken: Set[int]) -> Difference:
    causes = tuple(
        Cause(cause.rule, _at(cause.start, gone), _at(cause.end, gone), cause.blank)
        for cause in difference.causes
        if cause.rule != RULE or cause.start not in taken
    )
    start, end = _at(difference.old_start, gone), _at(difference.old_end, gone)
    return Difference(start, end, difference.new_start, difference.new_end, causes)


def _is_empty(difference: Difference) -> bool:
    return difference.old_start == difference.old_end and difference.new_start == difference.new_end


def _at(position: int, gone: Sequence[int]) -> int:
    return position - bisect_left(gone, position)
