"""Train the table that finds the article among the blocks of a page: `python -m lab.training.boilerplate.blocks DATA`.

DATA holds `pages-*.jsonl.gz`: `html`, `url` and `gold_text`, the text of the article.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.resources import MODELS
from lab.training.boilerplate.bagging import BAGS, TREES, Bag
from lab.training.boilerplate.block_data import NO_FOLD, Data, Rows
from lab.training.boilerplate.grid import Grid
from lab.training.boilerplate.held_out_pages import stage_figures
from lab.training.boilerplate.line_data import FOLDS

Table = dict[str, object]

CARD = """# boilerplate_blocks.json

Which blocks of a page of HTML belong to its article: what class words say ({words} words), what the words of a line
weigh, and two times {trees} boosted trees of at most 16 leaves over {columns} columns; the second look also reads what
the first one made of a block's neighbours and of the elements around it.

- Made {made} by `python -m lab.training.boilerplate.blocks DATA`; seeds are fixed.
- Data: {pages}, together {blocks} blocks of {sites} sites. From public benchmarks of article extraction; only the
  table is kept here. Lines are labelled by laying the page along the article's text (training/gold_text.py).
- Figures: runs of four words, means over pages, headlines not counted, as the article extraction benchmark counts;
  cross-validated in {folds} folds by site: the trees, class words and word weights that score a page have not seen its
  site. faircopy keeps a block from 0.5 on.
- Not for: pages that are no articles (shops, forums, lists of links). Columns of words are English; the rest is not.

The whole stage, with its rules, each page by the table that has not seen its site:

```
{stage}
```

The second look alone, by threshold:

```
{second}
```

The first look alone:

```
{first}
```
"""


@dataclass
class Look:
    """The score of each line by trees that have not seen its site, and all trees as they are stored.

    `by_fold` are the trees without each fold, `whole` those of all lines.
    """

    scores: NDArray[np.float64]
    by_fold: list[Table]
    whole: Table


def look(data: Data, rows: Rows, columns: Sequence[str], *, whole: bool) -> Look:
    """Train trees without each fold and, if asked for, on everything."""
    grid = Grid(rows)
    numbers = grid.numbers(rows)
    found = Look(np.zeros(len(rows)), [], {})
    for fold in (*range(FOLDS), *([NO_FOLD] if whole else [])):
        seen = data.fold != fold
        bag = Bag(numbers[seen], data.kept[seen], data.weights[seen])
        table = grid.in_values(bag.stored(columns), columns)
        if fold == NO_FOLD:
            found.whole = table
        else:
            found.scores[~seen] = bag.scores(numbers[~seen])
            found.by_fold.append(table)
    return found


def looks(data: Data, *, whole: bool) -> tuple[Look, Look]:
    """The first look at every block and the second, which reads what the first made of its surroundings."""
    first = look(data, data.rows, data.columns, whole=whole)
    names, rows = data.second_rows(first.scores)
    return first, look(data, np.concatenate([data.rows, rows], 1), [*data.columns, *names], whole=whole)


def stored(data: Data, first: Table, second: Table, without: int = NO_FOLD) -> Table:
    """The table as it ships; `without` is the fold that its trees have not seen."""
    words = dict(data.counts.scores(data.sites_of(without)).scores)
    made = date.today().isoformat()
    return {"made": made, "words": words, "weights": data.word_weights(without), "first": first, "second": second}


def tables_by_fold(data: Data, first: Look, second: Look) -> list[Table]:
    """For each fold of sites the table that has not seen them."""
    return [stored(data, first.by_fold[fold], second.by_fold[fold], fold) for fold in range(FOLDS)]


def tables_out_of_site(folder: Path) -> list[Table]:
    """For each fold of the sites of a folder the table that has not seen them."""
    data = Data(folder)
    return tables_by_fold(data, *looks(data, whole=False))


def main() -> None:
    """Cross-validate both looks and the stage, train on everything, write the table and its card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the pages")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate_blocks.json")
    arguments = parser.parse_args()
    data = Data(arguments.data)
    first, second = looks(data, whole=True)
    stage = stage_figures(data.pages, tables_by_fold(data, first, second))
    table = stored(data, first.whole, second.whole)
    arguments.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    card = card_of(data, table, stage, data.report(second.scores), data.report(first.scores))
    arguments.out.with_suffix(".md").write_text(card, "utf-8")
    print(card)


def card_of(data: Data, table: Table, stage: list[str], second: list[str], first: list[str]) -> str:
    """What a reader should know of the table."""
    counts = Counter(page.name for page in data.pages)
    columns = {name for trees in (table["first"], table["second"]) for name in trees["columns"]}  # type: ignore[index]
    return CARD.format(
        made=table["made"],
        pages=", ".join(f"{name} ({count} pages)" for name, count in sorted(counts.items())),
        blocks=len(data.rows),
        sites=len({page.site for page in data.pages}),
        folds=FOLDS,
        trees=BAGS * TREES,
        columns=len(columns),
        words=len(table["words"]),  # type: ignore[arg-type]
        stage="\n".join(stage),
        second="\n".join(second),
        first="\n".join(first),
    )


if __name__ == "__main__":
    main()
