"""One occurrence of a word no list knows, with its neighbours."""

from __future__ import annotations

import re
from typing import NamedTuple

from faircopy.cleaners.text.proper_names import opens_sentence

LAST_WORD = re.compile(r"(?<!\S)[\"“‘'(\[]?([^\W\d_]+(?:['’][^\W\d_]+)?) $")
NEXT_WORD = re.compile(r" ([^\W\d_]+(?:['’][^\W\d_]+)?)")
FAR = 32  # code points looked at on either side


class Spot(NamedTuple):
    """A word at a place, and the words next to it when a single space lies between; else they are empty."""

    start: int
    word: str
    before: str
    after: str
    opens: bool  # a capital here may be due to the place alone
    hyphened: bool
    quoted: bool  # alone between quotation marks: spoken of, or coined

    @property
    def end(self) -> int:
        """Where the word ends, in code points."""
        return self.start + len(self.word)


def spot(text: str, start: int, word: str) -> Spot:
    """The occurrence of a word at a place of a text."""
    end = start + len(word)
    before = LAST_WORD.search(text[max(0, start - FAR) : start])
    after = NEXT_WORD.match(text, end, end + FAR)
    hyphened = text[start - 1 : start] in JOINERS or text[end : end + 1] in JOINERS
    quoted = text[start - 1 : start] in MARKS and text[end : end + 1] in {*MARKS, ",", "."}
    left, right = before[1] if before else "", after[1] if after else ""
    return Spot(start, word, left, right, opens_sentence(text, start), hyphened, quoted)


JOINERS = frozenset("-–—‐‑")
MARKS = frozenset("\"“”‘’'«»")
