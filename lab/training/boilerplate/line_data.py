"""Documents as lines, labelled by whether they belong to the article."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\w+")
FOLDS = 5  # of pages
LINE_FOLDS = 10
# "co" of "example.co.uk": the second label is no name where the country comes last
SHARED_LABELS = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})


@dataclass
class Lines:
    """The lines of a file of documents, one after the other.

    `kept` says whether a line belongs to the article; `scored` leaves out headlines and second
    copies; `counts` are words as the scorer counts them.
    """

    name: str
    texts: list[list[str]]
    sites: list[str]
    document: NDArray[np.int64]
    kept: NDArray[np.bool_]
    title: NDArray[np.bool_]
    scored: NDArray[np.bool_]
    counts: NDArray[np.int64]
    columns: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    @property
    def site(self) -> NDArray[np.str_]:
        """The site of each line."""
        return np.array(self.sites)[self.document]

    @property
    def fold(self) -> NDArray[np.int64]:
        """The fold of each line: a function of its site alone."""
        return np.array([fold_of(site, LINE_FOLDS) for site in self.sites])[self.document]


def without(lines: Lines, gone: NDArray[np.bool_]) -> Lines:
    """The same documents with some lines removed."""
    left = ~gone
    flat = [text for texts in lines.texts for text in texts]
    texts: list[list[str]] = [[] for _ in lines.texts]
    for number in np.flatnonzero(left).tolist():
        texts[lines.document[number]].append(flat[number])
    masks = (lines.document, lines.kept, lines.title, lines.scored, lines.counts)
    return Lines(lines.name, texts, lines.sites, *(mask[left] for mask in masks))


def site_of(url: str) -> str:
    """The registered name of an address's host, near enough: "www.example.co.uk" -> "example.co.uk"."""
    labels = (urlsplit(url).hostname or url).lower().split(".")
    wide = len(labels) >= 3 and len(labels[-1]) == 2 and labels[-2] in SHARED_LABELS
    return ".".join(labels[-3:] if wide else labels[-2:])


def fold_of(site: str, folds: int = FOLDS) -> int:
    """The fold of a site, by its name alone."""
    return zlib.crc32(site.encode()) % folds


def read_lines_file(path: Path) -> Lines:
    """The documents of a `.jsonl.gz` file: `url` and `lines` of `text`, `keep`, and perhaps `title` and `amb`."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        documents = [json.loads(row) for row in rows]
    kept = [[line for line in document["lines"] if line["text"].strip()] for document in documents]
    flat = [line for lines in kept for line in lines]
    title = np.array([bool(line.get("title")) for line in flat])
    return Lines(
        path.name.removesuffix(".jsonl.gz"),
        [[" ".join(line["text"].split("\n")).strip() for line in lines] for lines in kept],
        [site_of(document.get("url") or document["id"]) for document in documents],
        np.repeat(np.arange(len(documents)), [len(lines) for lines in kept]),
        np.array([bool(line["keep"]) for line in flat]),
        title,
        ~np.array([bool(line.get("amb")) for line in flat]) & ~title,
        np.array([len(WORD.findall(line["text"])) for line in flat]),
    )


@dataclass(frozen=True)
class Figures:
    """Figures of removed lines: precision, recall and F1; the share of words lost; documents that lost over 5%."""

    precision: float
    recall: float
    f1: float
    loss: float
    documents_losing: float

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f}  precision {self.precision:.3f}  recall {self.recall:.3f}  "
            f"words lost {self.loss:.2%}  documents losing 5% {self.documents_losing:.1%}"
        )


def score(lines: Lines, gone: NDArray[np.bool_]) -> Figures:
    """The figures of the scorer for removing the lines in `gone`."""
    right = int((gone & ~lines.kept & lines.scored).sum())
    wrong = gone & lines.kept & lines.scored
    precision = right / max(right + int(wrong.sum()), 1)
    recall = right / max(int((~lines.kept & lines.scored).sum()), 1)
    words = np.bincount(lines.document, weights=lines.counts * (lines.kept & lines.scored))
    lost = np.bincount(lines.document, weights=lines.counts * wrong)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    losing = float((lost > 0.05 * np.maximum(words, 1)).mean())
    return Figures(precision, recall, f1, float(lost.sum() / max(words.sum(), 1)), losing)
