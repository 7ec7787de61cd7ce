"""Names seen in a document: what `names` and `typos` hold against a word that no list knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-z]\w*(?:['’-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")
# Where a capital says nothing: at the start of a sentence, a line or a quotation.
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n…][\"”’')\]]*\s+|[\"“‘'(\[—–-]\s*)$")


@dataclass(frozen=True, slots=True)
class Names:
    """Capitalised words of a document with their counts; `inside` counts only those within a sentence."""

    anywhere: Mapping[str, int]
    inside: Mapping[str, int]

    def near(self, word: str) -> list[str]:
        """Names of the document one slip away from a word, the most frequent first."""
        keys = deletions(word)
        found = [
            n for n in self.anywhere if n != word and abs(len(n) - len(word)) < 2 and not keys.isdisjoint(deletions(n))
        ]
        return sorted((n for n in found if one_slip_apart(word, n)), key=lambda n: (-self.anywhere[n], n))


def names_seen(text: str) -> Names:
    """The capitalised words of a text, possessives taken off."""
    anywhere: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for match in CAPITALISED.finditer(text):
        name = POSSESSIVE.sub("", match[0])
        anywhere[name] += 1
        if not OPENS_SENTENCE.search(text, max(0, match.start() - 4), match.start()):
            inside[name] += 1
    return Names(anywhere, inside)


@lru_cache(maxsize=200_000)
def deletions(word: str) -> frozenset[str]:
    """A word and all it becomes when one letter is dropped; two words one slip apart share one."""
    return frozenset([word, *(word[:i] + word[i + 1 :] for i in range(len(word)))])


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter dropped, added, changed, or two neighbours swapped make one word the other.

    >>> one_slip_apart("Meltipol", "Melitopol"), one_slip_apart("Delih", "Delhi"), one_slip_apart("Marx", "Mars")
    (False, True, True)
    """
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(other) - len(one) > 1:
        return False
    if len(other) > len(one):
        return one[start:] == other[start + 1 :]
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or (
        len(rest) > 1 and rest[0] == others[1] and rest[1] == others[0] and rest[2:] == others[2:]
    )
