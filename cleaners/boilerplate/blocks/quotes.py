"""Block quotes are kept or removed as a whole: an embedded post with its signature, a passage with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from faircopy.cleaners.boilerplate.blocks.naming import BlockName
from faircopy.cleaners.boilerplate.features.line_features import Column
from faircopy.cleaners.markup.blocks import Blocks

QUOTE = "blockquote"


def quotes_of(blocks: Blocks, lines: Sequence[str], probabilities: Column, keep: float) -> list[range]:
    """The blocks of each outermost block quote, unless it has more text than is kept outside: then it is the page."""
    elements = blocks.elements
    if QUOTE not in elements.tags:
        return []
    sizes = np.array([len(line) for line in lines])
    stays = sizes * (probabilities >= keep)
    found: list[range] = []
    until = 0  # blocks before this one are done
    for tag, first, last in zip(elements.tags, elements.first, elements.last, strict=True):
        if tag == QUOTE and first >= until:
            until = last
            if sizes[first:last].sum() <= stays.sum() - stays[first:last].sum():
                found.append(range(first, last))
    return found


def average_quotes(quotes: Sequence[range], lines: Sequence[str], probabilities: Column) -> Column:
    """The probabilities, with those of a quote replaced by their mean, weighted by words."""
    out = probabilities.copy()
    for quote in quotes:
        weights = [lines[block].count(" ") + 1 for block in quote]
        out[quote.start : quote.stop] = np.average(probabilities[quote.start : quote.stop], weights=weights)
    return out


def extend_to_quotes(chosen: Sequence[int], quotes: Sequence[range]) -> list[int]:
    """The chosen blocks and all other blocks of the quotes they are in."""
    picked = set(chosen)
    return sorted(picked.union(*(quote for quote in quotes if not picked.isdisjoint(quote))))


def drop_partial_quotes(named: Mapping[int, BlockName], quotes: Sequence[range]) -> dict[int, BlockName]:
    """The named blocks, except those of quotes that are not named as a whole."""
    parts = {block for quote in quotes if not all(block in named for block in quote) for block in quote}
    return {block: name for block, name in named.items() if block not in parts}
