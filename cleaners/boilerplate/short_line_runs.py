"""Runs of short lines between two paragraphs, and the tables of figures among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from faircopy.cleaners.boilerplate.dates import MONTH
from faircopy.cleaners.boilerplate.text_lines import TextLines

SHORT = 60  # code points of a line in a run
FIGURE = r"[$€£+−–-]?\d(?:[\d.,:/]*\d)?%?(?: ?[^\W\d]{1,5}\b\.?)?"
# "Wheat Dec 541.25", "Cook 25 min", "1 hr 10 min"; before several figures with a stop too: "Acme Inc. 12.1 -0.4%"
ROW = re.compile(
    rf"(?:[^\W\d][^.!?:|]{{0,30}} |{FIGURE} ){FIGURE}(?: {FIGURE})*|[^\W\d][^!?:|]{{0,40}} {FIGURE}(?: {FIGURE})+"
)
PRICE = re.compile(r".* [$€£+−–-]?\d[\d,]*\.\d\d%?")
# "Nov 7 23:05", "7 November 2024"; but the month of a futures contract ("Dec 541.25") is no date
DATED = re.compile(rf"{MONTH} \d{{1,2}}(?!\d|[.,]\d)|\b\d{{1,2}} {MONTH}\b|\d{{4}}-\d\d-\d\d", re.IGNORECASE)
LEAST_ROWS = 2


def runs(text: TextLines) -> Iterator[range]:
    """Runs of short lines between two paragraphs; markers are no part of a run."""
    markers = {number for number, _ in text.marked}
    for above, below in pairwise(text.prose):
        if below - above > 1:
            for short, group in groupby(
                range(above + 1, below), lambda n: n not in markers and len(text.lines[n]) <= SHORT
            ):
                if short:
                    numbers = list(group)
                    yield range(numbers[0], numbers[-1] + 1)


def rows_of_figures(text: TextLines) -> Iterator[int]:
    """The rows of tables between paragraphs: at least two lines that end in a figure, or one with a price."""
    for run in runs(text):
        for figures, group in groupby(run, lambda n: _is_row(text.lines[n])):
            rows = list(group)
            if figures and (len(rows) >= LEAST_ROWS or PRICE.fullmatch(text.lines[rows[0]])):
                yield from rows


def _is_row(line: str) -> bool:
    spaced = " ".join(line.split())
    return ROW.fullmatch(spaced) is not None and not DATED.search(spaced)
