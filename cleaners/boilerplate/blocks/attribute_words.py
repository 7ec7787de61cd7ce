"""How the class, id and role words of an element speak for or against an article, learned from pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"[0-9]+")
_JOINTS = re.compile(r"[-_:/.]+")
MOST_WORDS = 12  # of an element; longer lists are styling
LONGEST = 30  # code points
LONGEST_PART = 20
MEMORY = 1 << 16  # attribute values remembered

Says = tuple[float, float, float]
NOTHING: Says = (0.0, 0.0, 0.0)


@lru_cache(maxsize=MEMORY)
def parts(words: str) -> frozenset[str]:
    """The words themselves, each led by a stop, and their parts; every number is 0.

    >>> sorted(parts("articleBody ad_2"))
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
    """Log odds that text under an element with a word belongs to the article."""

    scores: Mapping[str, float]
    _known: dict[str, Says] = field(default_factory=dict, compare=False, repr=False)

    def says(self, words: str) -> Says:
        """The highest, the lowest and the mean score of the parts of an element's words."""
        said = self._known.get(words)
        if said is None:
            found = sorted(self.scores[part] for part in parts(words) if part in self.scores)
            said = (max(found[-1], 0.0), min(found[0], 0.0), sum(found) / len(found)) if found else NOTHING
            if len(self._known) < MEMORY:
                self._known[words] = said
        return said
