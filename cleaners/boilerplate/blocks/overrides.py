"""Blocks removed whatever the model predicts: their own words or the elements around them name a kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import kind_of_element
from faircopy.cleaners.boilerplate.blocks.labels import label_of
from faircopy.cleaners.boilerplate.blocks.naming import BlockName
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.markup.blocks import Blocks

# Headlines, entries of lists and tables, and code are not removed by their words.
NOT_IN = frozenset({"li", "td", "tr", "dt", "dd", "pre", "h1"})


def blocks_by_words(blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_]) -> dict[int, BlockName]:
    """Blocks that the model keeps although they are labels of the page, links to other articles or credits."""
    found = {}
    for block in np.flatnonzero(stays).tolist():
        element = blocks.element[block]
        if element >= 0 and blocks.elements.tags[element] in NOT_IN:
            continue
        marker = label_of(lines[block]) or marker_of(lines[block])
        if marker and len(lines[block]) <= marker.kind.longest_by_words:
            found[block] = BlockName(marker.kind, reason=marker.reason)
    return found


def blocks_by_elements(
    blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_], headline: int
) -> dict[int, BlockName]:
    """Blocks that the model keeps although they are in readers' comments, captions or forms.

    An element that contains the headline (a block; -1: none) or at least half of the kept text is ignored, whatever its
    class says.
    """
    sizes = np.array([len(line) for line in lines]) * stays
    size = np.concatenate([[0], np.cumsum(sizes)])
    found: dict[int, BlockName] = {}
    elements, until = blocks.elements, 0  # blocks before this one are done
    for element, (tag, words) in enumerate(zip(elements.tags, elements.words, strict=True)):
        kind = kind_of_element(tag, words)
        if kind is None or not kind.by_element:
            continue
        first, last = elements.first[element], elements.last[element]
        if last > until and not first <= headline < last and 2 * (size[last] - size[first]) < size[-1]:
            for block in (first + np.flatnonzero(stays[first:last])).tolist():
                found.setdefault(block, BlockName(kind, element))
            until = last
    return found
