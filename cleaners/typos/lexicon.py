"""What is a word, how common it is, which words follow each other, and which are a slip away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
import xxhash

# What the word lists say of a form, as bits above its frequency.
WORD = 1  # in most dictionaries
UNUSUAL_WORD = 2  # in a large one
RARE_WORD = 4  # in one made for word games
OBSCURE_WORD = 8  # in a list of everything, misspellings among it
NAME = 16  # written with a capital
RARE_NAME = 32
ABBREVIATION = 64
AMERICAN_ONLY = 128
BRITISH_ONLY = 256

GOOD = WORD | UNUSUAL_WORD
LISTED = GOOD | RARE_WORD | NAME | RARE_NAME | ABBREVIATION
STEPS_A_BIT = 7
TOTAL_BITS = 40.0  # log2 of the words the counts were taken from
UNSEEN_PAIR_BITS = 16.0  # pairs rarer than this are not listed


@dataclass(frozen=True)
class Lexicon:
    """Forms in lower case with flags and frequency, the counts of pairs, and the index of slips.

    `codes` holds `flags << 8 | step`, `code_rows` the same by row; a step is a seventh of a bit of
    the count on the web. `forms` are its keys by row; `slip_keys` are sorted hashes of forms with
    one letter dropped or none, `slip_rows` the rows they came from.
    """

    codes: Mapping[str, int]
    code_rows: np.ndarray
    forms: Sequence[str]
    pair_keys: np.ndarray
    pair_steps: np.ndarray
    slip_keys: np.ndarray
    slip_rows: np.ndarray

    def having(self, flags: int) -> Iterator[str]:
        """The forms with one of the bits."""
        return compress(self.forms, ((self.code_rows >> 8) & flags).tolist())

    def flags(self, word: str) -> int:
        """The bits of a lower-case form; 0 when no list has it."""
        return self.codes.get(word, 0) >> 8

    def bits(self, word: str) -> float:
        """log2 of how often the web had the lower-case form; 0 when never."""
        return (self.codes.get(word, 0) & 255) / STEPS_A_BIT

    def pair_bits(self, first: str, second: str) -> float:
        """log2 of how often the second lower-case word followed the first; 0 when too rarely to be listed."""
        key = xxhash.xxh32_intdigest(f"{first} {second}".encode())
        at = int(self.pair_keys.searchsorted(np.uint32(key)))
        if at < len(self.pair_keys) and self.pair_keys[at] == key:
            return float(self.pair_steps[at]) / STEPS_A_BIT
        return 0.0

    def attraction(self, first: str, second: str) -> float:
        """How many bits likelier the second word is after the first than anywhere (pointwise mutual information)."""
        chance = self.bits(first) + self.bits(second) - TOTAL_BITS
        listed = self.pair_bits(first, second)
        return (listed or min(UNSEEN_PAIR_BITS, chance - 1.0)) - chance

    def near(self, words: Iterable[str]) -> set[str]:
        """Candidates that share a deletion with one of the words: all one slip away, and some further."""
        keys = np.array(sorted({key for word in words for key in deletion_keys(word)}), "<u4")
        starts = self.slip_keys.searchsorted(keys, "left")
        ends = self.slip_keys.searchsorted(keys, "right")
        return {
            self.forms[row]
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if start < end
            for row in self.slip_rows[start:end].tolist()
        }


def deletion_keys(word: str) -> Iterator[int]:
    """Hashes of a word and of all it becomes when one letter is dropped; words a slip apart share one."""
    yield xxhash.xxh32_intdigest(word.encode())
    for i in range(len(word)):
        if not i or word[i] != word[i - 1]:
            yield xxhash.xxh32_intdigest((word[:i] + word[i + 1 :]).encode())


def make_lexicon(
    words: bytes,
    codes: bytes,
    pair_keys: np.ndarray,
    pair_steps: np.ndarray,
    slip_keys: np.ndarray,
    slip_rows: np.ndarray,
) -> Lexicon:
    """A lexicon from its tables as they are stored, unpacked."""
    forms = words.decode().split("\n")
    rows = np.frombuffer(codes, "<u4")
    by_form = dict(zip(forms, rows.tolist(), strict=True))
    return Lexicon(by_form, rows, forms, pair_keys, pair_steps, slip_keys, slip_rows)
