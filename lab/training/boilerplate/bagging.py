"""Boosted trees for the blocks of pages, from LightGBM: several models, each trained on a sample of the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import lightgbm
import numpy as np
from numpy.typing import NDArray

from lab.training.boilerplate.grid import Grid
from lab.training.stored_forest import StoredForest, lightgbm_trees, store_forest

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
    """Boosters that differ in the rows and columns they were trained on; seeds are fixed."""

    def __init__(self, rows: NDArray[np.float32], labels: NDArray[np.bool_], weights: NDArray[np.float64]) -> None:
        """`rows` hold the numbers of a grid."""
        data = lightgbm.Dataset(rows, labels.astype(np.float32), weight=weights, params={"verbose": -1})
        self.boosters = [lightgbm.train({**SETTINGS, "seed": seed}, data, TREES) for seed in range(BAGS)]

    def predict(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The probability of each row: the mean of the boosters' log odds, as a probability."""
        odds = np.mean([booster.predict(rows, raw_score=True) for booster in self.boosters], axis=0)
        probabilities: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
        return probabilities

    def stored(self, columns: Sequence[str], grid: Grid) -> StoredForest:
        """The boosters as one forest, its thresholds in values of the columns rather than numbers of the grid."""
        roots = [root for booster in self.boosters for root in lightgbm_trees(booster, 1 / BAGS)]
        return store_forest(roots, columns, grid.value)
