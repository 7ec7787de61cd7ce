"""Train the table that tells boilerplate lines of plain text: `python -m training.boilerplate_lines DATA`.

DATA holds `cling-*.jsonl.gz`, article text with the lines that cling to it, and `lines-*.jsonl.gz`, whole pages as
lines.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.line_features import Columns
from cleaners.boilerplate.line_table import line_table
from cleaners.boilerplate.line_words import read_lines
from cleaners.resources import MODELS, Resources
from training.boosting import fit, stored_trees
from training.held_out import run_stage
from training.line_card import model_card, plot, sweep
from training.lines import FOLDS, Lines, read_lines_file, score, without
from training.word_weights import NO_COUNTS, Grams, Weights, grams_of, weights_from

NEWS = ("cling-scrapinghub", "cling-fundus_eval", "cling-fundus_tests")
# How much a line counts: the gold of the last was drafted by a model, and is noisy.
TRAINED_ON = {**dict.fromkeys(NEWS, 1.0), "cling-wcxb_article": 0.15}
FIRST_ROUND = 0.5  # the chance at which a first model takes lines out
CLEANER_WEIGHT = 0.25
WHOLE_PAGES = ("lines-scrapinghub", "lines-fundus_eval", "lines-fundus_tests")
MOST_WEIGHTS = 5000
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
        self.parts = {name: self._part(self.files[name], weight) for name, weight in TRAINED_ON.items()}
        self.cleaner: list[Part] = []
        self.sites: dict[str, int] = {}

    def _part(self, lines: Lines, weight: float) -> Part:
        words = read_lines(lines.texts)
        return Part(lines, line_table(words, self.phrases), grams_of(words), weight)

    def add_cleaner(self, chances: Mapping[str, NDArray[np.float64]]) -> None:
        """Train on cleaned texts too, as the second round of cleaning meets them: by gold, and by a first model."""
        for name in NEWS:
            part = self.parts[name]
            lines = part.lines
            gold = ~lines.kept & lines.scored
            for gone in (gold, chances[name] > FIRST_ROUND):
                self.cleaner.append(self._part(without(lines, gone), part.weight * CLEANER_WEIGHT))

    def weights(self, fold: int | None) -> Weights:
        """Word weights counted on the sites outside a fold, or on all."""
        counts = NO_COUNTS
        for name, lines in self.files.items():
            # Article lines stand in both kinds of files; once is enough.
            use = lines.fold != fold if name.startswith("cling") else (lines.fold != fold) & ~lines.kept
            counts = counts.add(self.grams[name], lines, use, self.sites)
        return weights_from(counts, MOST_WEIGHTS)

    def rows(self, part: Part, weights: Weights, fold: int | None) -> Columns:
        """The columns of lines with word weights that leave out each training line's own site."""
        found = weights.columns(part.grams, part.lines, self.sites, part.lines.fold != fold)
        return {**part.columns, **found}


def _paths(folder: Path) -> list[Path]:
    return sorted([*folder.glob("cling-*.jsonl.gz"), *folder.glob("lines-*.jsonl.gz")])


def train(data: Data, fold: int | None, **settings: object) -> tuple[object, list[str], Weights]:
    """A model of the sites outside a fold (or of all), its columns and its word weights."""
    weights = data.weights(fold)
    tables, labels, importance = [], [], []
    for part in [*data.parts.values(), *data.cleaner]:
        lines = part.lines
        columns = data.rows(part, weights, fold)
        headline = lines.title & (columns["from_start"] < HEAD)
        use = (lines.fold != fold) & (lines.scored | headline)
        tables.append(np.stack([columns[column] for column in columns], 1)[use])
        labels.append((~lines.kept & ~lines.title)[use])
        importance.append(np.full(int(use.sum()), part.weight))
    model = fit(np.concatenate(tables), np.concatenate(labels), np.concatenate(importance), **settings)
    return model, list(columns), weights


def out_of_site(data: Data, **settings: object) -> dict[str, NDArray[np.float64]]:
    """The probability of each line from a model that has seen no page of its site."""
    found = {name: np.zeros(len(part.lines.kept)) for name, part in data.parts.items()}
    for fold in range(FOLDS):
        model, columns, weights = train(data, fold, **settings)
        for name, part in data.parts.items():
            held_out = part.lines.fold == fold
            rows = data.rows(part, weights, fold)
            table = np.stack([rows[column] for column in columns], 1)[held_out]
            if len(table):
                found[name][held_out] = model.predict_proba(table)[:, 1]  # type: ignore[attr-defined]
    return found


def tables_out_of_site(folder: Path) -> list[Table]:
    """A table for each fold of sites, trained on the others."""
    data = prepared(folder)
    return [table_without(data, fold) for fold in range(FOLDS)]


def prepared(folder: Path) -> Data:
    """The data of a folder, with the texts that a first model cleaned."""
    data = Data(folder)
    data.add_cleaner(out_of_site(data))
    return data


def table_without(data: Data, fold: int | None) -> Table:
    """The stored table of a model that has not seen the sites of a fold (or has seen all)."""
    model, columns, weights = train(data, fold)
    table = stored_trees(model, columns)  # type: ignore[arg-type]
    return {**table, "weights": weights.stored(list(data.grams.values()))}


def main() -> None:
    """Cross-validate the stage, train on everything, write table, card and plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the gold lines")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate_lines.json")
    parser.add_argument("--plot", type=Path, default=Path("docs/boilerplate_lines.svg"))
    arguments = parser.parse_args()
    data = prepared(arguments.data)
    tables = [table_without(data, fold) for fold in range(FOLDS)]
    judged = {name: run_stage(data.files[name], tables) for name in data.files if name in (*NEWS, *WHOLE_PAGES)}
    figures = {name: (score(data.files[name], result.gone), result) for name, result in judged.items()}
    table = {"made": date.today().isoformat(), **table_without(data, None)}
    arguments.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    card = model_card(data, table, arguments.out.stat().st_size, figures)
    arguments.out.with_suffix(".md").write_text(card, "utf-8")
    arguments.plot.write_text(plot(sweep(data, tables, NEWS)), "utf-8")
    print(card)


if __name__ == "__main__":
    main()
