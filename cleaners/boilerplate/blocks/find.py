"""Boilerplate in pages: which blocks to remove, by the model, by the words in them and the elements around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import kind_of_element
from faircopy.cleaners.boilerplate.blocks.cuts import cuts
from faircopy.cleaners.boilerplate.blocks.hold import NO_ARTICLE, NO_TEXT, hold_reason
from faircopy.cleaners.boilerplate.blocks.inline_blocks import blocks_to_keep
from faircopy.cleaners.boilerplate.blocks.lists import average_lists
from faircopy.cleaners.boilerplate.blocks.model import PageScores
from faircopy.cleaners.boilerplate.blocks.naming import BlockName, BlockNamer
from faircopy.cleaners.boilerplate.blocks.overrides import blocks_by_elements, blocks_by_words
from faircopy.cleaners.boilerplate.blocks.quotes import average_quotes, drop_partial_quotes, extend_to_quotes, quotes_of
from faircopy.cleaners.boilerplate.blocks.reasons import Reasons
from faircopy.cleaners.boilerplate.blocks.source import blocks_of_source
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.text_lines import Line, nonblank_lines, placed_lines
from faircopy.cleaners.edits import Edit
from faircopy.cleaners.markup.blocks import Blocks
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings

# Probabilities of being article.
KEEP = 0.5  # from which a block is kept
SUGGEST_BELOW = 0.6  # below which a kept block is suggested for removal
# Confidences of removals that the model did not decide.
BY_SOURCE = 0.95
BY_OVERRIDE = 0.9


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as lines with their positions, the probabilities of their blocks being article, and the features."""

    text: str
    lines: Sequence[Line]
    texts: Sequence[str]
    blocks: Blocks
    probabilities: Column
    columns: Columns


def has_blocks(document: Document) -> bool:
    """Whether the document is a page whose lines are still those of its blocks."""
    blocks = document.notes.get("blocks")
    return isinstance(blocks, Blocks) and len(blocks) == len(nonblank_lines(document.text))


def find_in_pages(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The boilerplate blocks of each page as edits. Every document must have its blocks (`has_blocks`)."""
    lines = [list(placed_lines(document.text)) for document in documents]
    blocks_of = [_blocks(document) for document in documents]
    texts = [[line.text for line in mine] for mine in lines]
    scores = resources.block_model.score_pages(list(zip(texts, blocks_of, strict=True)))
    return [
        _find(document, _page(document, mine, blocks, found), resources)
        for document, mine, blocks, found in zip(documents, lines, blocks_of, scores, strict=True)
    ]


def _page(document: Document, lines: list[Line], blocks: Blocks, scores: PageScores) -> _Page:
    probabilities = average_lists(blocks, lines, scores.probabilities)
    return _Page(document.text, lines, [line.text for line in lines], blocks, probabilities, scores.columns)


def _blocks(document: Document) -> Blocks:
    blocks = document.notes["blocks"]
    assert isinstance(blocks, Blocks)
    return blocks


def _find(document: Document, page: _Page, resources: Resources) -> Findings:
    if not page.lines:
        return Findings(held=NO_TEXT)
    probabilities = page.probabilities
    bare = is_bare(page.blocks)
    if bare:
        probabilities[:] = 1.0
    known = {} if bare else _override(page)
    repeats = resources.repeats.get(document.source or "", frozenset())
    of_source = blocks_of_source(page.texts, page.columns["prose"], probabilities, resources.options.markers, repeats)
    probabilities[list(of_source)] = 1 - BY_SOURCE
    known |= of_source
    if not (probabilities >= KEEP).any():
        return Findings(held=NO_ARTICLE)
    headline = headline_of(page.lines, page.blocks, int(np.argmax(probabilities >= KEEP)))
    if headline >= 0:
        probabilities[headline] = 1.0
        known.pop(headline, None)
    stays, columns = probabilities >= KEEP, page.columns
    held = hold_reason(page.texts, columns["prose"], columns["linked"], stays, headline, resources.options.max_loss)
    edits = (*_edits(page, ~stays, known), *_edits(page, stays & (probabilities < SUGGEST_BELOW), known, suggest=True))
    return Findings(edits, held="" if bare else held)


def _override(page: _Page) -> dict[int, BlockName]:
    """Change the probabilities of blocks that rules decide. Returns the names of those that rules remove."""
    probabilities, blocks, texts = page.probabilities, page.blocks, page.texts
    quotes = quotes_of(blocks, texts, probabilities, KEEP)
    probabilities[:] = average_quotes(quotes, texts, probabilities)
    among = blocks_to_keep(blocks, texts, probabilities, KEEP, frozenset().union(*quotes))
    probabilities[extend_to_quotes(among, quotes)] = KEEP
    stays = probabilities >= KEEP
    headline = headline_of(page.lines, blocks, int(np.argmax(stays)))
    named = blocks_by_elements(blocks, texts, stays, headline) | blocks_by_words(blocks, texts, stays)
    named = drop_partial_quotes(named, quotes)
    probabilities[list(named)] = 1 - BY_OVERRIDE
    return named


def is_bare(blocks: Blocks) -> bool:
    """Whether the page has no link and no element that names a kind of boilerplate: it is all article."""
    elements = blocks.elements
    named = (kind_of_element(tag, words) for tag, words in zip(elements.tags, elements.words, strict=True))
    return not any(blocks.linked) and not any(named)


def headline_of(lines: Sequence[Line], blocks: Blocks, first: int) -> int:
    """The `h1` most similar to the declared title, of equals the last before the article (block `first`); -1: none."""
    tags, title = blocks.elements.tags, _words(blocks.title)
    heads = [block for block, element in enumerate(blocks.element) if element >= 0 and tags[element] == "h1"]
    above = [block for block in heads if block <= first] or heads[:1]
    similarity = {block: _jaccard(_words(lines[block].text), title) for block in above}
    best = max(above, key=lambda block: (similarity[block], block), default=-1)
    return -1 if title and not similarity.get(best) else best


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _edits(
    page: _Page, chosen: NDArray[np.bool_], known: dict[int, BlockName], *, suggest: bool = False
) -> Iterator[Edit]:
    """The edits that remove the chosen blocks, or suggest to."""
    if not chosen.any():
        return
    stays = page.probabilities >= KEEP
    reasons, namer = Reasons(page.blocks, page.texts, page.columns, stays), BlockNamer(page.blocks, page.texts, stays)
    probabilities = page.probabilities.tolist()
    names: list[BlockName | None] = [None] * len(page.lines)
    for block in np.flatnonzero(chosen).tolist():
        names[block] = known.get(block) or namer.name(block)
    for cut in cuts(page.text, page.lines, names):
        named = names[cut.first]
        assert named is not None
        probability = sum(probabilities[cut.first : cut.last]) / (cut.last - cut.first)
        why = reasons.of(named, cut.first, cut.last, probability)
        before, confidence = page.text[cut.start : cut.end], round(1 - probability, 3)
        yield named.kind.rule.edit(cut.start, before, "", why, confidence, suggest=suggest)
