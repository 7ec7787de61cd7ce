"""The model of pages: the probability that a block belongs to the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from faircopy.cleaners.boilerplate.blocks.attribute_words import ElementWords
from faircopy.cleaners.boilerplate.blocks.block_features import block_columns
from faircopy.cleaners.boilerplate.blocks.stacked_features import stacked_columns
from faircopy.cleaners.boilerplate.blocks.tree import Tree, read_tree
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns, line_columns
from faircopy.cleaners.boilerplate.features.similarity import article_share
from faircopy.cleaners.boilerplate.markers.phrases import Phrases, read_phrases
from faircopy.cleaners.forest import Trees, read_trees
from faircopy.cleaners.markup.blocks import Blocks

# The features of lines that the model may use.
OF_LINES = (
    "characters",
    "words",
    "capital_share",
    "function_share",
    "comma",
    "quote",
    "digit",
    "ends_sentence",
    "prose",
    "weight",
    "most_weight",
    "least_weight",
    "mean_weight",
    "newsletter",
    "related",
    "credit",
    "notice",
    "date",
    "about_author",
    "editorial_note",
)

NO_BLOCKS = np.zeros(0, np.float32)


class PageScores(NamedTuple):
    """For each block of a page the probability that it is article, and the features it was predicted from."""

    probabilities: Column
    columns: Columns


@dataclass(frozen=True)
class BlockModel:
    """Scores of class words, phrases and word weights, and the trees of the first and the second score."""

    words: ElementWords
    phrases: Phrases
    first: Trees
    second: Trees

    def score_pages(self, pages: Sequence[tuple[Sequence[str], Blocks]]) -> list[PageScores]:
        """Predict for each page, given as its lines and their blocks."""
        if not all(lines for lines, _ in pages):
            found = iter(self.score_pages([page for page in pages if page[0]]))
            return [next(found) if lines else PageScores(NO_BLOCKS, {}) for lines, _ in pages]
        if not pages:
            return []
        read = [read_columns(lines, blocks, self.words, self.phrases) for lines, blocks in pages]
        edges = np.cumsum([len(lines) for lines, _ in pages])[:-1]
        first = np.split(self.first.score(_joined([columns for _, columns in read], self.first.columns)), edges)
        for (tree, columns), score in zip(read, first, strict=True):
            columns |= stacked_columns(tree, score, columns["words"])
        second = np.split(self.second.score(_joined([columns for _, columns in read], self.second.columns)), edges)
        return [PageScores(probabilities, columns) for probabilities, (_, columns) in zip(second, read, strict=True)]


def read_columns(lines: Sequence[str], blocks: Blocks, words: ElementWords, phrases: Phrases) -> tuple[Tree, Columns]:
    """The tree of a page and the features for the first score of its blocks."""
    tree, as_words = read_tree(blocks, words), read_lines([lines])
    of_lines = line_columns(as_words, phrases)
    columns = {name: of_lines[name] for name in OF_LINES}
    columns["article_share"] = article_share(as_words, of_lines["prose"])
    return tree, columns | block_columns(blocks, tree, as_words, of_lines)


def read_model(kinds: Iterable[tuple[str, str]], record: Mapping[str, object]) -> BlockModel:
    """The model from the marker phrases and its stored form: `words`, `weights`, `first` and `second`."""
    words, weights = record["words"], record.get("weights", {})
    first, second = record["first"], record["second"]
    if not isinstance(words, dict) or not isinstance(weights, dict):
        raise ValueError("a table of blocks needs the tables 'words' and 'weights'")
    if not isinstance(first, dict) or not isinstance(second, dict):
        raise ValueError("a table of blocks needs the trees 'first' and 'second'")
    return BlockModel(ElementWords(words), read_phrases(kinds, weights), read_trees(first), read_trees(second))


def _joined(tables: Sequence[Columns], names: Sequence[str]) -> Columns:
    return {name: np.concatenate([table[name] for table in tables]) for name in names}
