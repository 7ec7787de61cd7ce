"""A text as its words are judged in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from cleaners.evidence import Names
from cleaners.typos.chunks import Sheet
from cleaners.typos.looks import CAPITAL

# In a text of a few words one unlisted word is not yet a noisy text.
PRIOR_WORDS, PRIOR_UNLISTED = 100, 1


@dataclass(frozen=True)
class Page:
    """A text, what stands between its blanks, its names, and how noisy it is."""

    text: str
    chunks: Sequence[str]
    names: Names
    noise: float  # log2 of unlisted lower-case words per 256 words, -3 to 8

    @cached_property
    def words(self) -> Mapping[str, int]:
        """How often each chunk stands in the text."""
        return Counter(self.chunks)


def page_of(sheet: Sheet) -> Page:
    """The page of a text."""
    unlisted = sum(times for _, times, found in sheet.suspects if any(word.islower() for _, word in found))
    rate = (unlisted + PRIOR_UNLISTED) / (len(sheet.chunks) + PRIOR_WORDS)
    names = Names(sheet.text, Counter(sheet.marked(CAPITAL)))
    return Page(sheet.text, sheet.chunks, names, max(-3.0, min(8.0, log2(rate) + 8)))
