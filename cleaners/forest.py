"""Boosted trees stored as data, evaluated over all rows at once, without the library that trained them.

Method: QuickScorer (Lucchese et al., SIGIR 2015), turned around for arrays. A tree keeps one bit for each leaf; every
test that fails strikes out the leaves of its left branch, and the lowest bit that is left is the leaf that was reached.
The tests of one column are answered together: where a value falls among their thresholds says which leaves of which
trees are struck out. Columns of few thresholds are joined, so that one look answers for several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]
Masks = NDArray[np.uint16]

MOST_LEAVES = 16
ALL_LEAVES = np.uint16(0xFFFF)
LEAF = -1  # stands in place of a column's number where a leaf's value follows
ROWS_AT_ONCE = 512  # so that the masks of all trees stay in the processor's cache
MOST_CASES = 256  # of columns that are joined
FEW_THRESHOLDS = 12  # up to which comparing with each is quicker than searching among them
UNIT = 1e-4  # leaf values are summed as whole numbers of this: the order of adding must not matter
# The exponent of a float, which for a power of two tells which one it is.
EXPONENT_BITS, EXPONENT_ZERO = 23, 127


@dataclass(frozen=True, slots=True)
class _Tests:
    """All tests of one column: its thresholds in order, and for a value above none, one, two … of them the leaves of
    every tree that stay."""

    column: str
    thresholds: Column
    stay: Masks

    def above(self, values: Column) -> NDArray[np.int64]:
        """How many of the thresholds each value lies above."""
        if len(self.thresholds) > FEW_THRESHOLDS:
            return np.searchsorted(self.thresholds, values)
        count = np.zeros(len(values), np.int8)
        for threshold in self.thresholds:
            count += values > threshold
        return count.astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Joined:
    """Some columns together: for every combination of their cases, the first column's slowest, the leaves that stay."""

    tests: tuple[_Tests, ...]
    stay: Masks

    def cases(self, table: Mapping[str, Column]) -> NDArray[np.int64]:
        """Which row of `stay` answers for each row of the table."""
        case = self.tests[0].above(table[self.tests[0].column])
        for tests in self.tests[1:]:
            case = case * len(tests.stay) + tests.above(table[tests.column])
        return case


@dataclass(frozen=True)
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
        cases = [joined.cases(table) for joined in self._joined]
        # Arrays as large as these are slow to get from the system: all parts share them.
        reachable = np.empty((2, ROWS_AT_ONCE, len(self.values)), np.uint16)
        places = np.empty(reachable.shape[1:], np.int64)
        for start in range(0, rows, ROWS_AT_ONCE):
            part = slice(start, start + ROWS_AT_ONCE)
            size = min(rows - start, ROWS_AT_ONCE)
            total[part] = self._sum([case[part] for case in cases], reachable[:, :size], places[:size])
        return np.asarray(1 / (1 + np.exp(-(self.base + total * UNIT))), np.float32)

    @cached_property
    def _joined(self) -> tuple[_Joined, ...]:
        return tuple(_join(self.tests))

    @cached_property
    def _first_leaves(self) -> NDArray[np.int64]:
        """Where the leaves of each tree begin among all, less the exponent of the lowest bit."""
        return np.arange(0, self.values.size, MOST_LEAVES) - EXPONENT_ZERO

    def _sum(self, cases: Sequence[NDArray[np.int64]], work: Masks, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """The sum of the leaves that some rows reach; `work` and `places` are room to work in."""
        reachable, stay = work
        reachable.fill(ALL_LEAVES)
        for joined, case in zip(self._joined, cases, strict=True):
            np.take(joined.stay, case, axis=0, out=stay, mode="clip")
            reachable &= stay
        np.negative(reachable, out=stay)
        stay &= reachable
        lowest = stay.astype(np.float32).view(np.int32)
        np.right_shift(lowest, EXPONENT_BITS, out=places)
        places += self._first_leaves
        total: NDArray[np.int64] = self.values.ravel().take(places).sum(1)
        return total


def _join(tests: Sequence[_Tests]) -> Iterator[_Joined]:
    """Join columns, those of the fewest cases first, as long as their cases together are no more than `MOST_CASES`."""
    together: list[_Tests] = []
    stay = np.zeros((0, 0), np.uint16)
    for column in sorted(tests, key=lambda column: len(column.stay)):
        if together and len(stay) * len(column.stay) <= MOST_CASES:
            stay = (stay[:, None] & column.stay[None]).reshape(-1, stay.shape[1])
            together.append(column)
            continue
        if together:
            yield _Joined(tuple(together), stay)
        together, stay = [column], column.stay
    if together:
        yield _Joined(tuple(together), stay)


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
    tests = tuple(_tests_of(columns[number], found[number], len(trees)) for number in sorted(found))
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


def _tests_of(column: str, found: Sequence[tuple[np.float32, int, int]], trees: int) -> _Tests:
    thresholds = sorted({threshold for threshold, _, _ in found})
    stay = np.full((len(thresholds) + 1, trees), ALL_LEAVES)
    for threshold, tree, struck_out in found:
        stay[thresholds.index(threshold) + 1 :, tree] &= ALL_LEAVES & ~np.uint16(struck_out & 0xFFFF)
    return _Tests(column, np.array(thresholds, np.float32), stay)
