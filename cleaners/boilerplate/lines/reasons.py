"""Why the model takes a line for boilerplate: a kind and a sentence made of the strongest evidence."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.kinds import (
    CAPTION,
    PAGE_FURNITURE,
    RELATED_LINKS,
    SITE_HEADER,
    TEASER,
    Kind,
)
from faircopy.cleaners.boilerplate.phrase_kinds import PHRASE_KINDS, PhraseKind

# Counts of phrases that name a line's kind, the most reliable first; `_first` counts at the start of the line only.
NAMING = (
    *("copyright", "newsletter", "comments", "share", "related_first", "advertisement", "credit", "media", "clock"),
    *("byline", "about_author", "notice", "editorial_note", "section", "menu", "date", "related"),
)
KINDS_BY_PLACE = (TEASER, SITE_HEADER, RELATED_LINKS, CAPTION, PAGE_FURNITURE)
# Evidence in the order of its strength.
FACTS = (
    "the same line is elsewhere in the text",
    "below a heading of links",
    "its words are typical of page furniture",
    "cut short with an ellipsis",
    "above the first paragraph",
    "no paragraph follows",
    "no whole sentence",
    "its words are not in the article",
    "its context",
)
MOST_FACTS = 3


def reason_codes(columns: Columns, rows: Ints) -> list[int]:
    """For each row a number that encodes the kind and the sentence of `kind_and_reason`."""
    chosen = _Chosen(columns, rows)
    codes = np.zeros(len(rows), np.int64)
    for numbers in (_kinds(chosen), _places(chosen)):
        codes = codes * CODES + numbers
    for holds in _facts(chosen):
        codes = codes * 2 + holds
    found: list[int] = codes.tolist()
    return found


CODES = 32  # more than there are kinds or places


@lru_cache(maxsize=1 << 14)
def kind_and_reason(code: int) -> tuple[Kind, str]:
    """What a line is and a sentence with the facts that decided, from a code of `reason_codes`."""
    code, holding = divmod(code, 1 << len(FACTS))
    number, place = divmod(code, CODES)
    facts = [fact for bit, fact in enumerate(reversed(FACTS)) if holding >> bit & 1][::-1]
    if number == len(NAMING):
        return KINDS_BY_PLACE[place], "; ".join(facts[:MOST_FACTS])
    phrase = _phrase_kind(NAMING[number])
    assert phrase.kind is not None
    return phrase.kind, "; ".join([f"words of {phrase.reason}", *facts][:MOST_FACTS])


def phrase_kind(code: int) -> str:
    """The count of phrases that names the line, or nothing."""
    number = (code >> len(FACTS)) // CODES
    return NAMING[number] if number < len(NAMING) else ""


def _phrase_kind(column: str) -> PhraseKind:
    return PHRASE_KINDS[column.removesuffix("_first")]


class _Chosen(dict[str, Column]):
    """Some rows of columns, each column selected when first needed."""

    def __init__(self, columns: Columns, rows: Ints) -> None:
        self.columns, self.rows = columns, rows

    def __missing__(self, name: str) -> Column:
        self[name] = column = self.columns[name][self.rows]
        return column


def _kinds(columns: _Chosen) -> Ints:
    """For each line the number of the first count in `NAMING` that is not zero; `len(NAMING)` where all are."""
    words = columns["words"]
    kinds = np.full(len(words), len(NAMING))
    for number, column in reversed(list(enumerate(NAMING))):
        kind = _phrase_kind(column)
        named = (columns[column] > 0) & (words >= kind.least_words) & (words <= kind.most_words)
        kinds[named] = number
    return kinds


def _places(columns: _Chosen) -> Ints:
    """The number in `KINDS_BY_PLACE`, by position and size: for lines that no count of phrases names."""
    cases = [
        columns["ends_ellipsis"] > 0,
        columns["prose_words_before"] == 0,
        (columns["prose_words_after"] == 0) | (columns["related_before"] > 0),
        columns["words"] >= 5,
    ]
    return np.select(cases, range(len(cases)), len(cases))


def _facts(columns: _Chosen) -> list[NDArray[np.bool_]]:
    """Which of `FACTS` hold for each line."""
    return [
        columns["copies"] > 0,
        columns["related_before"] > 0,
        columns["weight"] > 15,
        columns["ends_ellipsis"] > 0,
        columns["prose_words_before"] == 0,
        columns["prose_words_after"] == 0,
        columns["ends_sentence"] == 0,
        columns["article"] < np.float32(0.2),
        np.ones(len(columns["words"]), bool),
    ]
