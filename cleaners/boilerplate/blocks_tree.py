"""The elements of a page as arrays: what lies in each, and which hold a given block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.blocks_hints import PURPOSES, purposes
from cleaners.markup.blocks import Blocks

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Element names that say what is inside, as bits above those of the purposes.
TAGS = (
    "article",
    "main",
    "nav",
    "aside",
    "footer",
    "header",
    "form",
    "figure",
    "ul",
    "ol",
    "table",
    "blockquote",
    "section",
    "p",
    "dl",
    "button",
)
NAMES = (*PURPOSES, *(f"<{tag}>" for tag in TAGS))
BITS = {name: 1 << place for place, name in enumerate(NAMES)}
ROLES = {
    "navigation": "<nav>",
    "complementary": "<aside>",
    "contentinfo": "<footer>",
    "banner": "<header>",
    "main": "<main>",
    "article": "<article>",
    "form": "<form>",
    "search": "<form>",
}


@dataclass(frozen=True)
class Tree:
    """One page. Element 0 is a root made to hold all; indices of elements are one higher than in `Blocks`."""

    around: Ints  # of each block: its innermost element
    parents: Ints  # the root is its own parent
    first: Ints
    last: Ints
    own: Ints  # of each element: what its name and words say, as bits of NAMES
    above: Ints  # its own and all of its ancestors'
    depth: Ints
    signature: Ints  # equal for elements with the same name, words and parent's words

    def total(self, of_blocks: Floats) -> Floats:
        """The sum of a column over the blocks in each element."""
        sums = np.concatenate([np.zeros(1), np.cumsum(of_blocks)])
        held: Floats = sums[self.last] - sums[self.first]
        return held


def read_tree(blocks: Blocks) -> Tree:
    """The arrays of a page."""
    elements = blocks.elements
    parents = [0, *(parent + 1 for parent in elements.parents)]
    own = [0, *(_bits(tag, words) for tag, words in zip(elements.tags, elements.words, strict=True))]
    above, depth, signature = [0], [0], [0]
    numbers: dict[tuple[str, str, int], int] = {}
    for number, (tag, words) in enumerate(zip(elements.tags, elements.words, strict=True), start=1):
        parent = parents[number]
        above.append(above[parent] | own[number])
        depth.append(depth[parent] + 1)
        signature.append(numbers.setdefault((tag, words, own[parent]), len(numbers) + 1))
    arrays = [np.array(column, np.int64) for column in (parents, own, above, depth, signature)]
    return Tree(
        np.array(blocks.element, np.int64) + 1,
        arrays[0],
        np.array([0, *elements.first], np.int64),
        np.array([len(blocks), *elements.last], np.int64),
        *arrays[1:],
    )


def _bits(tag: str, words: str) -> int:
    bits = BITS.get(f"<{tag}>", 0)
    if words:
        bits |= purposes(words)
        for word in words.split():
            if word in ROLES:
                bits |= BITS[ROLES[word]]
    return bits
