"""Stored trees give what walking them node by node gives."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.forest import LEAF, MOST_LEAVES, read_trees

COLUMNS = ["words", "commas", "links"]


@st.composite
def stored_trees(draw, leaves=MOST_LEAVES):
    """A tree in depth-first order with at most `leaves` leaves."""
    if leaves == 1 or draw(st.booleans()):
        return [LEAF, draw(st.integers(-4, 4)) / 4]
    left = draw(st.integers(1, leaves - 1))
    test = [draw(st.integers(0, len(COLUMNS) - 1)), draw(st.integers(-3, 3)) + 0.5]
    return test + draw(stored_trees(left)) + draw(stored_trees(leaves - left))


def walk(nodes, row, at=0):
    """The leaf a row reaches, and where the branch ends, one node after the other."""
    if nodes[at] == LEAF:
        return nodes[at + 1], at + 2
    left, right_at = walk(nodes, row, at + 2)
    right, end = walk(nodes, row, right_at)
    return (left if row[nodes[at]] <= nodes[at + 1] else right), end


@given(
    trees=st.lists(stored_trees(), min_size=1, max_size=4),
    rows=st.lists(st.tuples(*[st.integers(-4, 4)] * len(COLUMNS)), min_size=1, max_size=6),
)
def test_as_walked(trees, rows):
    model = read_trees({"columns": COLUMNS, "base": 0.25, "trees": trees})
    table = {name: np.array([row[n] for row in rows], np.float32) for n, name in enumerate(COLUMNS)}
    expected = [1 / (1 + math.exp(-(0.25 + sum(walk(tree, row)[0] for tree in trees)))) for row in rows]
    assert model.score(table) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("nodes", [[0, 0.5, LEAF, 1, LEAF, 2, LEAF, 3], [LEAF, 1, LEAF, 2]])
def test_refuses_a_broken_tree(nodes):
    with pytest.raises(ValueError, match="depth-first"):
        read_trees({"columns": COLUMNS, "base": 0, "trees": [nodes]})
