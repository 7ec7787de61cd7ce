"""Train the model that keeps the article among the blocks of a page: `python -m lab.training.boilerplate.blocks DATA`.

DATA holds `pages-*.jsonl.gz`: `html`, `url` and `gold_text`, the text of the article. Writes the model and its card.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.resources import MODELS
from lab.training.boilerplate.bagging import BAGS, TREES, Bag
from lab.training.boilerplate.grid import Grid
from lab.training.boilerplate.held_out_pages import stage_figures
from lab.training.boilerplate.line_data import FOLDS
from lab.training.boilerplate.training_pages import NO_FOLD, Rows, TrainingPages
from lab.training.stored_forest import StoredForest, StoredModel, write_model

CARD = """# Blocks of pages

`{file}`: which blocks of a page of HTML belong to its article. Log-odds of {words} class words, the weights of the
words of a line, and two forests of {trees} boosted trees of at most 16 leaves over {columns} columns; the second forest
also reads the first one's probabilities for the neighbours of a block and the elements around it. Format:
`cleaners/forest.py`.

- Made on {made} by `python -m lab.training.boilerplate.blocks DATA`; seeds are fixed.
- Data (lab/data/README.md): {pages}, together {blocks} blocks of {sites} sites. From public benchmarks of article
  extraction; only the model is kept here. Lines are labelled by aligning the page with the article's text
  (lab/training/boilerplate/gold_text.py).
- Figures: 4-grams of words, means over pages, headlines not counted, as the article extraction benchmark counts;
  cross-validated in {folds} folds by site: the trees, class words and word weights that score a page have not seen its
  site. faircopy keeps a block with a probability of 0.5 or more.
- Not for: pages that are no articles (shops, forums, lists of links). Columns of words are English; the rest is not.

The whole stage, with its rules, each page by the model that has not seen its site:

```
{stage}
```

The second forest alone, by threshold:

```
{second}
```

The first forest alone:

```
{first}
```
"""


@dataclass
class CrossValidated:
    """The probability of each line by a forest that has not seen its site, and all forests as they are stored.

    `by_fold` are the forests without each fold, `whole` is the one of all lines.
    """

    scores: NDArray[np.float64]
    by_fold: list[StoredForest]
    whole: StoredForest


def cross_validate(data: TrainingPages, rows: Rows, columns: Sequence[str], *, whole: bool) -> CrossValidated:
    """Train a forest without each fold and, if asked for, one on everything."""
    grid = Grid(rows)
    numbers = grid.numbers(rows)
    found = CrossValidated(np.zeros(len(rows)), [], {})
    for fold in (*range(FOLDS), *([NO_FOLD] if whole else [])):
        seen = data.fold != fold
        bag = Bag(numbers[seen], data.kept[seen], data.weights[seen])
        forest = bag.stored(columns, grid)
        if fold == NO_FOLD:
            found.whole = forest
        else:
            found.scores[~seen] = bag.predict(numbers[~seen])
            found.by_fold.append(forest)
    return found


def train(data: TrainingPages, *, whole: bool) -> tuple[CrossValidated, CrossValidated]:
    """The first forest and the second, which also reads the first one's probabilities."""
    first = cross_validate(data, data.rows, data.columns, whole=whole)
    names, rows = data.stacked_rows(first.scores)
    stacked = np.concatenate([data.rows, rows], 1)
    return first, cross_validate(data, stacked, [*data.columns, *names], whole=whole)


def stored(data: TrainingPages, first: StoredForest, second: StoredForest, without: int = NO_FOLD) -> StoredModel:
    """The model as it is stored; `without` is the fold that its forests have not seen."""
    return {
        "made": date.today().isoformat(),
        "first": first,
        "second": second,
        "word_weights": data.word_weights(without),
        "attribute_words": dict(data.counts.scores(data.sites_of(without)).scores),
    }


def models_by_fold(data: TrainingPages, first: CrossValidated, second: CrossValidated) -> list[StoredModel]:
    """For each fold of sites the model that has not seen them."""
    return [stored(data, first.by_fold[fold], second.by_fold[fold], fold) for fold in range(FOLDS)]


def models_out_of_site(folder: Path) -> list[StoredModel]:
    """For each fold of the sites of a folder the model that has not seen them."""
    data = TrainingPages(folder)
    return models_by_fold(data, *train(data, whole=False))


def main() -> None:
    """Cross-validate both forests and the stage, train on everything, write the model and its card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the pages")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate-blocks.json")
    arguments = parser.parse_args()
    data = TrainingPages(arguments.data)
    first, second = train(data, whole=True)
    stage = stage_figures(data.pages, models_by_fold(data, first, second))
    model = stored(data, first.whole, second.whole)
    write_model(arguments.out, model)
    figures = {"stage": stage, "second": data.report(second.scores), "first": data.report(first.scores)}
    card = model_card(data, model, arguments.out.name, figures)
    arguments.out.with_suffix(".md").write_text(card, "utf-8")
    print(card)


def model_card(data: TrainingPages, model: StoredModel, file: str, figures: Mapping[str, Sequence[str]]) -> str:
    """The card of a model, in Markdown; `figures` has lines for the `stage`, the `second` and the `first` forest."""
    counts = Counter(page.name for page in data.pages)
    return CARD.format(
        file=file,
        made=model["made"],
        pages=", ".join(f"{name} ({count} pages)" for name, count in sorted(counts.items())),
        blocks=len(data.rows),
        sites=len({page.site for page in data.pages}),
        folds=FOLDS,
        trees=BAGS * TREES,
        columns=len({*model["first"]["columns"], *model["second"]["columns"]}),
        words=len(model["attribute_words"]),
        **{name: "\n".join(lines) for name, lines in figures.items()},
    )


if __name__ == "__main__":
    main()
