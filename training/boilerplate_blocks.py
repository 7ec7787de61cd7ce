"""Train the table that finds the article among the blocks of a page: `python -m training.boilerplate_blocks DATA`.

DATA holds `pages-*.jsonl.gz`: `html`, `url` and `gold_text`, the text of the article.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.blocks_model import read_columns
from cleaners.boilerplate.blocks_second import second_columns
from cleaners.boilerplate.blocks_tree import NumberColumns, Tree
from cleaners.boilerplate.line_features import Columns
from cleaners.boilerplate.line_words import read_lines
from cleaners.resources import MODELS, Resources
from training.bagging import BAGS, SETTINGS, Bag
from training.element_words import WordCounts, count_words
from training.grid import Grid
from training.lines import FOLDS, Lines
from training.pages import read_pages, score
from training.word_weights import NO_COUNTS, grams_of, weights_from

LEAST_WORDS = 4  # of a line whose words are weighed; shorter ones are told by the markup
THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6)

Rows = NDArray[np.float32]

CARD = """# boilerplate_blocks.json

Which blocks of a page of HTML belong to its article: what class words say ({words} words), what the words of a line
weigh, and two times {trees} boosted trees of at most 16 leaves over {columns} columns; the second look also reads what
the first one made of a block's neighbours and of the elements around it.

- Made {made} by `python -m training.boilerplate_blocks DATA`; seeds are fixed.
- Data: {pages}, together {blocks} blocks of {sites} sites. From public benchmarks of article extraction; only the
  table is kept here. Lines are labelled by laying the page along the article's text (training/gold_text.py).
- Figures: runs of four words, means over pages, headlines not counted, as the article extraction benchmark counts;
  cross-validated in {folds} folds by site: the trees, class words and word weights that score a page have not seen its
  site. faircopy keeps a block from 0.5 on.
- Not for: pages that are no articles (shops, forums, lists of links). Columns of words are English; the rest is not.

First look, by threshold:

```
{first}
```

Second look:

```
{second}
```
"""


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
        self.word_weights = self._weigh(tables)
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
        sites = [frozenset(page.site for page in self.pages if page.fold == fold) for fold in range(FOLDS)]
        words = [counts.scores(without) for without in sites]
        read = [read_columns(page.lines, page.blocks, words[page.fold], phrases) for page in self.pages]
        return [tree for tree, _ in read], [columns for _, columns in read]

    def _weigh(self, tables: list[Columns]) -> dict[str, int]:
        """Put into the tables what the words of each line weigh on other sites; the weights as they are stored."""
        lines, words = self._as_lines(), read_lines([page.lines for page in self.pages])
        grams, sites = grams_of(words), dict[str, int]()
        weights = weights_from(NO_COUNTS.add(grams, lines, lines.scored, sites))
        columns = weights.columns(grams, lines, sites, np.ones(len(lines.kept), bool))
        edges = np.cumsum([len(page.lines) for page in self.pages])[:-1]
        for name, column in columns.items():
            for table, part in zip(tables, np.split(column, edges), strict=True):
                table[name] = part
        return weights.stored([grams])

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
        tables = [second_columns(tree, score, words) for tree, score, words in parts]
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


def look(data: Data, rows: Rows, columns: Sequence[str]) -> tuple[NDArray[np.float64], dict[str, object]]:
    """The score of each line by trees that have not seen its site, and the trees of all lines in stored form."""
    grid = Grid(rows)
    numbers = grid.numbers(rows)
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        seen = data.fold != fold
        scores[~seen] = Bag(numbers[seen], data.kept[seen], data.weights[seen]).scores(numbers[~seen])
    whole = Bag(numbers, data.kept, data.weights)
    return scores, grid.in_values(whole.stored(columns), columns)


def main() -> None:
    """Cross-validate both looks, train them on everything, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the pages")
    parser.add_argument("--out", type=Path, default=MODELS / "boilerplate_blocks.json")
    arguments = parser.parse_args()
    data = Data(arguments.data)
    first_scores, first = look(data, data.rows, data.columns)
    first_figures = data.report(first_scores)
    print("first look", *first_figures, sep="\n", flush=True)
    names, rows = data.second_rows(first_scores)
    second_scores, second = look(data, np.concatenate([data.rows, rows], 1), [*data.columns, *names])
    second_figures = data.report(second_scores)
    print("second look", *second_figures, sep="\n")
    words = dict(data.counts.scores().scores)
    table = {"made": date.today().isoformat(), "words": words, "weights": data.word_weights}
    table |= {"first": first, "second": second}
    arguments.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    counts = Counter(page.name for page in data.pages)
    sites = len({page.site for page in data.pages})
    card = CARD.format(
        made=table["made"],
        pages=", ".join(f"{name} ({count} pages)" for name, count in sorted(counts.items())),
        blocks=len(data.rows),
        sites=sites,
        folds=FOLDS,
        trees=BAGS * int(str(SETTINGS["n_estimators"])),
        columns=len(set(first["columns"]) | set(second["columns"])),  # type: ignore[call-overload]
        words=len(words),
        first="\n".join(first_figures),
        second="\n".join(second_figures),
    )
    arguments.out.with_suffix(".md").write_text(card, "utf-8")
    print(f"{arguments.out.name}: {arguments.out.stat().st_size} bytes, {len(words)} words")


if __name__ == "__main__":
    main()
