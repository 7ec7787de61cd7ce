"""Scores of the class, id and role words of elements: how likely text under them belongs to an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"[0-9]+")
_JOINTS = re.compile(r"[-_:/.]+")
MOST_WORDS = 12  # words read of an element; longer lists are styling
LONGEST = 30  # code points
LONGEST_PART = 20
MEMORY = 1 << 16  # attribute values remembered

WordScores = tuple[float, float, float]
NO_SCORES: WordScores = (0.0, 0.0, 0.0)


@lru_cache(maxsize=MEMORY)
def word_parts(words: str) -> frozenset[str]:
    """The words with a dot before each, and their parts; numbers become 0.

    >>> sorted(word_parts("articleBody ad_2"))
    ['.ad_0', '.article-body', 'ad', 'article', 'body']
    """
    out = set()
    for word in words.split()[:MOST_WORDS]:
        word = _DIGITS.sub("0", _HUMP.sub("-", word).lower())
        out.add(f".{word[:LONGEST]}")
        out.update(part[:LONGEST_PART] for part in _JOINTS.split(word) if len(part) > 1)
    return frozenset(out)


@dataclass(frozen=True)
class ElementWords:
    """For each word the log odds that text under an element with it belongs to the article."""

    scores: Mapping[str, float]
    _known: dict[str, WordScores] = field(default_factory=dict, compare=False, repr=False)

    def summary(self, words: str) -> WordScores:
        """The highest, the lowest and the mean score of the parts of an element's words."""
        summary = self._known.get(words)
        if summary is None:
            found = sorted(self.scores[part] for part in word_parts(words) if part in self.scores)
            summary = (max(found[-1], 0.0), min(found[0], 0.0), sum(found) / len(found)) if found else NO_SCORES
            if len(self._known) < MEMORY:
                self._known[words] = summary
        return summary
