"""Features of a block by its position relative to the element that likely contains the article."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.headline import levels_to_common_ancestor
from faircopy.cleaners.boilerplate.blocks.tree import BEYOND, Floats, NumberColumns, Tree
from faircopy.cleaners.boilerplate.features.line_features import Column

MOST = 0.6  # the share of the weight that the element must contain
SHORT_PARAGRAPH = 25  # bytes


def candidate_columns(tree: Tree, size: Floats, linked: Floats, commas: Column) -> NumberColumns:
    """The position relative to the element with the highest score of Readability (Arc90, 2009)."""
    points = np.where(size >= SHORT_PARAGRAPH, 1 + commas + np.minimum(size / 100, 3), 0.0)
    parent = tree.parents[tree.around]
    own = np.bincount(parent, points, len(tree.parents))
    inner = np.bincount(tree.parents[parent], points / 2, len(tree.parents))
    score: Floats = (own + inner) * (1 - tree.total(linked) / np.maximum(tree.total(size), 1))
    best = int(np.argmax(score))
    rest = np.partition(score, -2)[-2] if len(score) > 1 else 0.0
    out = {f"candidate_{name}": column for name, column in position_columns(tree, best).items()}
    out["candidate_lead"] = np.full(len(size), rest / max(float(score[best]), 1.0))
    return out


def best_container_columns(tree: Tree, weight: Floats, name: str) -> NumberColumns:
    """The position relative to the smallest element that contains most of the weight."""
    totals = tree.total(weight)
    enough = np.flatnonzero(totals >= MOST * totals[0]) if totals[0] > 0 else np.zeros(1, np.int64)
    best = int(enough[np.argmax(tree.depth[enough])])
    return {f"{name}_{place}": column for place, column in position_columns(tree, best).items()}


def position_columns(tree: Tree, element: int) -> NumberColumns:
    """Whether each block is in the element, levels up to their common ancestor, depth, distance from its edges."""
    inside, line = tree.contains(element), np.arange(len(tree.around))
    return {
        "inside": inside,
        "up": levels_to_common_ancestor(tree, element)[0],
        "down": np.where(inside, tree.depth[tree.around] - tree.depth[element], BEYOND),
        "from_start": line - tree.first[element],
        "from_end": tree.last[element] - 1 - line,
    }
