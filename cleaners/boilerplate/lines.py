"""A document as the lines that hold something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.edits import Edit


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the spaces around it; `start` to `end` is the whole line with its newline, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with a line (its number among the lines that hold something), and why."""

    line: int
    rule: str
    reason: str
    confidence: float
    sure: bool = True


def ink_lines(text: str) -> list[str]:
    """The lines that hold something other than spaces, without the spaces around them."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def placed_lines(text: str) -> Iterator[Line]:
    """The lines of `ink_lines` with their places."""
    start = 0
    for piece in text.split("\n"):
        end = min(start + len(piece) + 1, len(text))
        if line := piece.strip():
            yield Line(line, start, end)
        start = end


def removal(text: str, line: Line, verdict: Verdict) -> Edit:
    """The edit that takes a line out with its newline, or suggests to."""
    status = "applied" if verdict.sure else "suggested"
    before = text[line.start : line.end]
    return Edit(
        "boilerplate", f"boilerplate/{verdict.rule}", line.start, before, "", verdict.reason, verdict.confidence, status
    )
