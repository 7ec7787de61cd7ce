"""Features of a line from its context: neighbours, running text around it, position in the document, as columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.phrase_kinds import PHRASE_KINDS

# Kinds of phrases that point to boilerplate; the others are words of running text.
PAGE_KINDS = tuple(phrase_kind.name for phrase_kind in PHRASE_KINDS.values() if phrase_kind.kind)
NEAR = (
    "words",
    "capital_share",
    "ends_sentence",
    "prose",
    "function",
    "page",
    "digit",
    "separator",
    "ends_colon",
    "article",
)
FAR = ("words", "prose", "page")
WINDOW = 5
NEAREST = 3  # lines among which title-like and very short lines are counted
HEADING_WORDS = 8
FARTHEST = 40
ANY_DISTANCE = 10**9
LINK_LISTS = ("related", "section", "share", "comments", "newsletter")


def context_columns(columns: Columns, documents: Ints) -> Columns:
    """The columns that depend on the lines around each line; `columns` are those of the lines themselves."""
    if not len(documents):
        return {}
    first = np.searchsorted(documents, documents, "left")
    last = np.searchsorted(documents, documents, "right") - 1
    line = np.arange(len(documents))
    near = _Neighbours(line, first, last)
    page = np.sum([columns[kind] for kind in PAGE_KINDS], axis=0)
    seen = {**columns, "page": page}
    out: dict[str, NDArray[Any]] = {"page": page}
    for step in (-2, -1, 1, 2):
        for name in NEAR if abs(step) == 1 else FAR:
            out[f"{name}{step:+d}"] = near.shifted(seen[name], step)
    for kind in LINK_LISTS:
        out[f"{kind}_before"] = near.window(columns[kind] * (columns["words"] <= HEADING_WORDS), -WINDOW, -1)
    for name in ("page", "prose"):
        out[f"{name}_before"] = near.window(seen[name], -WINDOW, -1)
        out[f"{name}_after"] = near.window(seen[name], 1, WINDOW)
    for name, matches in _kinds_of_line(columns).items():
        out[f"{name}_before"] = near.window(matches, -NEAREST, -1)
        out[f"{name}_after"] = near.window(matches, 1, NEAREST)
    out |= _running_text(columns, near)
    out |= _place(columns, near)
    return {name: column.astype(np.float32) for name, column in out.items()}


def _kinds_of_line(columns: Columns) -> Columns:
    """Whether each line looks like a headline (`titles`), and like a name, label or button (`scraps`)."""
    words, open_end = columns["words"], columns["ends_sentence"] == 0
    title = (words >= 5) & (words <= 22) & open_end & (columns["ends_ellipsis"] == 0)
    return {"titles": title.astype(np.float32), "scraps": ((words <= 4) & open_end).astype(np.float32)}


class _Neighbours:
    """Access to neighbouring lines of the same document."""

    def __init__(self, line: Ints, first: Ints, last: Ints) -> None:
        self.line, self.first, self.last = line, first, last
        self._steps: dict[int, tuple[Ints, NDArray[np.bool_]]] = {}

    def shifted(self, column: Column, step: int) -> Column:
        """The value `step` lines further; -1 beyond the document."""
        if step not in self._steps:
            at = self.line + step
            outside = (at < self.first) | (at > self.last)
            self._steps[step] = np.where(outside, 0, at), outside
        at, outside = self._steps[step]
        found = column[at]
        found[outside] = -1
        return found

    def window(self, column: Column, begin: int, end: int) -> NDArray[np.float64]:
        """The sum over the lines from `begin` to `end`, counted from each line."""
        sums = np.concatenate([np.zeros(1), np.cumsum(column, dtype=np.float64)])
        low = np.minimum(np.maximum(self.line + begin, self.first), self.last + 1)
        high = np.minimum(np.maximum(self.line + end + 1, self.first), self.last + 1)
        found: NDArray[np.float64] = sums[high] - sums[low]
        return found


def _running_text(columns: Columns, near: _Neighbours) -> dict[str, NDArray[np.float64]]:
    """The amount of running text before and after each line, and the distance to the nearest."""
    prose = columns["prose"] > 0
    words = np.where(prose, columns["words"], 0).astype(np.float32)
    line, first, last = near.line, near.first, near.last
    before, after = near.window(words, -ANY_DISTANCE, -1), near.window(words, 1, ANY_DISTANCE)
    above = np.maximum.accumulate(np.where(prose, line, -1))
    above = np.concatenate([[-1], above[:-1]])  # the line itself does not count
    below = np.minimum.accumulate(np.where(prose, line, len(line))[::-1])[::-1]
    below = np.concatenate([below[1:], [len(line)]])
    up = np.where(above >= first, line - above, FARTHEST)
    down = np.where(below <= last, below - line, FARTHEST)
    total = before + after + words
    return {
        "prose_words_before": np.minimum(before, 1000),
        "prose_words_after": np.minimum(after, 1000),
        "prose_share_before": before / np.maximum(total, 1),
        "lines_to_prose_up": np.minimum(up, FARTHEST),
        "lines_to_prose_down": np.minimum(down, FARTHEST),
        "gap": np.minimum(up + down, FARTHEST),
        "prose_words": np.minimum(total, 3000),
    }


def _place(columns: Columns, near: _Neighbours) -> dict[str, NDArray[np.float64]]:
    count = near.last - near.first + 1
    prose = near.window(columns["prose"], -ANY_DISTANCE, ANY_DISTANCE)
    return {
        "from_start": np.minimum(near.line - near.first, FARTHEST).astype(np.float64),
        "from_end": np.minimum(near.last - near.line, FARTHEST).astype(np.float64),
        "lines": np.minimum(count, 400).astype(np.float64),
        "prose_lines": prose / count,
    }
