"""Lists and tables are kept or removed as a whole: their entries share one probability."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.features.line_features import Column
from faircopy.cleaners.boilerplate.text_lines import Line
from faircopy.cleaners.markup.blocks import Blocks

ENTRIES = frozenset({"li", "tr", "dt", "dd"})


def average_lists(blocks: Blocks, lines: list[Line], probabilities: Column) -> Column:
    """The probabilities, with those of a list or table replaced by their mean, weighted by words."""
    elements = blocks.elements
    lists: dict[int, list[int]] = {}
    for block, element in enumerate(blocks.element):
        if element >= 0 and elements.tags[element] in ENTRIES:
            lists.setdefault(elements.parents[element], []).append(block)
    out = probabilities.copy()
    for entries in lists.values():
        if len(entries) > 1:
            weights = [lines[entry].text.count(" ") + 1 for entry in entries]
            out[entries] = np.average(probabilities[entries], weights=weights)
    return out
