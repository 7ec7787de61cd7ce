"""A text as its words are judged in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from faircopy.cleaners.text.proper_names import NameCounts
from faircopy.cleaners.typos.token_cache import Sheet
from faircopy.cleaners.typos.triggers import CAPITAL

# In a text of a few words one unlisted word is not yet a noisy text.
PRIOR_WORDS, PRIOR_UNLISTED = 100, 1


@dataclass(frozen=True)
class Page:
    """A text, what stands between its blanks, its names, and how noisy it is."""

    text: str
    chunks: Sequence[str]
    unlisted: Mapping[str, int]  # how often the chunks with a word to look at stand in the text
    names: NameCounts
    noise: float  # log2 of unlisted lower-case words per 256 words, -3 to 8

    @cached_property
    def words(self) -> frozenset[str]:
        """All that stands between the blanks of the text."""
        return frozenset(self.chunks)


def page_of(sheet: Sheet) -> Page:
    """The page of a text."""
    small = sum(times for _, times, found in sheet.suspects if any(word.islower() for _, word in found))
    rate = (small + PRIOR_UNLISTED) / (len(sheet.chunks) + PRIOR_WORDS)
    unlisted = {chunk: times for chunk, times, _ in sheet.suspects}
    names = NameCounts(sheet.text, Counter(sheet.marked(CAPITAL)))
    return Page(sheet.text, sheet.chunks, unlisted, names, max(-3.0, min(8.0, log2(rate) + 8)))
