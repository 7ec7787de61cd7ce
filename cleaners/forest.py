"""Boosted trees as data: the one format of the trained models, evaluated over all rows at once with numpy alone.

A forest is stored as JSON:

    {"columns": ["words", "links"], "base": -1.5, "scale": 1.0, "trees": [[0, 12.5, -1, 250, 1, 0.5, -1, 0, -1, -400]]}

- `columns`: the features that the trees test, by name.
- `trees`: each a flat list in depth-first order. A test is the number of a column and a threshold, followed by the
  branch for values up to the threshold and the branch for values above it. A leaf is `LEAF` and its value in `UNIT`,
  a whole number: the order of adding must not matter. The example asks for more than 12.5 words first.
- The probability of a row is the logistic function of `base` + `scale` × (the sum of the leaves it reaches, one of
  each tree). `base` and `scale` may be left out: 0 and 1.
- Features and thresholds are single floats, with `"precision": "double"` double ones.

Method: QuickScorer (Lucchese et al., SIGIR 2015), turned around for arrays. Each tree has one bit for each of its
leaves. A test that fails clears the bits of its left branch, and the lowest bit still set is the leaf that was reached.
All tests of one column are answered together: the number of its thresholds that a value exceeds selects the bits that
stay, for all trees. Columns with few thresholds are joined, so that one lookup answers for several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32 | np.float64]
Bits = NDArray[np.uint16 | np.uint32]
Probabilities = NDArray[np.float64]
Precision = type[np.float32] | type[np.float64]

LEAF = -1  # in place of a column's number: the value of a leaf follows
UNIT = 1e-4
MOST_LEAVES = 32  # of a tree; a forest whose trees have half as many takes half the memory and time
ROWS_AT_ONCE = 512  # so that the bits of all trees stay in the processor's cache
MOST_CASES = 256  # of columns that are joined
# Up to so many thresholds, and from so many rows on, comparing with each is quicker than searching among them.
FEW_THRESHOLDS, MANY_ROWS = 12, 256
# The exponent of a single float, which for a power of two is the number of the bit.
EXPONENT_BITS, EXPONENT_ZERO = 23, 127


@dataclass(frozen=True, slots=True)
class _ColumnTests:
    """All tests of one column: its thresholds in order, and the leaves that stay if a value exceeds 0, 1, 2 … of them.

    `stay` has a row for each of these cases and a column for each tree of the forest.
    """

    column: str
    thresholds: Column
    stay: Bits

    def exceeded(self, values: Column) -> NDArray[np.int64]:
        """How many of the thresholds each value exceeds."""
        if len(self.thresholds) > FEW_THRESHOLDS or len(values) < MANY_ROWS:
            return np.searchsorted(self.thresholds, values)
        count = np.zeros(len(values), np.int8)
        for threshold in self.thresholds:
            count += values > threshold
        return count.astype(np.int64)


@dataclass(frozen=True, slots=True)
class _JoinedTests:
    """The tests of several columns: for each combination of their cases, the first column's slowest, what stays."""

    tests: tuple[_ColumnTests, ...]
    stay: Bits

    def cases(self, table: Mapping[str, Column]) -> NDArray[np.int64]:
        """Which row of `stay` applies to each row of the table."""
        case = self.tests[0].exceeded(table[self.tests[0].column])
        for tests in self.tests[1:]:
            case = case * len(tests.stay) + tests.exceeded(table[tests.column])
        return case


