"""Boosted trees stored as data, evaluated over all rows at once, without the library that trained them.

Method: QuickScorer (Lucchese et al., SIGIR 2015). A tree keeps one bit for each leaf; every test that fails
strikes out the leaves of its left branch, and the lowest bit that is left is the leaf that was reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]

MOST_LEAVES = 16
ROWS_AT_ONCE = 4096  # so that the outcome of every test stays in the processor's cache
ALL_LEAVES = np.uint16(0xFFFF)
# A row that stands so low (log odds) after the first trees is left there: the rest never lifted one to a half.
FIRST_TREES = 40
HOPELESS = -4.0
LEAF = -1  # stands in place of a column's number where a leaf's value follows

# For every pattern of bits, which is the lowest one set; 0 for no bit, which never happens.
LOWEST_BIT = np.zeros(1 << MOST_LEAVES, np.uint8)
for _bit in reversed(range(MOST_LEAVES)):
    LOWEST_BIT[1 << _bit :: 1 << (_bit + 1)] = _bit


@dataclass(frozen=True, slots=True)
class _Tree:
    """One tree: `tests` are (column, threshold, leaves that stay when the value is above it)."""

    tests: tuple[tuple[str, np.float32, np.uint16], ...]
    values: Column


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees over named columns, squeezed into a probability."""

    columns: tuple[str, ...]
    base: float
    trees: tuple[_Tree, ...]

    def score(self, table: Mapping[str, Column]) -> Column:
        """The probability of every row; `table` holds at least `columns`, all of one length."""
        used = {name: table[name] for name in self.columns}
        rows = len(next(iter(used.values())))
        slices = [slice(start, start + ROWS_AT_ONCE) for start in range(0, max(rows, 1), ROWS_AT_ONCE)]
        return np.concatenate([self._score({name: used[name][part] for name in used}) for part in slices])

    def _score(self, table: Mapping[str, Column]) -> Column:
        rows = len(next(iter(table.values())))
        total = np.full(rows, self.base, np.float32)
        total += _sum(self.trees[:FIRST_TREES], table, rows)
        open_rows = np.flatnonzero(total > HOPELESS)
        if len(open_rows):
            rest = {name: column[open_rows] for name, column in table.items()}
            total[open_rows] += _sum(self.trees[FIRST_TREES:], rest, len(open_rows))
        return (1 / (1 + np.exp(-total))).astype(np.float32)


def _sum(trees: Sequence[_Tree], table: Mapping[str, Column], rows: int) -> Column:
    total = np.zeros(rows, np.float32)
    above: dict[tuple[str, np.float32], NDArray[np.bool_]] = {}
    for tree in trees:
        reachable = np.full(rows, ALL_LEAVES)
        for column, threshold, stay in tree.tests:
            test = (column, threshold)
            if test not in above:
                above[test] = table[column] > threshold
            reachable &= np.where(above[test], stay, ALL_LEAVES)
        total += tree.values[LOWEST_BIT[reachable]]
    return total


def read_trees(record: Mapping[str, object]) -> Trees:
    """Trees from their stored form: `columns`, `base`, and `trees`, each a list in depth-first order.

    An inner node is its column's number and its threshold (at most: left, above: right), a leaf is
    `LEAF` and its value.
    """
    columns, trees = record["columns"], record["trees"]
    if not isinstance(columns, list) or not isinstance(trees, list):
        raise ValueError("a table of trees needs the lists 'columns' and 'trees'")
    base = float(str(record["base"]))
    return Trees(tuple(columns), base, tuple(_read_tree(nodes, columns) for nodes in trees))


def _read_tree(nodes: Sequence[float], columns: Sequence[str]) -> _Tree:
    tests: list[tuple[str, np.float32, np.uint16]] = []
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
        tests.append((columns[number], np.float32(value), ALL_LEAVES & ~np.uint16(struck_out)))
        return read(right)

    if read(0) != len(nodes) or len(values) > MOST_LEAVES:
        raise ValueError(f"a tree must hold one to {MOST_LEAVES} leaves in depth-first order")
    return _Tree(tuple(tests), np.array(values, np.float32))
