"""The pages of a folder as rows of columns, and what to learn from each of their blocks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.model import read_columns
from faircopy.cleaners.boilerplate.blocks.stacked_features import stacked_columns
from faircopy.cleaners.boilerplate.blocks.tree import NumberColumns, Tree
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.resources import Resources
from lab.training.boilerplate.element_words import WordCounts, count_words
from lab.training.boilerplate.line_data import FOLDS, Lines
from lab.training.boilerplate.pages import read_pages, score
from lab.training.boilerplate.word_weights import NO_COUNTS, grams_of, weights_from

LEAST_WORDS = 4  # of a line whose words are weighed; shorter ones are told by the markup
THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6)
NO_FOLD = -1

Rows = NDArray[np.float32]


class Data:
    """The pages of a folder, their columns, and what to learn from each line.

    The class words of a page are scored by the pages of other folds, and so is the first look that the second
    one reads: neither has seen the page's own site.
    """

    def __init__(self, folder: Path) -> None:
        self.pages = [page for path in sorted(folder.glob("pages-*.jsonl.gz")) for page in read_pages(path)]
        self.pages = [page for page in self.pages if page.lines]
        self.counts = count_words(self.pages)
        self.trees, tables = self._read(self.counts)
        self.kept = np.concatenate([page.kept for page in self.pages])
        self._lines = self._as_lines()
        self._grams = grams_of(read_lines([page.lines for page in self.pages]))
        self._weigh(tables)
        self.columns = list(tables[0])
        self.rows = np.concatenate([_stacked(table) for table in tables])
        self.words = [table["words"] for table in tables]
        self.weights = np.concatenate([page.weights() for page in self.pages])
        self.weights /= self.weights.mean()
        sizes = [len(page.lines) for page in self.pages]
        self.fold = np.repeat([page.fold for page in self.pages], sizes)
        self.edges = np.cumsum(sizes)[:-1]

    def _read(self, counts: WordCounts) -> tuple[list[Tree], list[Columns]]:
        phrases = Resources().marker_phrases
        words = [counts.scores(self.sites_of(fold)) for fold in range(FOLDS)]
        read = [read_columns(page.lines, page.blocks, words[page.fold], phrases) for page in self.pages]
        return [tree for tree, _ in read], [columns for _, columns in read]

    def sites_of(self, fold: int) -> frozenset[str]:
        """The sites of a fold."""
        return frozenset(page.site for page in self.pages if page.fold == fold)

    def word_weights(self, without: int = NO_FOLD) -> dict[str, int]:
        """What words weigh, as a table stores it, counted without the sites of a fold."""
        sites = dict[str, int]()
        use = self._lines.scored & (self.fold != without)
        return weights_from(NO_COUNTS.add(self._grams, self._lines, use, sites)).stored([self._grams])

    def _weigh(self, tables: list[Columns]) -> None:
        """Put into the tables what the words of each line weigh on other sites."""
        lines, grams, sites = self._lines, self._grams, dict[str, int]()
        weights = weights_from(NO_COUNTS.add(grams, lines, lines.scored, sites))
        columns = weights.columns(grams, lines, sites, np.ones(len(lines.kept), bool))
        edges = np.cumsum([len(page.lines) for page in self.pages])[:-1]
        for name, column in columns.items():
            for table, part in zip(tables, np.split(column, edges), strict=True):
                table[name] = part

    def _as_lines(self) -> Lines:
        """The lines of all pages; `scored` are those from whose words there is something to learn."""
        texts = [page.lines for page in self.pages]
        counts = np.concatenate([page.matched.words for page in self.pages]).astype(np.int64)
        linked = np.concatenate([np.array(page.blocks.linked) for page in self.pages])
        size = np.array([len(line) for lines in texts for line in lines])
        document = np.repeat(np.arange(len(texts)), [len(lines) for lines in texts])
        sites = [page.site for page in self.pages]
        telling = (counts >= LEAST_WORDS) & (linked * 2 < size)
        return Lines("pages", texts, sites, document, self.kept, np.zeros(len(size), bool), telling, counts)

    def second_rows(self, scores: NDArray[np.float64]) -> tuple[list[str], Rows]:
        """The names and values of the columns that the second look adds."""
        parts = zip(self.trees, np.split(scores, self.edges), self.words, strict=True)
        tables = [stacked_columns(tree, score, words) for tree, score, words in parts]
        return list(tables[0]), np.concatenate([_stacked(table) for table in tables])

    def report(self, scores: NDArray[np.float64]) -> list[str]:
        """The figures of each file at several thresholds."""
        by_page = np.split(scores, self.edges)
        out = []
        for name in sorted({page.name for page in self.pages}):
            mine = [(page, found) for page, found in zip(self.pages, by_page, strict=True) if page.name == name]
            for threshold in THRESHOLDS:
                figures = score([page for page, _ in mine], [page.text(found > threshold) for page, found in mine])
                out.append(f"{name}  {threshold}  {figures}")
        return out


def _stacked(table: Columns | NumberColumns) -> Rows:
    return np.stack([np.asarray(column, np.float32) for column in table.values()], 1)
