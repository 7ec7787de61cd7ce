"""Write trained trees as `faircopy.cleaners.forest` reads them, from LightGBM and from scikit-learn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from faircopy.cleaners.forest import LEAF, UNIT

StoredForest = dict[str, Any]
StoredModel = dict[str, Any]  # the forests of a model by name, and what else it needs
Shorten = Callable[[int, float], float]


@dataclass(frozen=True, slots=True)
class Split:
    """A test: rows whose column is at most the threshold go left."""

    column: int
    threshold: float
    left: Node
    right: Node


Node = Split | float  # a leaf is its value


def store_forest(roots: Sequence[Node], columns: Sequence[str], shorten: Shorten, **parameters: object) -> StoredForest:
    """The stored form of trees over the columns they test.

    `shorten` rounds the threshold of a column (by its number) to what is worth storing. `parameters` are `base`,
    `scale` and `precision` of the forest.
    """
    used = sorted(set().union(*map(_columns, roots)))
    numbers = {column: number for number, column in enumerate(used)}
    trees = [list(_written(root, numbers, shorten)) for root in roots]
    return {"columns": [columns[column] for column in used], **parameters, "trees": trees}


def _columns(node: Node) -> set[int]:
    return {node.column} | _columns(node.left) | _columns(node.right) if isinstance(node, Split) else set()


def _written(node: Node, numbers: Mapping[int, int], shorten: Shorten) -> Iterator[float]:
    """A tree in depth-first order."""
    if isinstance(node, Split):
        threshold = shorten(node.column, node.threshold)
        yield from (numbers[node.column], int(threshold) if threshold == int(threshold) else threshold)
        yield from _written(node.left, numbers, shorten)
        yield from _written(node.right, numbers, shorten)
    else:
        yield from (LEAF, round(node / UNIT))


def lightgbm_trees(booster: Any, share: float = 1.0) -> list[Node]:
    """The trees of a LightGBM booster, the values of their leaves times `share`."""
    return [_of_lightgbm(tree["tree_structure"], share) for tree in booster.dump_model()["tree_info"]]


def _of_lightgbm(node: Mapping[str, Any], share: float) -> Node:
    if "leaf_value" in node:
        return float(node["leaf_value"]) * share
    left, right = (_of_lightgbm(node[side], share) for side in ("left_child", "right_child"))
    return Split(int(node["split_feature"]), float(node["threshold"]), left, right)


def scikit_learn_trees(classifier: Any) -> list[Node]:
    """The trees of a HistGradientBoostingClassifier for two classes; their sum lacks `scikit_learn_base`."""
    return [_of_scikit_learn(predictor.nodes, 0) for [predictor] in classifier._predictors]


def scikit_learn_base(classifier: Any) -> float:
    """The log-odds that the trees of such a classifier add to."""
    return float(classifier._baseline_prediction.ravel()[0])


def _of_scikit_learn(nodes: np.ndarray, at: int) -> Node:
    node = nodes[at]
    if node["is_leaf"]:
        return float(node["value"])
    left, right = (_of_scikit_learn(nodes, int(node[side])) for side in ("left", "right"))
    return Split(int(node["feature_idx"]), float(node["num_threshold"]), left, right)


def write_model(path: Path, model: StoredModel) -> None:
    """Write a model as one line of JSON."""
    path.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
