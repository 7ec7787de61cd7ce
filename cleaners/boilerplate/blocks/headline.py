"""The headline of a page by its declared title, and the positions of the other lines relative to it."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.tree import Floats, Ints, Numbers, Tree

LONGEST = 300  # bytes
ENOUGH = 0.5
FARTHEST = 30  # levels
# How much the level of a heading counts.
TRUST = {1: 1.5, 2: 1.0, 3: 1.0}
ANYTHING_ELSE = 0.6
ABSENT = -999.0


def find_headline(
    heading: Numbers, size: Numbers, words: Numbers, in_title: Numbers, title_words: int
) -> tuple[int, float]:
    """The line most similar to the declared title, or -1; and its score.

    `heading` is the level of each line (0: none), `in_title` how many of its words the title has too.
    """
    if not len(words):
        return -1, 0.0
    together = in_title / np.maximum(words + title_words - in_title, 1)
    alone = in_title / np.maximum(words, 1) * np.minimum(1, words / 4)
    trust = np.select([heading == level for level in TRUST], list(TRUST.values()), ANYTHING_ELSE)
    score = ((2 * together + alone) * trust + 0.5 * (heading == 1)) * (size <= LONGEST) * (words > 0)
    best = int(np.argmax(score))
    return (best, float(score[best])) if score[best] >= ENOUGH else (-1, 0.0)


def headline_columns(tree: Tree, headline: int, score: float, heading: Numbers, size: Floats) -> dict[str, Numbers]:
    """The position of each block relative to the headline."""
    rows = len(heading)
    out: dict[str, Numbers] = {"headline": np.full(rows, score)}
    if headline < 0:
        names = ("headline_lines", "headline_size", "headline_up", "headline_down", "h1_since", "h2_since")
        return out | {name: np.full(rows, ABSENT) for name in names}
    line = np.arange(rows)
    sizes = np.cumsum(size)
    out["headline_lines"] = (line - headline).astype(np.float64)
    out["headline_size"] = np.sign(line - headline) * np.log1p(np.abs(sizes - sizes[headline]))
    up, common = levels_to_common_ancestor(tree, int(tree.around[headline]))
    out["headline_up"] = up
    out["headline_down"] = tree.depth[tree.around] - tree.depth[common]
    for level in (1, 2):
        count = np.cumsum(heading == level)
        out[f"h{level}_since"] = np.where(line > headline, count - count[headline], -1.0)
    return out


def levels_to_common_ancestor(tree: Tree, element: int) -> tuple[Floats, Ints]:
    """How many levels above the element its common ancestor with each block is, and that ancestor."""
    up, common = np.full(len(tree.around), -1.0), np.zeros(len(tree.around), np.int64)
    for level in range(FARTHEST):
        new = tree.contains(element) & (up < 0)
        up[new], common[new] = level, element
        if element == 0:
            break
        element = int(tree.parents[element])
    return up, common
