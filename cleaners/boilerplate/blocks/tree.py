"""The elements of a page as arrays: the blocks in each, and the elements around a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_words import NO_SCORES, ElementWords
from faircopy.cleaners.markup.blocks import Blocks

Ints = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]
Numbers = NDArray[Any]  # integers, floats or booleans
NumberColumns = dict[str, Numbers]

BEYOND = -1.0  # in a column: outside the page, or no such thing

# Tags that indicate what is inside.
PLACES = ("article", "main", "nav", "aside", "footer", "header", "form", "figure", "ul", "ol", "table", "blockquote")
PLACE_BITS = {tag: 1 << number for number, tag in enumerate(PLACES)}
FADING = 0.7  # the share of an element's score that counts one level further in

WORD_SCORES = ("high", "low", "mean", "highest", "lowest", "sum")


@dataclass(frozen=True)
class Tree:
    """One page. Element 0 is an added root; the other elements have numbers one higher than in `Blocks`."""

    around: Ints  # of each block: its innermost element
    parents: Ints  # the root is its own parent
    first: Ints
    last: Ints
    places: Ints  # which of PLACES an element is or lies in, as bits
    depth: Ints
    kind: Ints  # equal for elements that have the same name, words and parent's words
    twins: Ints  # of each element: how many of its kind its parent holds, itself included
    # One row for each of WORD_SCORES: highest, lowest and mean of the element's words; then the highest, the lowest and
    # the fading sum from the root to the element.
    word_scores: Floats

    def total(self, of_blocks: Floats) -> Floats:
        """The sum of a column over the blocks in each element."""
        sums = np.concatenate([np.zeros(1), np.cumsum(of_blocks)])
        held: Floats = sums[self.last] - sums[self.first]
        return held

    def contains(self, element: int) -> NDArray[np.bool_]:
        """For each block, whether it is in the element."""
        inside = np.zeros(len(self.around), bool)
        inside[self.first[element] : self.last[element]] = True
        return inside


def read_tree(blocks: Blocks, element_words: ElementWords) -> Tree:
    """The elements of a page as arrays."""
    elements = blocks.elements
    parents, places, depth, kind = [0], [0], [0], [0]
    scores = [(*NO_SCORES, *NO_SCORES)]
    kinds: dict[tuple[str, str, str], int] = {}
    words_of = ("", *elements.words)
    for tag, words, above in zip(elements.tags, elements.words, elements.parents, strict=True):
        parent = above + 1
        high, low, mean = element_words.summary(words) if words else NO_SCORES
        _, _, _, highest, lowest, sum_above = scores[parent]
        scores.append((high, low, mean, max(highest, high), min(lowest, low), sum_above * FADING + mean))
        parents.append(parent)
        places.append(places[parent] | PLACE_BITS.get(tag, 0))
        depth.append(depth[parent] + 1)
        kind.append(kinds.setdefault((tag, words, words_of[parent]), len(kinds) + 1))
    siblings = np.array(parents) * (len(kinds) + 1) + np.array(kind)
    _, group, count = np.unique(siblings, return_inverse=True, return_counts=True)
    return Tree(
        np.array(blocks.element, np.int64) + 1,
        np.array(parents),
        np.array([0, *elements.first]),
        np.array([len(blocks), *elements.last]),
        np.array(places),
        np.array(depth),
        np.array(kind),
        count[group],
        np.array(scores).T,
    )
