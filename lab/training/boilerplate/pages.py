"""Pages of HTML with the text of their article, and how well a choice of lines gives that text."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.text_lines import nonblank_lines
from faircopy.cleaners.markup import Blocks, read_page
from lab.training.boilerplate.gold_text import Matched, match
from lab.training.boilerplate.line_data import WORD, fold_of, site_of

KEPT = 0.5  # the share of a line's words in the article that makes it the article's
COPY = 0.8  # the share elsewhere in the article that makes a line a second copy, of which nothing can be learned
GRAM = 4
HEAD = 5  # lines among which a headline is not counted
LONGEST_LINE = 60  # words; a longer one weighs no more


@dataclass
class GoldPage:
    """A page as lines, with what the article's text says about each."""

    name: str
    site: str
    lines: list[str]
    blocks: Blocks
    matched: Matched
    gold: Counter[tuple[str, ...]]
    headlines: list[list[str]]

    def text(self, kept: NDArray[np.bool_]) -> str:
        """The lines kept."""
        return "\n".join(line for line, stays in zip(self.lines, kept, strict=True) if stays)

    @property
    def fold(self) -> int:
        """The fold: a function of the site alone."""
        return fold_of(self.site)

    @property
    def kept(self) -> NDArray[np.bool_]:
        """Whether each line belongs to the article."""
        return (self.matched.words > 0) & (self.matched.in_order >= KEPT * self.matched.words)

    def weights(self) -> NDArray[np.float64]:
        """What each line weighs in training: by its words, and every page about the same."""
        words = np.minimum(self.matched.words, LONGEST_LINE)
        copies = ~self.kept & (self.matched.anywhere >= COPY * self.matched.words)
        article = max(30.0, float((words * self.kept).sum()))
        weights: NDArray[np.float64] = np.where(copies, 0.0, words**0.8 / article**0.7)
        return weights


def read_pages(path: Path) -> list[GoldPage]:
    """The pages of a `.jsonl.gz` file with `html`, `url` and `gold_text`; those without gold are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        records = [record for record in map(json.loads, rows) if record["gold_text"]]
    return [_gold_page(path.name.removesuffix(".jsonl.gz"), record) for record in records]


def _gold_page(name: str, record: dict[str, str]) -> GoldPage:
    page = read_page(record["html"])
    lines, blocks, gold = nonblank_lines(page.text), page.notes["blocks"], record["gold_text"]
    assert isinstance(blocks, Blocks)
    site = site_of(record.get("url") or record["id"])
    return GoldPage(name, site, lines, blocks, match(lines, gold), grams(WORD.findall(gold)), _headlines(record))


def _headlines(record: dict[str, str]) -> list[list[str]]:
    """The headlines that are not counted, as words: the page's, unless the article begins with them."""
    found = re.findall(r"(?is)<h1\b.*?>(.*?)</h1>", record["html"])
    found += re.findall(r"(?is)<title\b.*?>(.*?)</title>", record["html"])[:1]
    heads = [WORD.findall(html.unescape(re.sub("<[^>]+>", " ", head))) for head in found]
    gold = WORD.findall(record["gold_text"])
    return [head for head in heads if head and head != gold[: len(head)]]


def grams(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of four words, with their counts; a shorter text is one run."""
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)) if words)


@dataclass(frozen=True)
class Figures:
    """Mean precision and recall of runs of words over pages, and the F1 of these means."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f}  precision {self.precision:.4f}  recall {self.recall:.4f}"


def score(pages: Sequence[GoldPage], texts: Sequence[str]) -> Figures:
    """How well texts give the articles; an empty text has no precision."""
    precision, recall = [], []
    for page, text in zip(pages, texts, strict=True):
        lines = [words for line in text.split("\n") if (words := WORD.findall(line))]
        lines = [words for place, words in enumerate(lines) if place >= HEAD or words not in page.headlines]
        mine = grams([word for words in lines for word in words])
        hits = sum((mine & page.gold).values())
        if mine:
            precision.append(hits / sum(mine.values()))
        recall.append(hits / sum(page.gold.values()))
    return Figures(mean(precision or [0.0]), mean(recall or [0.0]))
