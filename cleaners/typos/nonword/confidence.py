"""How sure a find is: boosted trees over the facts on it, one forest for each kind, fitted by `make confidence`.

Gradient boosting after Friedman, "Greedy function approximation" (Annals of Statistics, 2001).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Facts = Mapping[str, float]
# A leaf is a number; a branch is [row of the fact, bar, what follows at most at the bar, what follows above].
Tree = Any


class Forest:
    """Trees whose leaves add up, from `start`, to log-odds that a find is right; `scale` and `shift` make them true.

    The trees are laid out as full binary ones, so that all are walked at once, level by level.
    """

    def __init__(
        self, facts: Sequence[str], start: float, trees: Sequence[Tree], scale: float = 1.0, shift: float = 0.0
    ) -> None:
        self._names = facts
        self._start, self._scale, self._shift = start, scale, shift
        self._depth = max(map(_depth, trees))
        size = 2**self._depth - 1
        self._fact = np.zeros((len(trees), size), np.intp)
        self._bar = np.full((len(trees), size), np.inf)
        self._leaf = np.zeros((len(trees), size + 1))
        self._trees = np.arange(len(trees))
        for row, tree in enumerate(trees):
            self._lay_out(row, tree, 0, 0)

    def _lay_out(self, row: int, tree: Tree, at: int, level: int) -> None:
        if level == self._depth:
            self._leaf[row, at - len(self._bar[row])] = tree
            return
        branch = tree if isinstance(tree, list) else [0, np.inf, tree, tree]
        self._fact[row, at], self._bar[row, at] = branch[0], branch[1]
        self._lay_out(row, branch[2], 2 * at + 1, level + 1)
        self._lay_out(row, branch[3], 2 * at + 2, level + 1)

    def chances(self, finds: Sequence[Facts]) -> list[float]:
        """The chance of each find to be right, 0 to 1."""
        values = np.array([[facts[name] for name in self._names] for facts in finds])
        rows = np.arange(len(finds))[:, None] * len(self._names)
        at = np.zeros((len(finds), len(self._trees)), np.intp)
        for _ in range(self._depth):
            branches = self._trees * self._bar.shape[1] + at
            above = values.take(rows + self._fact.take(branches)) > self._bar.take(branches)
            at = 2 * at + 1 + above
        leaves = self._trees * self._leaf.shape[1] + at - self._bar.shape[1]
        odds = self._start + self._leaf.take(leaves).sum(axis=1)
        return [float(chance) for chance in 1.0 / (1.0 + np.exp(-(self._scale * odds + self._shift)))]


def _depth(tree: Tree) -> int:
    return 1 + max(_depth(tree[2]), _depth(tree[3])) if isinstance(tree, list) else 0


class Confidence:
    """A forest for each kind of find."""

    def __init__(self, models: Mapping[str, Mapping[str, Any]]) -> None:
        self._forests = {kind: Forest(**model) for kind, model in models.items()}

    def of(self, kind: str, finds: Sequence[Facts]) -> list[float]:
        """The chance that each find of this kind is right, 0 to 1; 0 for a kind nothing was learned of."""
        forest = self._forests.get(kind)
        return forest.chances(finds) if forest else [0.0] * len(finds)
