"""Boosted trees from scikit-learn, written as `cleaners.boilerplate.trees` reads them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from cleaners.boilerplate.trees import LEAF

SETTINGS = {
    "max_iter": 120,
    "learning_rate": 0.08,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 10,
    "l2_regularization": 1.0,
    "max_features": 0.2,
    "early_stopping": False,
    "random_state": 0,
}


def fit(
    rows: NDArray[np.float32], labels: NDArray[np.bool_], weights: NDArray[np.float64], **settings: object
) -> object:
    """Trees fitted to rows; fixed seeds, so that the same data give the same table."""
    return HistGradientBoostingClassifier(**{**SETTINGS, **settings}).fit(rows, labels, sample_weight=weights)


def stored_trees(model: HistGradientBoostingClassifier, columns: Sequence[str]) -> dict[str, object]:
    """The stored form of a fitted model: only the columns it uses, each tree in depth-first order."""
    nodes = [tree[0].nodes for tree in model._predictors]
    used = sorted({int(n["feature_idx"]) for tree in nodes for n in tree if not n["is_leaf"]})
    number = {old: new for new, old in enumerate(used)}

    def write(tree: NDArray[np.void], at: int) -> list[float]:
        node = tree[at]
        if node["is_leaf"]:
            return [LEAF, round(float(node["value"]), 4)]
        test = [number[int(node["feature_idx"])], float(f"{float(node['num_threshold']):.6g}")]
        return test + write(tree, int(node["left"])) + write(tree, int(node["right"]))

    base = float(np.ravel(model._baseline_prediction)[0])
    return {"columns": [columns[old] for old in used], "base": round(base, 4), "trees": [write(t, 0) for t in nodes]}
