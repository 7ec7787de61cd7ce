"""The confidence of a proposal: boosted trees over its features, one forest for each kind of error.

Fitted by `make train-confidence`. Gradient boosting after Friedman, "Greedy function approximation" (Annals of
Statistics, 2001), the probabilities calibrated after Platt, "Probabilistic outputs for support vector machines" (1999).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from faircopy.cleaners.forest import Forest, read_forest

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Confidence:
    """A forest for each kind of error."""

    forests: Mapping[str, Forest]

    def of(self, kind: str, proposals: Sequence[Features]) -> list[float]:
        """The probability that each proposal, given as its features, is right; 0 for a kind without a forest."""
        forest = self.forests.get(kind)
        if forest is None or not proposals:
            return [0.0] * len(proposals)
        values = np.array([[features[name] for name in forest.columns] for features in proposals], forest.precision)
        columns = dict(zip(forest.columns, values.T.copy(), strict=True))
        return [float(probability) for probability in forest.predict(columns)]


def read_confidence(record: Mapping[str, object]) -> Confidence:
    """The confidence from its stored form: `forests` by kind. Raises ValueError where it is broken."""
    forests = record.get("forests")
    if not isinstance(forests, dict):
        raise ValueError("the model of confidence lacks its 'forests'")
    return Confidence({kind: read_forest(forest) for kind, forest in forests.items()})
