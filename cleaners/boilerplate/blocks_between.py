"""Blocks that stay or go whatever the table says: by what they stand between, by what their words give away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.blocks_labels import label_of
from cleaners.boilerplate.blocks_naming import MOSTLY_LINKS, Named
from cleaners.boilerplate.blocks_rules import rule_named
from cleaners.boilerplate.markers import marker_of
from cleaners.markup.blocks import Blocks

# Elements of running text; between two paragraphs beside it, a block in one of them must be surer to be no article.
TEXT = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
NEAREST = 3  # blocks
# Kinds of lines that go by their words alone, but not as entries of lists and tables or in code.
DECIDING = frozenset({"read-more", "related-links", "share-bar", "date", "newsletter", "comment-form", "caption"})
LABEL = 24  # code points: "Advertisement", "Story continues below"
ENTRIES = frozenset({"li", "td", "tr", "dt", "dd", "pre", "h1"})


def between_paragraphs(blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_]) -> list[int]:
    """The blocks that go although they stand like paragraphs of the article among its paragraphs.

    They lie in the same element as the nearest blocks that stay, before and after, are no links, and neither their
    words nor those of their elements name anything that pages are made of.
    """
    places = np.flatnonzero(stays)
    if len(places) < 2:
        return []
    parents, tags = blocks.elements.parents, blocks.elements.tags
    found = []
    for block in (places[0] + 1 + np.flatnonzero(~stays[places[0] + 1 : places[-1]])).tolist():
        at = int(np.searchsorted(places, block))
        before, after = int(places[at - 1]), int(places[at])
        element = blocks.element[block]
        if element < 0 or tags[element] not in TEXT or block - before > NEAREST or after - block > NEAREST:
            continue
        around = {parents[blocks.element[one]] if blocks.element[one] >= 0 else -1 for one in (before, block, after)}
        if len(around) == 1 and not _is_of_page(blocks, block, lines[block]):
            found.append(block)
    return found


def _is_of_page(blocks: Blocks, block: int, line: str) -> bool:
    element = blocks.element[block]
    named = rule_named(blocks.elements.tags[element], blocks.elements.words[element])
    linked = blocks.linked[block] > MOSTLY_LINKS * len(line)
    return bool(linked or named or rule_named("", blocks.inline[block]) or label_of(line) or marker_of(line))


def named_by_words(blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_]) -> dict[int, Named]:
    """The blocks that would stay although they are labels of the page, links to other articles, credits of pictures."""
    found = {}
    for block in np.flatnonzero(stays).tolist():
        element = blocks.element[block]
        if element >= 0 and blocks.elements.tags[element] in ENTRIES:
            continue
        kind = label_of(lines[block]) or marker_of(lines[block])
        if kind and (kind.rule in DECIDING or len(lines[block]) <= LABEL):
            found[block] = Named(kind.rule, says=kind.reason)
    return found
