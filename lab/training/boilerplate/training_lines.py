"""The lines that the model of boilerplate lines is trained on: gold lines, whole pages, and sloppy copies of both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix
from faircopy.cleaners.resources import Resources
from lab.training.boilerplate.line_data import LINE_FOLDS, Lines, fold_of, read_lines_file
from lab.training.boilerplate.sloppy import sloppy_copy
from lab.training.boilerplate.word_weights import NO_COUNTS, Grams, SiteCounts, Weights, grams_of, weights_from

NEWS = ("cling-scrapinghub", "cling-fundus_eval", "cling-fundus_tests")
WHOLE_PAGES = ("lines-scrapinghub", "lines-fundus_eval", "lines-fundus_tests")
# How much a line counts: the gold of the last was drafted by a model, and is noisy.
TRAINED_ON = {**dict.fromkeys(NEWS, 1.0), "cling-wcxb_article": 0.25}
PAGE_WEIGHT = 0.02  # of a line of a whole page: there are many, most of them far from the article
COPIES, COPY_WEIGHT = 3, 0.15  # sloppy copies of each whole page, and how much a line of them counts
CLEAN_SEED, CLEAN_WEIGHT = 7, 0.3  # clean texts, from which nothing may be removed
WORDS = 400  # with a weight


@dataclass
class Part:
    """Lines to train on: their columns, the n-grams in them, and the weight of each line."""

    lines: Lines
    columns: Columns
    grams: Grams
    weight: float


class TrainingLines:
    """The files of a folder, and the parts of them that are trained on."""

    def __init__(self, folder: Path) -> None:
        self.phrases = Resources().marker_phrases
        self.files = {path.name.removesuffix(".jsonl.gz"): read_lines_file(path) for path in _paths(folder)}
        self.grams = {name: grams_of(read_lines(lines.texts)) for name, lines in self.files.items()}
        self.parts = [self._part(self.files[name], TRAINED_ON[name]) for name in self.files if name in TRAINED_ON]
        self.noisy = min(part.weight for part in self.parts)
        self.sites: dict[str, int] = {}
        self.counts = self._counts()
        for name in filter(self.files.__contains__, NEWS):
            self.parts.append(self._part(sloppy_copy(self.files[name], CLEAN_SEED, (0.0,)), CLEAN_WEIGHT))
        for name in filter(self.files.__contains__, WHOLE_PAGES):
            self.parts.append(self._part(self.files[name], PAGE_WEIGHT))
            for seed in range(COPIES):
                self.parts.append(self._part(sloppy_copy(self.files[name], seed), COPY_WEIGHT))

    def _part(self, lines: Lines, weight: float) -> Part:
        words = read_lines(lines.texts)
        return Part(lines, feature_matrix(words, self.phrases), grams_of(words), weight)

    def _counts(self) -> SiteCounts:
        """On how many sites each n-gram occurs. Article lines are in both kinds of files and counted once."""
        counts = NO_COUNTS
        for name, lines in self.files.items():
            use = np.ones(len(lines.kept), bool) if name.startswith("cling") else ~lines.kept
            counts = counts.add(self.grams[name], lines, use, self.sites)
        return counts

    def weights(self, fold: int | None) -> Weights:
        """Word weights counted on the sites outside a fold, or on all."""
        use = np.array([fold_of(site, LINE_FOLDS) != fold for site in self.sites])
        return weights_from(self.counts.on_sites(use), WORDS, pages_only=True)

    def rows(self, part: Part, weights: Weights, fold: int | None) -> Columns:
        """The columns of lines with word weights that leave out each training line's own site."""
        found = weights.columns(part.grams, part.lines, self.sites, part.lines.fold != fold)
        return {**part.columns, **found}


def _paths(folder: Path) -> list[Path]:
    return sorted([*folder.glob("cling-*.jsonl.gz"), *folder.glob("lines-*.jsonl.gz")])
