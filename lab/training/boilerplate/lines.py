"""Train the model of boilerplate lines of plain text: `python -m lab.training.boilerplate.lines DATA`.

DATA holds `cling-*.jsonl.gz`, article text with the boilerplate lines around it, and `lines-*.jsonl.gz`, whole pages
as lines. Writes the model, its card and the plot in docs/.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from lightgbm import Booster

from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.resources import MODELS
from lab.training.boilerplate.boosting import fit, store
from lab.training.boilerplate.held_out import run_stage
from lab.training.boilerplate.line_card import model_card, plot, sweep
from lab.training.boilerplate.line_data import LINE_FOLDS
from lab.training.boilerplate.training_lines import NEWS, WHOLE_PAGES, TrainingLines
from lab.training.boilerplate.word_weights import Weights
from lab.training.stored_forest import StoredModel, write_model

HEAD = 6  # lines at the top, where the model learns to keep a headline


def train(data: TrainingLines, fold: int | None, **settings: object) -> tuple[Booster, Columns, Weights]:
    """A booster for the sites outside a fold (or for all), its training rows by column, and the word weights."""
    weights = data.weights(fold)
    parts: list[Columns] = []
    labels, importance = [], []
    for part in data.parts:
        lines = part.lines
        columns = data.rows(part, weights, fold)
        headline = lines.title & (columns["from_start"] < HEAD)
        use = (lines.fold != fold) & (lines.scored | headline)
        parts.append({name: column[use] for name, column in columns.items()})
        labels.append((~lines.kept & ~lines.title)[use])
        importance.append(np.full(int(use.sum()), part.weight))
    rows = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    booster = fit(np.stack(list(rows.values()), 1), np.concatenate(labels), np.concatenate(importance), **settings)
    return booster, rows, weights


def model_without(data: TrainingLines, fold: int | None, **settings: object) -> StoredModel:
    """A model that has not seen the sites of a fold (or has seen all), as it is stored."""
    booster, rows, weights = train(data, fold, **settings)
    whole = [bool((column == np.round(column)).all()) for column in rows.values()]
    return {
        "made": date.today().isoformat(),
        "forest": store(booster, list(rows), whole),
        "word_weights": weights.stored(list(data.grams.values())),
    }


def models_out_of_site(folder: Path) -> list[StoredModel]:
    """A model for each fold of sites, trained on the others."""
    data = TrainingLines(folder)
    return [model_without(data, fold) for fold in range(LINE_FOLDS)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate the stage, train on everything, write model, card and plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the gold lines")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate-lines.json")
    parser.add_argument("--plot", type=Path, default=Path("docs/boilerplate-lines.svg"))
    given = parser.parse_args(arguments)
    data = TrainingLines(given.data)
    models = [model_without(data, fold) for fold in range(LINE_FOLDS)]
    tested = [name for name in (*NEWS, *WHOLE_PAGES) if name in data.files]
    results = {name: run_stage(data.files[name], models) for name in tested}
    model = model_without(data, None)
    write_model(given.out, model)
    card = model_card(data, model, given.out, results)
    given.out.with_suffix(".md").write_text(card, "utf-8")
    news = {name: data.files[name] for name in tested if name in NEWS}
    given.plot.write_text(plot(sweep(news, models)), "utf-8")
    print(card)


if __name__ == "__main__":
    main()
