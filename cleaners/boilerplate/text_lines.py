"""A document as its lines that are not blank, and the edits that remove some of them."""

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
    """A line without the spaces around it; `start` to `end` are the whole line with its newline (code points)."""

    text: str
    start: int
    end: int


class TextLines(NamedTuple):
    """The remaining lines of a document as the rules read them; lines are given by number.

    `prose` are the lines of running text, `first_prose` and `last_prose` the first and last of them (the number of
    lines and -1 where there are none). `typed` are lines with a type by their form, `marked` those that are markers.
    `between` are not running text, but between two lines of it; `copied` are long lines that occur more than once;
    `repeated` repeat in the source. `article` is, for the lines at the top, the share of their longer words that
    running text elsewhere in the document holds.
    """

    lines: Sequence[str]
    prose: Sequence[int]
    first_prose: int
    last_prose: int
    typed: Sequence[tuple[int, str]]
    marked: Sequence[tuple[int, Marker]]
    between: Sequence[int]
    copied: Sequence[int]
    repeated: Sequence[int]
    article: Sequence[float]


class Proposal(NamedTuple):
    """A line to remove (`apply`) or to suggest, by its number among the lines that are not blank."""

    line: int
    kind: Kind
    reason: str
    confidence: float
    apply: bool = True


def nonblank_lines(text: str) -> list[str]:
    """The lines that are not blank, without the spaces around them."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def placed_lines(text: str) -> Iterator[Line]:
    """The lines of `nonblank_lines` with their positions."""
    start = 0
    for piece in text.split("\n"):
        end = min(start + len(piece) + 1, len(text))
        if line := piece.strip():
            yield Line(line, start, end)
        start = end


def removals(text: str, proposals: Mapping[int, Proposal]) -> Iterator[Edit]:
    """The edits that remove lines with their newlines, or suggest to; keys number the lines of `nonblank_lines`."""
    pieces = text.split("\n")
    starts = list(accumulate([len(piece) + 1 for piece in pieces], initial=0))
    nonblank = [number for number, piece in enumerate(pieces) if piece and not piece.isspace()]
    for line in sorted(proposals):
        number = nonblank[line]
        yield removal(text[starts[number] : starts[number + 1]], starts[number], proposals[line])


def removal(before: str, start: int, proposal: Proposal) -> Edit:
    """The edit that removes a line with its newline, or suggests to."""
    suggest = not proposal.apply
    return proposal.kind.rule.edit(start, before, "", proposal.reason, proposal.confidence, suggest=suggest)
