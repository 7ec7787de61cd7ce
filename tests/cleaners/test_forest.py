"""Stored forests give the same values as walking the trees node by node."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.forest import LEAF, MOST_LEAVES, UNIT, read_forest

COLUMNS = ["words", "commas", "links"]


@st.composite
def stored_trees(draw, leaves):
    """A tree in depth-first order with at most `leaves` leaves."""
    if leaves == 1 or draw(st.booleans()):
        return [LEAF, draw(st.integers(-30_000, 30_000))]
    left = draw(st.integers(1, leaves - 1))
    test = [draw(st.integers(0, len(COLUMNS) - 1)), draw(st.integers(-3, 3)) + draw(st.sampled_from([0, 0.5]))]
    return test + draw(stored_trees(left)) + draw(stored_trees(leaves - left))


def comb(leaves):
    """The deepest tree, each test with a leaf on its left: -5, -6 … reach its leaves, from the right."""
    if leaves == 1:
        return [LEAF, 0]
    return [0, -3.5 - leaves, LEAF, leaves, *comb(leaves - 1)]


def walk(nodes, row, at=0):
    """The value of the leaf that a row reaches, and where the branch ends, one node after the other."""
    if nodes[at] == LEAF:
        return nodes[at + 1] * UNIT, at + 2
    left, right_at = walk(nodes, row, at + 2)
    right, end = walk(nodes, row, right_at)
    return (left if row[nodes[at]] <= nodes[at + 1] else right), end


def columns_of(rows, precision=np.float32):
    return {name: np.array([row[number] for row in rows], precision) for number, name in enumerate(COLUMNS)}


def walked(trees, rows, base=0.0, scale=1.0):
    return [1 / (1 + math.exp(-(base + scale * sum(walk(tree, row)[0] for tree in trees)))) for row in rows]


ROW = st.tuples(*[st.integers(-4, 4)] * len(COLUMNS))


@given(
    trees=st.sampled_from([MOST_LEAVES // 2, MOST_LEAVES]).flatmap(
        lambda leaves: st.lists(stored_trees(leaves), min_size=1, max_size=4)
    ),
    rows=st.lists(ROW, min_size=1, max_size=6),
    copies=st.sampled_from([1, 300]),  # few rows are searched among the thresholds, many compared with each
    base=st.sampled_from([0.0, 0.25]),
    scale=st.sampled_from([1.0, 0.5]),
)
def test_as_walked(trees, rows, copies, base, scale):
    forest = read_forest({"columns": COLUMNS, "base": base, "scale": scale, "trees": trees})
    expected = walked(trees, rows, base, scale) * copies
    assert forest.predict(columns_of(rows * copies)) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("leaves", [MOST_LEAVES // 2, MOST_LEAVES // 2 + 1, MOST_LEAVES])
def test_every_leaf_of_a_large_tree_is_reached(leaves):
    rows = [(-5 - place, 0, 0) for place in range(leaves)]
    forest = read_forest({"columns": COLUMNS, "trees": [comb(leaves), [LEAF, 1]]})
    predicted = forest.predict(columns_of(rows))
    assert predicted == pytest.approx(walked([comb(leaves), [LEAF, 1]], rows), rel=1e-9)
    assert len(set(predicted.tolist())) == leaves


def test_base_and_scale_may_be_left_out():
    forest = read_forest({"columns": COLUMNS, "trees": [[LEAF, 10_000]]})
    assert forest.predict(columns_of([(0, 0, 0)])) == pytest.approx([1 / (1 + math.exp(-1))])


@pytest.mark.parametrize(("precision", "above"), [("single", False), ("double", True)])
def test_double_precision_separates_what_single_does_not(precision, above):
    forest = read_forest({"columns": COLUMNS, "precision": precision, "trees": [[0, 2, LEAF, 0, LEAF, 90_000]]})
    [probability] = forest.predict(columns_of([(math.nextafter(2, 3), 0, 0)], forest.precision))
    assert bool(probability > 0.9) is above


@pytest.mark.parametrize("nodes", [[0, 0.5, LEAF, 1, LEAF, 2, LEAF, 3], [LEAF, 1, LEAF, 2], comb(MOST_LEAVES + 1)])
def test_refuses_a_broken_tree(nodes):
    with pytest.raises(ValueError, match="depth-first"):
        read_forest({"columns": COLUMNS, "trees": [nodes]})


@pytest.mark.parametrize("record", [None, {"columns": COLUMNS}, {"trees": []}])
def test_refuses_what_is_no_forest(record):
    with pytest.raises(ValueError, match="a forest"):
        read_forest(record)
