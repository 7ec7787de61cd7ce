"""Words that no list knows and that a known one is the likely origin of; also two words written as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from cleaners.typos.candidates import Candidate, partings, replacements
from cleaners.typos.known import is_productive
from cleaners.typos.lexicon import NAME, WORD, Lexicon

FLOOR = 6.0  # bits a word may have that the web list leaves out


@dataclass(frozen=True, slots=True)
class Verdict:
    """The best reading of a non-word, and how far it lies ahead (bits) of the word itself and of the next reading."""

    best: Candidate
    over_itself: float
    over_next: float


class Readings:
    """Remembers the candidates of each non-word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.candidates: Callable[[str], tuple[Candidate, ...]] = lru_cache(maxsize=200_000)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        both = replacements(self.lexicon, word)[:8] + partings(self.lexicon, word)[:3]
        return tuple(sorted(both, key=lambda c: (-c.score, c.word)))

    def verdict(self, word: str, before: str, after: str) -> Verdict | None:
        """The best reading of a lower-case non-word between its neighbours (lower case, or empty)."""
        scored = sorted(
            ((c, c.score + self._fit(c.word, before, after)) for c in self.candidates(word)), key=lambda s: -s[1]
        )
        if not scored:
            return None
        itself = max(FLOOR, self.lexicon.bits(word))
        best, score = scored[0]
        return Verdict(best, score - itself, score - scored[1][1] if len(scored) > 1 else 20.0)

    def _fit(self, words: str, before: str, after: str) -> float:
        """Bits that the neighbours speak for a reading."""
        first, _, last = words.partition(" ")
        last = last or first
        fit = 0.0
        if before:
            pair = self.lexicon.pair_bits(before, first)
            fit += max(0.0, pair - self.lexicon.bits(before) - self.lexicon.bits(first) + 40.0) if pair else -1.0
        if after:
            pair = self.lexicon.pair_bits(last, after)
            fit += max(0.0, pair - self.lexicon.bits(after) - self.lexicon.bits(last) + 40.0) if pair else -1.0
        return 0.5 * fit


def confidence(lexicon: Lexicon, word: str, verdict: Verdict) -> float:
    """How sure the reading is, 0 to 1."""
    sure = min(verdict.over_itself / 5, verdict.over_next / 5, 1.0)
    if is_productive(lexicon, word):
        sure -= 0.5
    if len(word) <= 3:
        sure -= 0.2
    return max(0.0, min(0.99, 0.5 + sure / 2 - max(0.0, 1 - log2(len(word)) / 3) * 0.2))


def same_case(word: str, model: str) -> str:
    """A lower-case reading with the capitals of the word it replaces."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def is_name_only(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case form is always written with a capital."""
    flags = lexicon.flags(word)
    return bool(flags & NAME) and not flags & WORD
