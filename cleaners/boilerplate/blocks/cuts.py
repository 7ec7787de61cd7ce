"""Where to cut a text so that removed lines leave the right gap behind."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

from faircopy.cleaners.boilerplate.text_lines import Line


@dataclass(frozen=True, slots=True)
class Cut:
    """Removes the lines from `first` up to, not including, `last`: the text from `start` to `end` (code points)."""

    first: int
    last: int
    start: int
    end: int


def cuts(text: str, lines: Sequence[Line], removed: Sequence[Hashable]) -> list[Cut]:
    """The cuts that remove the lines whose value in `removed` is true; neighbours with equal values are one cut.

    Of the gaps before and after the removed lines the wider is kept.

    >>> from faircopy.cleaners.boilerplate.text_lines import placed_lines
    >>> text = "Head\\n\\none\\ntwo\\n\\nLast"
    >>> [text[cut.start : cut.end] for cut in cuts(text, list(placed_lines(text)), ["", "", "x", ""])]
    ['\\ntwo']
    """
    out: list[Cut] = []
    for is_removed, numbers in groupby(range(len(lines)), key=lambda number: bool(removed[number])):
        if is_removed:
            run = list(numbers)
            start, end = _region(text, lines, run[0], run[-1])
            reasons = [list(same) for _, same in groupby(run, key=lambda number: removed[number])]
            edges = [start, *(lines[same[0]].start for same in reasons[1:]), end]
            out += [Cut(same[0], same[-1] + 1, edges[place], edges[place + 1]) for place, same in enumerate(reasons)]
    return out


def _region(text: str, lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """The start and end of the text to remove between two lines that are kept."""
    start = lines[first].start
    end = lines[last + 1].start if last + 1 < len(lines) else len(text)
    if first == 0:
        return 0, end
    before = _text_end(text, lines[first - 1])
    if last + 1 == len(lines):
        return before, end
    after = _text_end(text, lines[last])
    return (before, after) if end - after > start - before else (start, end)


def _text_end(text: str, line: Line) -> int:
    return line.start + len(text[line.start : line.end].rstrip())
