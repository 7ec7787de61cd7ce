"""Lists, tables and short lines between paragraphs of an article are kept unless they are surely boilerplate."""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import kind_of_element
from faircopy.cleaners.boilerplate.blocks.labels import label_of
from faircopy.cleaners.boilerplate.blocks.naming import MOSTLY_LINKS
from faircopy.cleaners.boilerplate.features.line_features import Column
from faircopy.cleaners.boilerplate.line_types import type_by_form
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.markup.blocks import Blocks

LEAST = 0.25  # the probability of being article from which such a block is kept
LEAST_IN_TABLE = 0.05  # data tables are hard to mistake, and a text without its tables is hard to read
LEAST_IN_QUOTE = 0.1  # posts and letters differ in style from the article that quotes them
ALONE = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
TEXT = ALONE | {"ul", "ol", "li", "dl", "dt", "dd"}
TABLE = TEXT | {"table", "thead", "tbody", "tr"}
QUOTE = TEXT | {"div", "figure"}  # around posts of other sites
ROW = "tr"  # its class may name what its figures are about: "player-12", "author"
LEVELS = 12  # from a block to the outermost element of its list or table
NEAREST = 3  # blocks up to the next one that is kept, for those that are no list or table
CELLS = " | "  # between table cells, put there by the page reader
# "This article is three months old" is a notice of the page; "was amended" one of the article.
ABOUT_ITSELF = "this "
OF_ARTICLE = ("amended", "corrected")


def blocks_to_keep(
    blocks: Blocks, lines: Sequence[str], probabilities: Column, keep: float, quoted: Set[int] = frozenset()
) -> list[int]:
    """The blocks to keep although their probability is below `keep`; `quoted` are those in block quotes.

    They, or the list or table around them, are in the same element as the nearest kept blocks before and after, are no
    links, and neither their words nor their classes name a kind of boilerplate. Notes of the article on itself, such as
    corrections, need only be near a kept block.
    """
    stays = probabilities >= keep
    if not stays.any():
        return []
    kept = _KeptBlocks(blocks, stays)

    def may_stay(block: int) -> bool:
        if CELLS in lines[block]:
            least, tags = LEAST_IN_TABLE, TABLE
        else:
            least, tags = (LEAST_IN_QUOTE, QUOTE) if block in quoted else (LEAST, TEXT)
        return bool(probabilities[block] >= least) and kept.is_inside(block, tags)

    return [
        block
        for block in np.flatnonzero(~stays).tolist()
        if (may_stay(block) and _is_plain(blocks, block, lines[block]))
        or (kept.is_near(block) and _is_note(lines[block]))
    ]


class _KeptBlocks:
    """The kept blocks, and whether another block is between them."""

    def __init__(self, blocks: Blocks, stays: NDArray[np.bool_]) -> None:
        self.blocks = blocks
        self._places = np.flatnonzero(stays).tolist()
        self._kept_before = np.concatenate([[0], np.cumsum(stays)]).tolist()

    def is_near(self, block: int) -> bool:
        """Whether one of the blocks just before is kept."""
        return bool(self._kept_before[block] > self._kept_before[max(0, block - NEAREST)])

    def is_inside(self, block: int, tags: frozenset[str]) -> bool:
        """Whether a block, or its outermost element of `tags`, shares a parent with the kept blocks around it."""
        at = self._kept_before[block]
        if not 0 < at < len(self._places):
            return False
        if self._in_paragraph(block, tags, self._places[at - 1 : at + 1]):
            return True
        around = self._outermost(block, tags)
        if around < 0 or not all(self._is_beside(around, one) for one in self._places[at - 1 : at + 1]):
            return False
        far = max(block - self._places[at - 1], self._places[at] - block) > NEAREST
        return not (far and self.blocks.elements.tags[around] in ALONE)

    def _in_paragraph(self, block: int, tags: frozenset[str], beside: Sequence[int]) -> bool:
        """Whether a block is a line of a paragraph of which another line is kept, as in verse."""
        own = self.blocks.element[block]
        if own < 0 or own not in {self.blocks.element[one] for one in beside}:
            return False
        tag = self.blocks.elements.tags[own]
        return tag in tags and not kind_of_element(tag, self.blocks.elements.words[own])

    def _outermost(self, block: int, tags: frozenset[str]) -> int:
        """The outermost element around a block without kept blocks; -1 if one has another tag or names a kind."""
        elements, at, found = self.blocks.elements, self.blocks.element[block], -1
        for _ in range(LEVELS):
            if at < 0 or self._kept_before[elements.first[at]] < self._kept_before[elements.last[at]]:
                return found
            tag = elements.tags[at]
            if tag not in tags or (tag != ROW and kind_of_element(tag, elements.words[at])):
                return -1
            found, at = at, elements.parents[at]
        return -1

    def _is_beside(self, element: int, block: int) -> bool:
        """Whether a block is in the element's parent, directly or in an element of its own."""
        parents, own = self.blocks.elements.parents, self.blocks.element[block]
        return own == parents[element] or (own >= 0 and parents[own] == parents[element])


def _is_plain(blocks: Blocks, block: int, line: str) -> bool:
    """Whether a block is no link and neither its words nor its classes name a kind of boilerplate."""
    linked = blocks.linked[block] > MOSTLY_LINKS * len(line)
    return not (linked or kind_of_element("", blocks.inline[block]) or label_of(line) or marker_of(line))


def _is_note(line: str) -> bool:
    """Whether a line is a note of the article on itself: a correction, an editor's note, an agency's credits."""
    if type_by_form(line) != "note":
        return False
    lower = line.lower()
    return not lower.startswith(ABOUT_ITSELF) or any(word in lower for word in OF_ARTICLE)
