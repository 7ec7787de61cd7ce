"""Blocks that go whatever the table says of them: their own words, or the elements around them, give them away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import rule_named
from faircopy.cleaners.boilerplate.blocks.labels import label_of
from faircopy.cleaners.boilerplate.blocks.naming import Named
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.markup.blocks import Blocks

# Kinds of lines that go by their words, but not as headlines, as entries of lists and tables, or in code.
BY_WORDS = frozenset(
    {
        *("read-more", "related-links", "share-bar", "date", "newsletter", "comment-form", "caption"),
        *("byline", "about-author"),
    }
)
NOT_IN = frozenset({"li", "td", "tr", "dt", "dd", "pre", "h1"})
LABEL = 24  # code points: "Advertisement", "Story continues below"
# Elements under which no article was ever found, when it does not lie there as a whole.
BY_ELEMENTS = frozenset({"comments", "caption", "form"})


def named_by_words(blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_]) -> dict[int, Named]:
    """The blocks that would stay although they are labels of the page, links to other articles, credits."""
    found = {}
    for block in np.flatnonzero(stays).tolist():
        element = blocks.element[block]
        if element >= 0 and blocks.elements.tags[element] in NOT_IN:
            continue
        kind = label_of(lines[block]) or marker_of(lines[block])
        if kind and (kind.rule in BY_WORDS or (kind.rule == "advertisement" and len(lines[block]) <= LABEL)):
            found[block] = Named(kind.rule, says=kind.reason)
    return found


def named_by_elements(
    blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_], headline: int
) -> dict[int, Named]:
    """The blocks that would stay although readers' comments, captions or forms are around them.

    An element that holds the headline (a block; -1: none) or half of what stays is no such thing, whatever its name.
    """
    sizes = np.array([len(line) for line in lines]) * stays
    size = np.concatenate([[0], np.cumsum(sizes)])
    found: dict[int, Named] = {}
    elements, until = blocks.elements, 0  # all that goes before block `until` has gone
    for element, (tag, words) in enumerate(zip(elements.tags, elements.words, strict=True)):
        if (rule := rule_named(tag, words)) not in BY_ELEMENTS:
            continue
        first, last = elements.first[element], elements.last[element]
        if last > until and not first <= headline < last and 2 * (size[last] - size[first]) < size[-1]:
            for block in (first + np.flatnonzero(stays[first:last])).tolist():
                found.setdefault(block, Named(rule, element))
            until = last
    return found
