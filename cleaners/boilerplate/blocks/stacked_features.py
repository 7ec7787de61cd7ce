"""Features for the second score of a block: the first scores of the blocks around it (stacking), as columns."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.article_container import best_container_columns
from faircopy.cleaners.boilerplate.blocks.block_features import shifted
from faircopy.cleaners.boilerplate.blocks.headline import levels_to_common_ancestor
from faircopy.cleaners.boilerplate.blocks.tree import BEYOND, Floats, NumberColumns, Tree
from faircopy.cleaners.boilerplate.features.line_features import Columns

LEVELS = 6
WINDOWS = (2, 5, 12)  # blocks on either side
STEPS = (-3, -2, -1, 1, 2, 3)
NEUTRAL_SCORE = 0.4  # words in a block with this score neither add to an element nor take from it
FARTHEST = 50
LONG = 8  # words


def stacked_columns(tree: Tree, score: Floats, words: Floats) -> Columns:
    """The columns of every block of one page, from its first `score` and its number of `words`."""
    score = score.astype(np.float64)
    weight = np.maximum(words.astype(np.float64), 0.5)
    columns = {"score": score}
    columns |= {f"score{step:+d}": shifted(score, step) for step in STEPS}
    columns |= {f"score_around_{reach}": _mean_around(score, weight, reach) for reach in WINDOWS}
    columns |= _containers(tree, score, weight)
    columns |= _best(tree, score, weight)
    columns |= best_container_columns(tree, score * weight, "score")
    columns |= _sure_blocks(score, weight)
    return {name: column.astype(np.float32) for name, column in columns.items()}


def _mean_around(score: Floats, weight: Floats, reach: int) -> Floats:
    line = np.arange(len(score))
    low, high = np.maximum(line - reach, 0), np.minimum(line + reach + 1, len(score))
    sums = np.concatenate([np.zeros(1), np.cumsum(score * weight)])
    weights = np.concatenate([np.zeros(1), np.cumsum(weight)])
    mean: Floats = (sums[high] - sums[low]) / (weights[high] - weights[low])
    return mean


def _containers(tree: Tree, score: Floats, weight: Floats) -> NumberColumns:
    """The score of the elements around a block, and of the blocks in elements of the same kind."""
    words, scored = tree.total(weight), tree.total(score * weight)
    everything = max(float((score * weight).sum()), 1e-9)
    out: NumberColumns = {}
    at = tree.around
    for level in range(LEVELS):
        others = words[at] - weight
        alone = others <= 0
        mean = (scored[at] - weight * score) / np.where(alone, 1, others)
        out[f"score_beside_{level}"] = np.where(alone, BEYOND, mean)
        out[f"of_score_{level}"] = scored[at] / everything
        at = tree.parents[at]
    kind = tree.kind[tree.around]
    of_kind = np.bincount(kind, weight * score)
    out["score_alike"] = (of_kind / np.maximum(np.bincount(kind, weight), 1e-9))[kind]
    out["of_score_alike"] = of_kind[kind] / everything
    return out


def _best(tree: Tree, score: Floats, weight: Floats) -> NumberColumns:
    """The position of a block relative to the element with the highest total score."""
    gain = tree.total(weight * (score - NEUTRAL_SCORE))
    best = int(np.argmax(gain + 1e-6 * tree.depth))
    words, scored = tree.total(weight), tree.total(score * weight)
    inside = tree.contains(best)
    return {
        "best_inside": inside,
        "best_up": levels_to_common_ancestor(tree, best)[0],
        "best_down": np.where(inside, tree.depth[tree.around] - tree.depth[best], BEYOND),
        "best_share": np.full(len(score), scored[best] / max(float(scored[0]), 1e-9)),
        "best_purity": np.full(len(score), scored[best] / max(float(words[best]), 1e-9)),
    }


def _sure_blocks(score: Floats, weight: Floats) -> NumberColumns:
    """The distance of the nearest blocks with a high score, and the total score before and after."""
    rows, line = len(score), np.arange(len(score))
    sure = (score > 0.5) & (weight >= LONG)
    places = np.flatnonzero(sure)
    first, last = (places[0], places[-1]) if len(places) else (rows, -1)
    sums = np.cumsum(score * weight)
    before, everything = sums - score * weight, max(float(sums[-1]), 1e-9)
    up = np.maximum.accumulate(np.where(sure, line, -rows))
    down = np.minimum.accumulate(np.where(sure, line, 2 * rows)[::-1])[::-1]
    return {
        "from_first": line - first,
        "to_last": last - line,
        "score_before": before,
        "score_after": everything - sums,
        "score_share_before": before / everything,
        "page_score": np.full(rows, np.log1p(everything)),
        "page_score_share": np.full(rows, everything / weight.sum()),
        "since_sure": np.minimum(line - up, FARTHEST),
        "until_sure": np.minimum(down - line, FARTHEST),
    }
