"""Boosted trees stored as data, evaluated over all rows at once, without the library that trained them.

Method: QuickScorer (Lucchese et al., SIGIR 2015), turned around for arrays. A tree keeps one bit for each leaf; every
test that fails strikes out the leaves of its left branch, and the lowest bit that is left is the leaf that was reached.
The tests of one column are answered together: where a value falls among their thresholds says which leaves of which
trees are struck out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]
Masks = NDArray[np.uint16]

MOST_LEAVES = 16
ALL_LEAVES = np.uint16(0xFFFF)
LEAF = -1  # stands in place of a column's number where a leaf's value follows
ROWS_AT_ONCE = 2048  # so that the masks of all trees stay in the processor's cache
UNIT = 1e-4  # leaf values are summed as whole numbers of this: the order of adding must not matter

# For every pattern of bits, which is the lowest one set; 0 for no bit, which never happens.
LOWEST_BIT = np.zeros(1 << MOST_LEAVES, np.uint8)
for _bit in reversed(range(MOST_LEAVES)):
    LOWEST_BIT[1 << _bit :: 1 << (_bit + 1)] = _bit


@dataclass(frozen=True, slots=True)
class _Tests:
    """All tests of one column: its thresholds in order, the trees that ask, and for each of these trees the leaves
    that stay when a value lies above none, one, two … of the thresholds."""

    column: str
    thresholds: Column
    trees: NDArray[np.int64]
    stay: Masks


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees over named columns, squeezed into a probability; `values` are each tree's leaves in `UNIT`."""

    columns: tuple[str, ...]
    base: float
    tests: tuple[_Tests, ...]
    values: NDArray[np.int64]

    def score(self, table: Mapping[str, Column]) -> Column:
        """The probability of every row; `table` holds at least `columns`, all of one length."""
        rows = len(next(iter(table.values())))
        total = np.zeros(rows, np.int64)
        for start in range(0, rows, ROWS_AT_ONCE):
            part = slice(start, start + ROWS_AT_ONCE)
            total[part] = self._sum({name: table[name][part] for name in self.columns}, min(rows - start, ROWS_AT_ONCE))
        return np.asarray(1 / (1 + np.exp(-(self.base + total * UNIT))), np.float32)

    def _sum(self, table: Mapping[str, Column], rows: int) -> NDArray[np.int64]:
        reachable = np.full((len(self.values), rows), ALL_LEAVES)
        for tests in self.tests:
            above = np.searchsorted(tests.thresholds, table[tests.column])
            reachable[tests.trees] &= tests.stay[:, above]
        total: NDArray[np.int64] = np.take_along_axis(self.values, LOWEST_BIT[reachable].astype(np.int64), 1).sum(0)
        return total


def read_trees(record: Mapping[str, object]) -> Trees:
    """Trees from their stored form: `columns`, `base`, and `trees`, each a list in depth-first order.

    An inner node is its column's number and its threshold (at most: left, above: right), a leaf is
    `LEAF` and its value.
    """
    columns, trees = record["columns"], record["trees"]
    if not isinstance(columns, list) or not isinstance(trees, list):
        raise ValueError("a table of trees needs the lists 'columns' and 'trees'")
    found: dict[int, list[tuple[np.float32, int, int]]] = {}
    values = np.zeros((len(trees), MOST_LEAVES), np.int64)
    for number, nodes in enumerate(trees):
        leaves = _read_tree(nodes, number, found)
        values[number, : len(leaves)] = np.round(np.array(leaves) / UNIT)
    tests = tuple(_tests_of(columns[number], found[number]) for number in sorted(found))
    return Trees(tuple(columns), float(str(record["base"])), tests, values)


def _read_tree(nodes: Sequence[float], tree: int, found: dict[int, list[tuple[np.float32, int, int]]]) -> list[float]:
    """The leaves of a tree, left to right; its tests go into `found` by column: threshold, tree, leaves struck out."""
    values: list[float] = []

    def read(at: int) -> int:
        """Read the branch that starts at `at`; where the next one starts."""
        number, value = int(nodes[at]), nodes[at + 1]
        if number == LEAF:
            values.append(value)
            return at + 2
        first = len(values)
        right = read(at + 2)
        struck_out = (1 << len(values)) - (1 << first)
        found.setdefault(number, []).append((np.float32(value), tree, struck_out))
        return read(right)

    if read(0) != len(nodes) or len(values) > MOST_LEAVES:
        raise ValueError(f"a tree must hold one to {MOST_LEAVES} leaves in depth-first order")
    return values


def _tests_of(column: str, found: Sequence[tuple[np.float32, int, int]]) -> _Tests:
    thresholds = sorted({threshold for threshold, _, _ in found})
    trees = sorted({tree for _, tree, _ in found})
    stay = np.full((len(trees), len(thresholds) + 1), ALL_LEAVES)
    for threshold, tree, struck_out in found:
        stay[trees.index(tree), thresholds.index(threshold) + 1 :] &= ALL_LEAVES & ~np.uint16(struck_out & 0xFFFF)
    return _Tests(column, np.array(thresholds, np.float32), np.array(trees), stay)
