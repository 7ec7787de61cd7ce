"""Trained trees are stored so that they predict what the library that trained them predicts."""

from __future__ import annotations

import json

import numpy as np
import pytest

from faircopy.cleaners.forest import LEAF, read_forest
from lab.training.stored_forest import (
    Split,
    lightgbm_trees,
    scikit_learn_base,
    scikit_learn_trees,
    store_forest,
    write_model,
)

COLUMNS = ["words", "commas", "unused"]


@pytest.fixture(scope="module")
def rows() -> np.ndarray:
    rows = np.random.default_rng(0).normal(size=(400, 3))
    rows[:, 2] = 0
    return rows


@pytest.fixture(scope="module")
def labels(rows) -> np.ndarray:
    return (rows[:, 0] * rows[:, 1] > 0.1).astype(int)


def predicted(stored: dict[str, object], rows: np.ndarray) -> np.ndarray:
    forest = read_forest(json.loads(json.dumps(stored)))
    return forest.predict({name: rows[:, n].astype(forest.precision) for n, name in enumerate(COLUMNS)})


def test_trees_of_scikit_learn(rows, labels):
    ensemble = pytest.importorskip("sklearn.ensemble")
    fitted = ensemble.HistGradientBoostingClassifier(max_iter=20, max_depth=5, early_stopping=False).fit(rows, labels)
    trees = scikit_learn_trees(fitted)
    stored = store_forest(
        trees, COLUMNS, lambda _, value: value, precision="double", base=scikit_learn_base(fitted), scale=1.0
    )
    assert predicted(stored, rows) == pytest.approx(fitted.predict_proba(rows)[:, 1], abs=2e-3)


def test_trees_of_lightgbm(rows, labels):
    lightgbm = pytest.importorskip("lightgbm")
    data = lightgbm.Dataset(rows, labels, params={"verbose": -1})
    settings = {"objective": "binary", "num_leaves": 16, "verbose": -1, "num_threads": 1}
    boosters = [lightgbm.train({**settings, "seed": seed}, data, 10) for seed in range(2)]
    trees = [tree for booster in boosters for tree in lightgbm_trees(booster, 0.5)]
    stored = store_forest(trees, COLUMNS, lambda _, value: value, precision="double")
    odds = np.mean([booster.predict(rows, raw_score=True) for booster in boosters], axis=0)
    assert predicted(stored, rows) == pytest.approx(1 / (1 + np.exp(-odds)), abs=2e-3)


def test_only_columns_that_are_tested_are_stored_and_thresholds_are_shortened():
    tree = Split(1, 2.345, 0.12344, Split(1, 7.0, -1.0, 0.0))
    assert store_forest([tree, 0.5], COLUMNS, lambda column, value: round(value, column)) == {
        "columns": ["commas"],
        "trees": [[0, 2.3, LEAF, 1234, 0, 7, LEAF, -10_000, LEAF, 0], [LEAF, 5000]],
    }


def test_a_model_is_one_line_of_json(tmp_path):
    path = tmp_path / "model.json"
    write_model(path, {"made": "2026-11-22", "word_weights": {"déjà": 3}})
    assert path.read_text("utf-8") == '{"made":"2026-11-22","word_weights":{"déjà":3}}\n'
