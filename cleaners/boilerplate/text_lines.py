"""A document as the lines that hold something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from faircopy.cleaners.boilerplate.kinds import Kind
from faircopy.cleaners.boilerplate.markers.marker import Marker
from faircopy.cleaners.edits import Edit


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the spaces around it; `start` to `end` is the whole line with its newline, in code points."""

    text: str
    start: int
    end: int


class Text(NamedTuple):
    """The lines of a document that hold something, and which of them the rules may ask about, each by its number.

    `formed` are lines with the type that their form gives them; `marked` those that are a marker;
    `between` are no running text, but stand between two lines of it; `copied` are long ones that
    stand there more than once; `repeated` repeat in the source. `article` is the share of each
    line's longer words that running text elsewhere in the document holds. `prose` are the lines of running text,
    `first_prose` and `last_prose` the first and the last of them: the number of lines and -1 where there is none.
    """

    lines: Sequence[str]
    prose: Sequence[int]
    first_prose: int
    last_prose: int
    formed: Sequence[tuple[int, str]]
    marked: Sequence[tuple[int, Marker]]
    between: Sequence[int]
    copied: Sequence[int]
    repeated: Sequence[int]
    article: Sequence[float]


class Verdict(NamedTuple):
    """What to do with a line (its number among the lines that hold something), and why."""

    line: int
    kind: Kind
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
    pieces = text.split("\n")
    starts = list(accumulate([len(piece) + 1 for piece in pieces], initial=0))
    inked = [number for number, piece in enumerate(pieces) if piece and not piece.isspace()]
    for line in sorted(verdicts):
        number = inked[line]
        yield removal(text[starts[number] : starts[number + 1]], starts[number], verdicts[line])


def removal(before: str, start: int, verdict: Verdict) -> Edit:
    """The edit that takes a line out with its newline, or suggests to."""
    return verdict.kind.rule.edit(start, before, "", verdict.reason, verdict.confidence, suggest=not verdict.sure)