@dataclass(frozen=True)
class Forest:
    """Trees over named columns; `leaves` holds the leaf values of each tree in `UNIT`."""

    columns: tuple[str, ...]
    precision: Precision
    base: float
    scale: float
    tests: tuple[_ColumnTests, ...]
    leaves: NDArray[np.int64]

    def predict(self, table: Mapping[str, Column]) -> Probabilities:
        """The probability of each row; `table` holds at least `columns`, all of one length and of `precision`."""
        rows = len(next(iter(table.values())))
        total = np.zeros(rows, np.int64)
        cases = [joined.cases(table) for joined in self._joined]
        # Allocating arrays as large as these takes long: all parts share them.
        reachable = np.empty((2, min(rows, ROWS_AT_ONCE), len(self.leaves)), self._bits)
        places = np.empty(reachable.shape[1:], np.int64)
        for start in range(0, rows, ROWS_AT_ONCE):
            part = slice(start, start + ROWS_AT_ONCE)
            size = min(rows - start, ROWS_AT_ONCE)
            total[part] = self._sum([case[part] for case in cases], reachable[:, :size], places[:size])
        probabilities: Probabilities = 1 / (1 + np.exp(-(self.base + total * (UNIT * self.scale))))
        return probabilities

    @property
    def _bits(self) -> type[np.uint16] | type[np.uint32]:
        return _bits_for(self.leaves.shape[1])

    @cached_property
    def _joined(self) -> tuple[_JoinedTests, ...]:
        return tuple(_join(self.tests, self._bits))

    @cached_property
    def _first_leaves(self) -> NDArray[np.int64]:
        """Where the leaves of each tree begin among all, less the exponent of the lowest bit."""
        return np.arange(0, self.leaves.size, self.leaves.shape[1]) - EXPONENT_ZERO

    def _sum(self, cases: Sequence[NDArray[np.int64]], work: Bits, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """The sum of the leaves that some rows reach; `work` and `places` are buffers."""
        reachable, stay = work
        reachable.fill(np.iinfo(self._bits).max)
        for joined, case in zip(self._joined, cases, strict=True):
            np.take(joined.stay, case, axis=0, out=stay, mode="clip")
            reachable &= stay
        np.negative(reachable, out=stay)
        stay &= reachable
        lowest = stay.astype(np.float32).view(np.int32)
        np.right_shift(lowest, EXPONENT_BITS, out=places)
        places += self._first_leaves
        total: NDArray[np.int64] = self.leaves.ravel().take(places).sum(1)
        return total


def _bits_for(leaves: int) -> type[np.uint16] | type[np.uint32]:
    """The smallest integers that have a bit for each of so many leaves."""
    return np.uint16 if leaves <= MOST_LEAVES // 2 else np.uint32


def _join(tests: Sequence[_ColumnTests], bits: type[np.uint16] | type[np.uint32]) -> Iterator[_JoinedTests]:
    """Join columns, those with the fewest cases first, as long as they have at most `MOST_CASES` together."""
    together: list[_ColumnTests] = []
    stay: Bits = np.zeros((0, 0), bits)
    for column in sorted(tests, key=lambda column: len(column.stay)):
        if together and len(stay) * len(column.stay) <= MOST_CASES:
            stay = (stay[:, None] & column.stay[None]).reshape(-1, stay.shape[1])
            together.append(column)
            continue
        if together:
            yield _JoinedTests(tuple(together), stay)
        together, stay = [column], column.stay
    if together:
        yield _JoinedTests(tuple(together), stay)


def read_forest(record: object) -> Forest:
    """A forest from its stored form. Raises ValueError where it is broken."""
    if not isinstance(record, Mapping):
        raise ValueError("a forest is an object with 'columns' and 'trees'")
    columns, trees = record.get("columns"), record.get("trees")
    if not isinstance(columns, list) or not isinstance(trees, list):
        raise ValueError("a forest needs the lists 'columns' and 'trees'")
    precision = np.float64 if record.get("precision") == "double" else np.float32
    read = [_read_tree(nodes, precision) for nodes in trees]
    leaves = _leaves_of(read)
    tests = tuple(_column_tests(columns, read, _bits_for(leaves.shape[1])))
    base, scale = float(record.get("base", 0)), float(record.get("scale", 1))
    return Forest(tuple(columns), precision, base, scale, tests, leaves)


@dataclass(frozen=True, slots=True)
class _Test:
    """One test of a tree; `clears` has the bits of the leaves of its left branch."""

    column: int
    threshold: np.float32 | np.float64
    clears: int


@dataclass(frozen=True, slots=True)
class _StoredTree:
    leaves: list[int]
    tests: list[_Test]


def _read_tree(nodes: Sequence[float], precision: Precision) -> _StoredTree:
    tree = _StoredTree([], [])

    def read(at: int) -> int:
        """Read the branch that starts at `at`; returns where the next one starts."""
        number, value = int(nodes[at]), nodes[at + 1]
        if number == LEAF:
            tree.leaves.append(int(value))
            return at + 2
        first = len(tree.leaves)
        right = read(at + 2)
        clears = (1 << len(tree.leaves)) - (1 << first)
        tree.tests.append(_Test(number, precision(value), clears))
        return read(right)

    if read(0) != len(nodes) or len(tree.leaves) > MOST_LEAVES:
        raise ValueError(f"a tree must hold one to {MOST_LEAVES} leaves in depth-first order")
    return tree


def _leaves_of(trees: Sequence[_StoredTree]) -> NDArray[np.int64]:
    """A row for each tree: its leaves, then zeros up to half of `MOST_LEAVES`, or all of it."""
    most = max((len(tree.leaves) for tree in trees), default=0)
    leaves = np.zeros((len(trees), MOST_LEAVES // 2 if most <= MOST_LEAVES // 2 else MOST_LEAVES), np.int64)
    for row, tree in zip(leaves, trees, strict=True):
        row[: len(tree.leaves)] = tree.leaves
    return leaves


def _column_tests(
    columns: Sequence[str], trees: Sequence[_StoredTree], bits: type[np.uint16] | type[np.uint32]
) -> Iterator[_ColumnTests]:
    """The tests of each column that is tested."""
    by_column: dict[int, list[tuple[int, _Test]]] = {}
    for number, tree in enumerate(trees):
        for test in tree.tests:
            by_column.setdefault(test.column, []).append((number, test))
    for column, found in sorted(by_column.items()):
        thresholds = sorted({test.threshold for _, test in found})
        stay = np.full((len(thresholds) + 1, len(trees)), np.iinfo(bits).max, bits)
        for number, test in found:
            stay[thresholds.index(test.threshold) + 1 :, number] &= ~bits(test.clears)
        yield _ColumnTests(columns[column], np.array(thresholds), stay)
