"""Where each block lies from the element that is likeliest to hold the article."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.headline import climb
from faircopy.cleaners.boilerplate.blocks.tree import BEYOND, Floats, NumberColumns, Tree
from faircopy.cleaners.boilerplate.features.line_features import Column

MOST = 0.6  # the share of a page's prose that its best element holds
SHORT_PARAGRAPH = 25  # bytes


def from_candidate(tree: Tree, size: Floats, linked: Floats, commas: Column) -> NumberColumns:
    """Where each block lies from the element whose own paragraphs say most, as Readability counts (Arc90, 2009)."""
    says = np.where(size >= SHORT_PARAGRAPH, 1 + commas + np.minimum(size / 100, 3), 0.0)
    parent = tree.parents[tree.around]
    own = np.bincount(parent, says, len(tree.parents))
    inner = np.bincount(tree.parents[parent], says / 2, len(tree.parents))
    points: Floats = (own + inner) * (1 - tree.total(linked) / np.maximum(tree.total(size), 1))
    best = int(np.argmax(points))
    rest = np.partition(points, -2)[-2] if len(points) > 1 else 0.0
    out = {f"candidate_{name}": column for name, column in from_element(tree, best).items()}
    out["candidate_lead"] = np.full(len(size), rest / max(float(points[best]), 1.0))
    return out


def from_best(tree: Tree, weight: Floats, name: str) -> NumberColumns:
    """Where each block lies from the smallest element that holds most of the weight."""
    totals = tree.total(weight)
    enough = np.flatnonzero(totals >= MOST * totals[0]) if totals[0] > 0 else np.zeros(1, np.int64)
    best = int(enough[np.argmax(tree.depth[enough])])
    return {f"{name}_{place}": column for place, column in from_element(tree, best).items()}


def from_element(tree: Tree, element: int) -> NumberColumns:
    """Whether each block lies in the element, how many levels up they meet, how deep inside, how far from its edges."""
    inside, line = tree.holds(element), np.arange(len(tree.around))
    return {
        "inside": inside,
        "up": climb(tree, element)[0],
        "down": np.where(inside, tree.depth[tree.around] - tree.depth[element], BEYOND),
        "from_start": line - tree.first[element],
        "from_end": tree.last[element] - 1 - line,
    }
