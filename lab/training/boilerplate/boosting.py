"""Boosted trees for lines of plain text, from LightGBM."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import lightgbm
import numpy as np
from numpy.typing import NDArray

from lab.training.stored_forest import StoredForest, lightgbm_trees, store_forest

TREES = 150
SETTINGS: Mapping[str, object] = {
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 12,
    "min_data_in_leaf": 20,
    "lambda_l2": 5.0,
    "extra_trees": True,  # thresholds drawn at random: with so few sites the best ones overfit them
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
    """Trees fitted to rows; seeds are fixed, so that the same data give the same model."""
    chosen = {**SETTINGS, **settings}
    trees = int(str(chosen.pop("trees", TREES)))
    data = lightgbm.Dataset(rows, labels.astype(np.float32), weight=weights, params=chosen)
    return lightgbm.train(chosen, data, trees)


def store(booster: lightgbm.Booster, columns: Sequence[str], whole: Sequence[bool]) -> StoredForest:
    """The stored form of a booster; `whole` says which columns hold whole numbers: so do their thresholds then."""

    def shorten(column: int, threshold: float) -> float:
        return math.floor(threshold) if whole[column] else float(f"{threshold:.4g}")

    return store_forest(lightgbm_trees(booster), columns, shorten)
