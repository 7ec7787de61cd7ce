"""A text as its words are judged in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from cleaners.evidence import Names
from cleaners.typos.tokens import Suspects

# In a text of a few words one unlisted word is not yet a noisy text.
PRIOR_WORDS, PRIOR_UNLISTED = 100, 1


@dataclass(frozen=True, slots=True)
class Page:
    """A text, the counts of what stands between blanks, its names, and how noisy it is."""

    text: str
    words: Mapping[str, int]
    names: Names
    noise: float  # log2 of unlisted lower-case words per 256 words, -3 to 8


def page_of(text: str, words: Counter[str], suspects: Sequence[tuple[str, Suspects]]) -> Page:
    """The page of a text; `words` counts what stands between its blanks."""
    unlisted = sum(words[chunk] for chunk, found in suspects if any(word.islower() for _, word in found))
    rate = (unlisted + PRIOR_UNLISTED) / (words.total() + PRIOR_WORDS)
    return Page(text, words, Names(text, words), max(-3.0, min(8.0, log2(rate) + 8)))
