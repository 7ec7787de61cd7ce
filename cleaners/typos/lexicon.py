"""What is a word, how common it is, and which words follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

import numpy as np
import xxhash

# What the word lists say of a form, as bits above the frequency.
WORD = 1  # in most dictionaries
UNUSUAL_WORD = 2  # in a large one
RARE_WORD = 4  # in one made for word games
OBSCURE_WORD = 8  # in a list of everything
NAME = 16  # written with a capital
RARE_NAME = 32
ABBREVIATION = 64
AMERICAN_ONLY = 128
BRITISH_ONLY = 256

ANY_WORD = WORD | UNUSUAL_WORD | RARE_WORD | OBSCURE_WORD
LISTED = ANY_WORD | NAME | RARE_NAME | ABBREVIATION
STEPS_A_BIT = 7
TOTAL_WORDS = log2(1.02e12)  # words the counts were taken from


@dataclass(frozen=True)
class Lexicon:
    """Forms in lower case with flags and frequency, and the counts of pairs of words.

    `codes` holds `flags << 8 | step`; a step is a seventh of a bit of the count on the web.
    """

    codes: Mapping[str, int]
    pair_keys: np.ndarray
    pair_steps: np.ndarray

    def flags(self, word: str) -> int:
        """The bits of a lower-case form; 0 when no list has it."""
        return self.codes.get(word, 0) >> 8

    def bits(self, word: str) -> float:
        """log2 of how often the web had the lower-case form, in 1e12 words; 0 when never."""
        return (self.codes.get(word, 0) & 255) / STEPS_A_BIT

    def pair_bits(self, first: str, second: str) -> float:
        """log2 of how often the second lower-case word followed the first; 0 when too rare to be listed."""
        key = xxhash.xxh32_intdigest(f"{first} {second}".encode())
        at = int(self.pair_keys.searchsorted(np.uint32(key)))
        if at < len(self.pair_keys) and self.pair_keys[at] == key:
            return float(self.pair_steps[at]) / STEPS_A_BIT
        return 0.0


def make_lexicon(words: bytes, codes: bytes, pair_keys: np.ndarray, pair_steps: np.ndarray) -> Lexicon:
    """A lexicon from its tables as they are stored, unpacked."""
    return Lexicon(
        dict(zip(words.decode().split("\n"), np.frombuffer(codes, "<u4").tolist(), strict=True)), pair_keys, pair_steps
    )
