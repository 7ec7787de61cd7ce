"""Boosted trees averaged over samples of the rows, from LightGBM, for `cleaners.boilerplate.trees`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import lightgbm
import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.forest import LEAF

BAGS = 4
TREES = 70  # of each
SETTINGS: Mapping[str, object] = {
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 16,
    "min_data_in_leaf": 60,
    "lambda_l2": 5.0,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "feature_fraction": 0.25,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


class Bag:
    """Models that differ in the rows and columns they saw; seeds are fixed."""

    def __init__(self, rows: NDArray[np.float32], labels: NDArray[np.bool_], weights: NDArray[np.float64]) -> None:
        data = lightgbm.Dataset(rows, labels.astype(np.float32), weight=weights, params={"verbose": -1})
        self.models = [lightgbm.train({**SETTINGS, "seed": seed}, data, TREES) for seed in range(BAGS)]

    def scores(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The chance of each row: the mean of the models' log odds, as a probability."""
        odds = np.mean([model.predict(rows, raw_score=True) for model in self.models], axis=0)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
        return chances

    def stored(self, columns: Sequence[str]) -> dict[str, object]:
        """The models as one sum of trees over the columns that they use."""
        dumps = [model.dump_model()["tree_info"] for model in self.models]
        roots = [tree["tree_structure"] for trees in dumps for tree in trees]
        used = sorted(set().union(*map(_columns, roots)))
        number = {old: new for new, old in enumerate(used)}
        return {
            "columns": [columns[old] for old in used],
            "base": 0.0,
            "trees": [_written(root, number) for root in roots],
        }


def _columns(node: Mapping[str, object]) -> set[int]:
    if "leaf_value" in node:
        return set()
    return {node["split_feature"]} | _columns(node["left_child"]) | _columns(node["right_child"])  # type: ignore


def _written(node: Mapping[str, object], number: Mapping[int, int]) -> list[float]:
    """A tree in depth-first order."""
    if "leaf_value" in node:
        return [LEAF, round(float(node["leaf_value"]) / BAGS, 5)]  # type: ignore[arg-type]
    test = [number[node["split_feature"]], float(node["threshold"])]  # type: ignore
    return test + _written(node["left_child"], number) + _written(node["right_child"], number)  # type: ignore
