"""One occurrence of a word that no list has, with its neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from faircopy.cleaners.text.proper_names import opens_sentence

WORD_BEFORE = re.compile(r"(?<!\S)[\"“‘'(\[]?([^\W\d_]+(?:['’][^\W\d_]+)?) $")
WORD_AFTER = re.compile(r" ([^\W\d_]+(?:['’][^\W\d_]+)?)")
WINDOW = 32  # code points searched on either side
HYPHENS = frozenset("-–—‐‑")
QUOTATION_MARKS = frozenset("\"“”‘’'«»")


class Occurrence(NamedTuple):
    """A word at `start` (code points); `before` and `after` are its neighbours across a single space, or empty."""

    start: int
    word: str
    before: str
    after: str
    opens_sentence: bool  # a capital here may be due to the position alone
    hyphenated: bool
    quoted: bool  # the only word between quotation marks: mentioned rather than used, or coined


def occurrence_at(text: str, start: int, word: str) -> Occurrence:
    """The occurrence of a word that starts at `start` (code points) in a text."""
    end = start + len(word)
    before = WORD_BEFORE.search(text[max(0, start - WINDOW) : start])
    after = WORD_AFTER.match(text, end, end + WINDOW)
    hyphenated = text[start - 1 : start] in HYPHENS or text[end : end + 1] in HYPHENS
    quoted = text[start - 1 : start] in QUOTATION_MARKS and text[end : end + 1] in {*QUOTATION_MARKS, ",", "."}
    left, right = before[1] if before else "", after[1] if after else ""
    return Occurrence(start, word, left, right, opens_sentence(text, start), hyphenated, quoted)
