"""A document as the lines that hold something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaners.edits import Edit


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the spaces around it; `start` to `end` is the whole line with its newline, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a document that hold something.

    `prose` says which are running text; `worth` are the numbers of those that may have a type: plain
    paragraphs are left out; `marked` are those of them that hold a phrase of pages; `copied` are the
    lines that stand in the document more than once. `article` is the share of each line's longer words that
    running text elsewhere in the document holds.
    """

    lines: Sequence[str]
    prose: Sequence[bool]
    worth: Sequence[int]
    marked: Sequence[int]
    copied: Sequence[int]
    article: Sequence[float]

    @property
    def first_prose(self) -> int:
        """The number of the first line of running text; the number of lines when there is none."""
        return next((number for number, prose in enumerate(self.prose) if prose), len(self.lines))

    @property
    def last_prose(self) -> int:
        """The number of the last line of running text; -1 when there is none."""
        return next((number for number in reversed(range(len(self.prose))) if self.prose[number]), -1)


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


def removals(text: str, verdicts: Mapping[int, Verdict]) -> Iterator[Edit]:
    """The edits that take lines out, each by its number in `ink_lines`, with their newlines, or suggest to."""
    start, number = 0, -1
    for piece in text.split("\n"):
        end = start + len(piece) + 1
        if piece and not piece.isspace():
            number += 1
            if number in verdicts:
                yield removal(text, Line(piece.strip(), start, min(end, len(text))), verdicts[number])
        start = end


def removal(text: str, line: Line, verdict: Verdict) -> Edit:
    """The edit that takes a line out with its newline, or suggests to."""
    status = "applied" if verdict.sure else "suggested"
    before = text[line.start : line.end]
    return Edit(
        "boilerplate", f"boilerplate/{verdict.rule}", line.start, before, "", verdict.reason, verdict.confidence, status
    )
