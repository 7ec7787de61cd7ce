"""Why blocks of a page are removed, as a sentence: what names their kind, then the strongest features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.naming import MOSTLY_LINKS, NOWHERE, BlockName
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.kinds import OWN_MARKER, REPEATS_IN_SOURCE
from faircopy.cleaners.markup.blocks import Blocks

OF_SOURCE = frozenset((REPEATS_IN_SOURCE, OWN_MARKER))
LONGEST_NAME = 40  # code points
MOST_FACTS = 3
SIDE_BY_SIDE = np.log1p(3)
HEAVY = 15  # weight of words, as in the column `weight`
UNLIKELY = 0.25
SHORT = 12  # words
# The columns that the sentences read.
COLUMNS = (
    *("linked", "best_inside", "repeated", "weight"),
    *("ends_sentence", "words", "score_around_2"),
)


class Reasons:
    """Reasons for the removed blocks of one page, from its features; `stays` marks the blocks that are kept."""

    def __init__(self, blocks: Blocks, lines: Sequence[str], columns: Columns, stays: NDArray[np.bool_]) -> None:
        self.blocks, self.lines = blocks, lines
        self.first, self.last = int(np.argmax(stays)), len(stays) - 1 - int(np.argmax(stays[::-1]))
        table = np.stack([np.asarray(columns[name], np.float64) for name in COLUMNS], 1)
        self._announced, self._headings = columns["heading_other"], np.flatnonzero(columns["heading"])
        self._sums = np.concatenate([np.zeros((1, len(COLUMNS))), np.cumsum(table, 0)])

    def of(self, named: BlockName, first: int, last: int, probability: float) -> str:
        """Why the blocks from `first` up to `last` are removed; `probability` is that of being article."""
        if named.kind in OF_SOURCE:
            return named.kind.reason
        lines = f"{last - first} lines" if last - first > 1 else "a line"
        start = f"{named.reason or named.kind.reason}: {lines}"
        if named.element != NOWHERE:
            start += f" in {_shown(self.blocks, named.element)}"
        means = ((self._sums[last] - self._sums[first]) / (last - first)).tolist()
        part = dict(zip(COLUMNS, means, strict=True))
        facts = list(_facts(part, self._place(first), self._heading(first)))[:MOST_FACTS]
        return f"{', '.join([start, *facts])} (probability {1 - probability:.2f})"

    def _place(self, block: int) -> str:
        """The position of a block relative to the article; nothing inside it."""
        if block < self.first:
            return "above the article"
        return "below the article" if block > self.last else ""

    def _heading(self, block: int) -> str:
        """The heading above a block, or the block itself, if it announces something other than an article."""
        if self._announced[block] <= 0:
            return ""
        return _short(self.lines[self._headings[np.searchsorted(self._headings, block, "right") - 1]])


def _facts(part: dict[str, float], place: str, heading: str) -> Iterator[str]:
    """The facts about the blocks, the strongest first, given the means of their columns, their position and heading."""
    if part["linked"] > MOSTLY_LINKS:
        yield f"{part['linked']:.0%} of it links"
    if place:
        yield place
    elif part["best_inside"] < MOSTLY_LINKS:
        yield "outside the element that holds the article"
    if part["repeated"] >= SIDE_BY_SIDE:
        yield f"one of {np.expm1(part['repeated']):.0f} similar elements"
    if heading:
        yield f"under the heading “{heading}”"
    if part["weight"] > HEAVY:
        yield "in words typical of page furniture"
    if 0 <= part["score_around_2"] < UNLIKELY:
        yield "among other boilerplate"
    if part["ends_sentence"] < MOSTLY_LINKS and part["words"] < SHORT:
        yield "no whole sentence"
    yield "unlike the text around it"


def _shown(blocks: Blocks, element: int) -> str:
    tag, words = blocks.elements.tags[element], _short(" ".join(blocks.elements.words[element].split()))
    return f"<{tag}> “{words}”" if words else f"<{tag}>"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"
