"""Columns as small whole numbers: training takes seconds instead of minutes and gives the same models."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 64
SAMPLE = 60_000


class Grid:
    """At most `STEPS` thresholds for each column, learned from a sample of the rows."""

    def __init__(self, rows: NDArray[np.float32]) -> None:
        sample = rows[np.random.default_rng(0).permutation(len(rows))[:SAMPLE]]
        self.thresholds = [_thresholds(sample[:, column]) for column in range(rows.shape[1])]

    def numbers(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """How many thresholds of its column each value exceeds."""
        out = np.empty(rows.shape, np.float32)
        for column, thresholds in enumerate(self.thresholds):
            out[:, column] = np.searchsorted(thresholds, rows[:, column], side="left")
        return out

    def value(self, column: int, number: float) -> float:
        """The value that a threshold in numbers stands for, with five digits."""
        return float(f"{self.thresholds[column][int(number)]:.5g}")


def _thresholds(values: NDArray[np.float32]) -> NDArray[np.float32]:
    distinct = np.unique(values)
    if len(distinct) > STEPS:
        distinct = np.unique(np.quantile(values, np.linspace(0, 1, STEPS + 1), method="nearest"))
    between = (distinct[1:].astype(np.float64) + distinct[:-1]) / 2
    return np.unique(np.array([float(f"{value:.5g}") for value in between], np.float32))
