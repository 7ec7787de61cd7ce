"""Pages: which blocks belong to the article, decided from the markup around them and the words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import kind_of_element
from faircopy.cleaners.boilerplate.blocks.cuts import cuts
from faircopy.cleaners.boilerplate.blocks.hold import NO_ARTICLE, NO_TEXT, why_held
from faircopy.cleaners.boilerplate.blocks.inline_blocks import between_paragraphs
from faircopy.cleaners.boilerplate.blocks.lists import whole_lists
from faircopy.cleaners.boilerplate.blocks.model import Judged
from faircopy.cleaners.boilerplate.blocks.naming import Named, Naming
from faircopy.cleaners.boilerplate.blocks.overrides import named_by_elements, named_by_words
from faircopy.cleaners.boilerplate.blocks.quotes import quotes_of, whole_quotes, with_quotes, without_parts
from faircopy.cleaners.boilerplate.blocks.reasons import Reasons
from faircopy.cleaners.boilerplate.blocks.source import named_by_source
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.text_lines import Line, ink_lines, placed_lines
from faircopy.cleaners.edits import Edit
from faircopy.cleaners.markup.blocks import Blocks
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings

KEEP = 0.5  # the least chance at which a block stays
SURE = 0.6  # a block that stays with less is suggested to go
KNOWN = 0.95  # how sure we are of what the source itself shows
GIVEN_AWAY = 0.9  # and of what words or elements give away


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as lines with their places, and what the markup and the table say of them."""

    text: str
    lines: Sequence[Line]
    texts: Sequence[str]
    blocks: Blocks
    chances: Column
    columns: Columns


def has_blocks(document: Document) -> bool:
    """Whether the document is a page whose lines are still those that the markup spoke of."""
    blocks = document.notes.get("blocks")
    return isinstance(blocks, Blocks) and len(blocks) == len(ink_lines(document.text))


def find_in_pages(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The blocks of each page that are no part of its article. Every document must have its blocks."""
    lines = [list(placed_lines(document.text)) for document in documents]
    blocks_of = [_blocks(document) for document in documents]
    texts = [[line.text for line in mine] for mine in lines]
    judged = resources.block_model.judge(list(zip(texts, blocks_of, strict=True)))
    return [
        _find(document, _page(document, mine, blocks, found), resources)
        for document, mine, blocks, found in zip(documents, lines, blocks_of, judged, strict=True)
    ]


def _page(document: Document, lines: list[Line], blocks: Blocks, judged: Judged) -> _Page:
    chances = whole_lists(blocks, lines, judged.chances)
    return _Page(document.text, lines, [line.text for line in lines], blocks, chances, judged.columns)


def _blocks(document: Document) -> Blocks:
    blocks = document.notes["blocks"]
    assert isinstance(blocks, Blocks)
    return blocks


def _find(document: Document, page: _Page, resources: Resources) -> Findings:
    if not page.lines:
        return Findings(held=NO_TEXT)
    chances = page.chances
    bare = is_bare(page.blocks)
    if bare:
        chances[:] = 1.0
    known = {} if bare else _settle(page)
    repeats = resources.repeats.get(document.source or "", frozenset())
    of_source = named_by_source(page.texts, chances, resources.options.markers, repeats)
    chances[list(of_source)] = 1 - KNOWN
    known |= of_source
    if not (chances >= KEEP).any():
        return Findings(held=NO_ARTICLE)
    headline = headline_of(page.lines, page.blocks, int(np.argmax(chances >= KEEP)))
    if headline >= 0:
        chances[headline] = 1.0
        known.pop(headline, None)
    stays, columns = chances >= KEEP, page.columns
    held = why_held(page.texts, columns["prose"], columns["linked"], stays, headline, resources.options.max_loss)
    edits = (*_edits(page, ~stays, known), *_edits(page, stays & (chances < SURE), known, suggest=True))
    return Findings(edits, held="" if bare else held)


def _settle(page: _Page) -> dict[int, Named]:
    """Set the chances of blocks that words or place decide; the names of those that go by them."""
    chances, blocks, texts = page.chances, page.blocks, page.texts
    quotes = quotes_of(blocks, texts, chances, KEEP)
    chances[:] = whole_quotes(quotes, texts, chances)
    among = between_paragraphs(blocks, texts, chances, KEEP, frozenset().union(*quotes))
    chances[with_quotes(among, quotes)] = KEEP
    stays = chances >= KEEP
    headline = headline_of(page.lines, blocks, int(np.argmax(stays)))
    named = named_by_elements(blocks, texts, stays, headline) | named_by_words(blocks, texts, stays)
    named = without_parts(named, quotes)
    chances[list(named)] = 1 - GIVEN_AWAY
    return named


def is_bare(blocks: Blocks) -> bool:
    """Whether nothing in the markup, no link and no name of an element, speaks of anything but an article."""
    elements = blocks.elements
    named = (kind_of_element(tag, words) for tag, words in zip(elements.tags, elements.words, strict=True))
    return not any(blocks.linked) and not any(named)


def headline_of(lines: Sequence[Line], blocks: Blocks, first: int) -> int:
    """The `h1` most like the title that the page declares, of several the last before the article; -1: none is."""
    tags, title = blocks.elements.tags, _words(blocks.title)
    heads = [block for block, element in enumerate(blocks.element) if element >= 0 and tags[element] == "h1"]
    above = [block for block in heads if block <= first] or heads[:1]
    likeness = {block: _likeness(_words(lines[block].text), title) for block in above}
    best = max(above, key=lambda block: (likeness[block], block), default=-1)
    return -1 if title and not likeness.get(best) else best


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _edits(page: _Page, chosen: NDArray[np.bool_], known: dict[int, Named], *, suggest: bool = False) -> Iterator[Edit]:
    """The edits that take out the blocks chosen."""
    if not chosen.any():
        return
    stays = page.chances >= KEEP
    reasons, naming = Reasons(page.blocks, page.texts, page.columns, stays), Naming(page.blocks, page.texts, stays)
    chances = page.chances.tolist()
    names: list[Named | None] = [None] * len(page.lines)
    for block in np.flatnonzero(chosen).tolist():
        names[block] = known.get(block) or naming.named(block)
    for cut in cuts(page.text, page.lines, names):
        named = names[cut.first]
        assert named is not None
        chance = sum(chances[cut.first : cut.last]) / (cut.last - cut.first)
        why = reasons.of(named, cut.first, cut.last, chance)
        before, sure = page.text[cut.start : cut.end], round(1 - chance, 3)
        yield named.kind.rule.edit(cut.start, before, "", why, sure, suggest=suggest)
