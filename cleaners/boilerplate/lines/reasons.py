"""Why the trained table takes a line for boilerplate: a rule's name and a sentence made of what speaks for it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns

# A kind of phrase, the rule it names, what the sentence calls it; the surest first.
KINDS = (
    ("copyright", "copyright", "a copyright notice"),
    ("newsletter", "newsletter", "an invitation to subscribe"),
    ("comments", "comment-form", "comments"),
    ("share", "share-bar", "buttons to share"),
    ("related_first", "related-links", "links to other articles"),
    ("advertisement", "advertisement", "advertising"),
    ("credit", "caption", "a picture's caption or credit"),
    ("media", "media", "a player of video or sound"),
    ("clock", "date", "the time a page was made"),
    ("byline", "byline", "a byline"),
    ("about_author", "about-author", "a note on the author"),
    ("notice", "site-notice", "a notice to visitors"),
    ("editorial_note", "site-notice", "a notice to readers"),
    ("section", "section", "sections of a site"),
    ("menu", "menu", "a menu"),
    ("date", "date", "a date"),
    ("related", "related-links", "links to other articles"),
)
LONG_ONLY = {"about_author": 6, "editorial_note": 6}  # words without which such a phrase says little
SHORT_ONLY = {"date": 12, "clock": 16, "section": 8, "menu": 8, "byline": 14}  # words beyond which
RULES_BY_PLACE = ("teaser", "site-header", "related-links", "caption", "page-furniture")
# What may hold of a line, the most telling first.
FACTS = (
    "the same line stands elsewhere on the page",
    "below a heading of links",
    "its words are those of pages, not of articles",
    "cut short with an ellipsis",
    "above the first paragraph",
    "no paragraph follows",
    "no whole sentence",
    "its words are not in the article",
    "what surrounds it",
)
MOST_FACTS = 3


def reason_codes(table: Columns, rows: Ints) -> list[int]:
    """For each of the rows a number that stands for the rule and the sentence of `rule_and_reason`."""
    columns = _Chosen(table, rows)
    codes = np.zeros(len(rows), np.int64)
    for places in (_kinds(columns), _places(columns)):
        codes = codes * CODES + places
    for holds in _facts(columns):
        codes = codes * 2 + holds
    found: list[int] = codes.tolist()
    return found


CODES = 32  # more than there are kinds or places


@lru_cache(maxsize=1 << 14)
def rule_and_reason(code: int) -> tuple[str, str]:
    """The rule that names a line, and a sentence with what decided, from what `reason_codes` made of its columns."""
    code, holding = divmod(code, 1 << len(FACTS))
    number, place = divmod(code, CODES)
    kind = KINDS[number] if number < len(KINDS) else None
    facts = [f"words of {kind[2]}"] if kind else []
    facts += [fact for bit, fact in enumerate(reversed(FACTS)) if holding >> bit & 1][::-1]
    return kind[1] if kind else RULES_BY_PLACE[place], "; ".join(facts[:MOST_FACTS])


def phrase_kind(code: int) -> str:
    """The kind of phrase that names the line, or nothing."""
    number = (code >> len(FACTS)) // CODES
    return KINDS[number][0] if number < len(KINDS) else ""


class _Chosen(dict[str, Column]):
    """Some rows of columns, each column taken when first asked for."""

    def __init__(self, table: Columns, rows: Ints) -> None:
        self.table, self.rows = table, rows

    def __missing__(self, name: str) -> Column:
        self[name] = column = self.table[name][self.rows]
        return column


def _kinds(columns: _Chosen) -> Ints:
    """The number of the first kind that speaks in each line; one more than there are where none does."""
    words = columns["words"]
    kinds = np.full(len(words), len(KINDS))
    for number, (column, _, _) in reversed(list(enumerate(KINDS))):
        name = column.removesuffix("_first")
        speaks = (columns[column] > 0) & (words >= LONG_ONLY.get(name, 0)) & (words <= SHORT_ONLY.get(name, 10**9))
        kinds[speaks] = number
    return kinds


def _places(columns: _Chosen) -> Ints:
    """The number of the rule that a line's place and size name, for lines in which no kind speaks."""
    cases = [
        columns["ends_ellipsis"] > 0,
        columns["prose_words_before"] == 0,
        (columns["prose_words_after"] == 0) | (columns["related_before"] > 0),
        columns["words"] >= 5,
    ]
    return np.select(cases, range(len(cases)), len(cases))


def _facts(columns: _Chosen) -> list[NDArray[np.bool_]]:
    """Which of `FACTS` hold of each line."""
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
