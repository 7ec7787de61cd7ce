"""Which words a non-word may have been meant for, best first."""

from __future__ import annotations

from dataclasses import dataclass

from cleaners.typos.channel import SPACING, one_slip
from cleaners.typos.known import GOOD
from cleaners.typos.lexicon import NAME, Lexicon


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word (or two) in lower case; `score` is its frequency in bits less the cost of the slip."""

    word: str
    score: float
    cost: float


LEAST_BITS = 14.0  # a word rarer than this is no candidate
SHORT_WORDS = frozenset([
    "a", "i", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of",
    "on", "or", "so", "to", "up", "us", "we",
])  # fmt: skip


def replacements(lexicon: Lexicon, word: str) -> list[Candidate]:
    """Words one slip away from a lower-case word."""
    best: dict[str, float] = {}
    for other, cost in one_slip(word):
        if other in lexicon.codes and cost < best.get(other, 99.0):
            best[other] = cost
    found = []
    for other, cost in best.items():
        flags, bits = lexicon.flags(other), lexicon.bits(other)
        if (
            other != word
            and bits >= LEAST_BITS
            and (flags & (GOOD | NAME))
            and (len(other) > 2 or other in SHORT_WORDS)
        ):
            found.append(Candidate(other, bits - cost, cost))
    return sorted(found, key=lambda c: (-c.score, c.word))


def partings(lexicon: Lexicon, word: str) -> list[Candidate]:
    """Two words that may have been written as one."""
    found = []
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if all((len(part) > 2 and lexicon.flags(part) & GOOD) or part in SHORT_WORDS for part in (left, right)):
            pair = lexicon.pair_bits(left, right)
            chance = pair or lexicon.bits(left) + lexicon.bits(right) - 40.0
            found.append(Candidate(f"{left} {right}", chance - SPACING, SPACING))
    return sorted(found, key=lambda c: (-c.score, c.word))
