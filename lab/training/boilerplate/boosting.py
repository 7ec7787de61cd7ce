"""Boosted trees from LightGBM, stored short: as `faircopy.cleaners.boilerplate.lines.model_format` reads them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import lightgbm
import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.lines.model_format import LEAF_ZERO, LEAVES_PER_UNIT

TREES = 150
SETTINGS: Mapping[str, object] = {
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 12,
    "min_data_in_leaf": 20,
    "lambda_l2": 5.0,
    "extra_trees": True,  # thresholds drawn by chance: with so few sites to learn from, the best ones fit these alone
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "feature_fraction": 0.3,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
    "seed": 0,
}

Rows = NDArray[np.float32]


def fit(rows: Rows, labels: NDArray[np.bool_], weights: NDArray[np.float64], **settings: object) -> lightgbm.Booster:
    """Trees fitted to rows; fixed seeds, so that the same data give the same table."""
    chosen = {**SETTINGS, **settings}
    trees = int(str(chosen.pop("trees", TREES)))
    data = lightgbm.Dataset(rows, labels.astype(np.float32), weight=weights, params=chosen)
    return lightgbm.train(chosen, data, trees)


def stored_trees(model: lightgbm.Booster, columns: Sequence[str], whole: Sequence[bool]) -> dict[str, object]:
    """The stored form of a model: only the columns it uses, each tree in depth-first order, leaves as whole numbers.

    `whole` says which columns hold whole numbers: their thresholds are stored as such.
    """
    roots = [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]
    used = sorted(set().union(*map(_columns, roots)))
    number = {old: new for new, old in enumerate(used)}
    trees = [_written(root, number, whole) for root in roots]
    return {"columns": [columns[old] for old in used], "trees": trees}


def _columns(node: Mapping[str, object]) -> set[int]:
    if "leaf_value" in node:
        return set()
    return {node["split_feature"]} | _columns(node["left_child"]) | _columns(node["right_child"])  # type: ignore


def _written(node: Mapping[str, object], number: Mapping[int, int], whole: Sequence[bool]) -> list[float]:
    """A tree in depth-first order: a column and its threshold, or a leaf as one number below zero."""
    if "leaf_value" in node:
        return [round(float(node["leaf_value"]) * LEAVES_PER_UNIT) - LEAF_ZERO]  # type: ignore[arg-type]
    column, threshold = int(node["split_feature"]), float(node["threshold"])  # type: ignore
    short = math.floor(threshold) if whole[column] else float(f"{threshold:.4g}")
    left, right = (_written(node[side], number, whole) for side in ("left_child", "right_child"))  # type: ignore
    return [number[column], int(short) if short == int(short) else short, *left, *right]
