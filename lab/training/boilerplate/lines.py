"""Train the table that tells boilerplate lines of plain text: `python -m lab.training.boilerplate.lines DATA`.

DATA holds `cling-*.jsonl.gz`, article text with the lines that cling to it, and `lines-*.jsonl.gz`, whole pages as
lines.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from lightgbm import Booster

from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix
from faircopy.cleaners.boilerplate.lines.model_format import stored_words
from faircopy.cleaners.resources import MODELS, Resources
from lab.training.boilerplate.boosting import fit, stored_trees
from lab.training.boilerplate.held_out import run_stage
from lab.training.boilerplate.line_card import model_card, plot, sweep
from lab.training.boilerplate.line_data import LINE_FOLDS, Lines, fold_of, read_lines_file
from lab.training.boilerplate.sloppy import sloppy_copy
from lab.training.boilerplate.word_weights import NO_COUNTS, Grams, SiteCounts, Weights, grams_of, weights_from

NEWS = ("cling-scrapinghub", "cling-fundus_eval", "cling-fundus_tests")
WHOLE_PAGES = ("lines-scrapinghub", "lines-fundus_eval", "lines-fundus_tests")
# How much a line counts: the gold of the last was drafted by a model, and is noisy.
TRAINED_ON = {**dict.fromkeys(NEWS, 1.0), "cling-wcxb_article": 0.25}
PAGE_WEIGHT = 0.02  # of a line of a whole page: there are many, and most stand far from the article
COPIES, COPY_WEIGHT = 3, 0.15  # sloppy copies of each whole page, and how much a line of them counts
CLEAN_SEED, CLEAN_WEIGHT = 7, 0.3  # texts of which nothing more may go
WORDS = 400  # with a weight
HEAD = 6  # lines at the top where a headline is taught to stay
Table = dict[str, object]


@dataclass
class Part:
    """Lines to train on: their columns, the grams in them, and how much each line counts."""

    lines: Lines
    columns: Columns
    grams: Grams
    weight: float


class Data:
    """The files of a folder, and what of them is trained on."""

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
        """On how many sites each gram is found; article lines stand in both kinds of files: once is enough."""
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


def train(data: Data, fold: int | None, **settings: object) -> tuple[Booster, Columns, Weights]:
    """A model of the sites outside a fold (or of all), its training rows by column, and its word weights."""
    weights = data.weights(fold)
    tables: list[Columns] = []
    labels, importance = [], []
    for part in data.parts:
        lines = part.lines
        columns = data.rows(part, weights, fold)
        headline = lines.title & (columns["from_start"] < HEAD)
        use = (lines.fold != fold) & (lines.scored | headline)
        tables.append({name: column[use] for name, column in columns.items()})
        labels.append((~lines.kept & ~lines.title)[use])
        importance.append(np.full(int(use.sum()), part.weight))
    rows = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    model = fit(np.stack(list(rows.values()), 1), np.concatenate(labels), np.concatenate(importance), **settings)
    return model, rows, weights


def table_without(data: Data, fold: int | None, **settings: object) -> Table:
    """The stored table of a model that has not seen the sites of a fold (or has seen all)."""
    model, rows, weights = train(data, fold, **settings)
    whole = [bool((column == np.round(column)).all()) for column in rows.values()]
    words = weights.stored(list(data.grams.values()))
    return {**stored_trees(model, list(rows), whole), "words": stored_words(words)}


def tables_out_of_site(folder: Path) -> list[Table]:
    """A table for each fold of sites, trained on the others."""
    data = Data(folder)
    return [table_without(data, fold) for fold in range(LINE_FOLDS)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate the stage, train on everything, write table, card and plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the gold lines")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate_lines.json")
    parser.add_argument("--plot", type=Path, default=Path("docs/boilerplate_lines.svg"))
    given = parser.parse_args(arguments)
    data = Data(given.data)
    tables = [table_without(data, fold) for fold in range(LINE_FOLDS)]
    judged = [name for name in (*NEWS, *WHOLE_PAGES) if name in data.files]
    results = {name: run_stage(data.files[name], tables) for name in judged}
    table = {"made": date.today().isoformat(), **table_without(data, None)}
    given.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    card = model_card(data, table, given.out.stat().st_size, results)
    given.out.with_suffix(".md").write_text(card, "utf-8")
    news = {name: data.files[name] for name in judged if name in NEWS}
    given.plot.write_text(plot(sweep(news, tables)), "utf-8")
    print(card)


if __name__ == "__main__":
    main()
