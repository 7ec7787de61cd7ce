"""Phrases of each kind and weights of words, looked up for every word of a batch at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Hashes, Ints, LineWords, pair, read_lines
from faircopy.cleaners.boilerplate.hash_index import SLOT_BITS, HashIndex, Values, make_index, slots_of

LONGEST_PHRASE = 4  # words
FIRST_WORDS = 3  # words of a line in which a phrase counts as being at its start
WEIGHT_SHIFT = 24  # a value has one bit for each kind, and above these bits a weight plus 128
WEIGHT_ZERO = 128
KIND_BITS = (1 << WEIGHT_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Hits:
    """Matched phrases: the line, the position among its words, and the value of each."""

    lines: Ints
    places: Ints
    values: Values

    @property
    def weights(self) -> Ints:
        """The weight of each: above 0 for boilerplate, below 0 for articles; 0 for a phrase without a weight."""
        weights = (self.values >> np.uint32(WEIGHT_SHIFT)).astype(np.int64)
        return np.where(weights == 0, 0, weights - WEIGHT_ZERO)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The kinds of phrases, and one index for each length of phrase.

    `begins` maps the slot of a word's hash to the possible lengths of phrases that begin with it, one bit each.
    """

    kinds: tuple[str, ...]
    indexes: tuple[HashIndex, ...]
    begins: NDArray[np.uint8]

    def find(self, lines: LineWords) -> Hits:
        """Every phrase of one to four words in the lines."""
        words = lines.words
        found = [self.indexes[0].find(words)]
        lengths = self.begins[slots_of(words)]
        for length, index in enumerate(self.indexes[1:], start=2):
            starts = np.flatnonzero((lengths & (1 << length)) != 0)
            starts = starts[: np.searchsorted(starts, len(words) - length, "right")]
            starts = starts[lines.word_lines[starts] == lines.word_lines[starts + length - 1]]
            hits, values = index.find(_hashes(words, starts, length))
            found.append((starts[hits], values))
        places = np.concatenate([starts for starts, _ in found])
        return Hits(
            lines.word_lines[places],
            places - lines.first_words[lines.word_lines[places]],
            np.concatenate([values for _, values in found]),
        )

    def count(self, hits: Hits, rows: int) -> dict[str, Ints]:
        """The count of each kind in each line, and under `KIND_first` that at the start of the line."""
        size = rows * len(self.kinds)
        counts, firsts = np.zeros(size, np.int64), np.zeros(size, np.int64)
        left = np.flatnonzero((hits.values & np.uint32(KIND_BITS)) != 0)
        bits = hits.values[left] & np.uint32(KIND_BITS)
        while len(left):  # one pass for each kind of a single phrase; hardly any phrase has two
            lowest = bits & -bits
            cells = hits.lines[left] * len(self.kinds) + np.log2(lowest).astype(np.int64)
            counts += np.bincount(cells, minlength=size)
            firsts += np.bincount(cells[hits.places[left] < FIRST_WORDS], minlength=size)
            bits ^= lowest
            more = np.flatnonzero(bits != 0)
            left, bits = left[more], bits[more]
        by_kind, by_kind_first = (found.reshape(rows, len(self.kinds)).T for found in (counts, firsts))
        whole = dict(zip(self.kinds, by_kind, strict=True))
        return whole | {f"{kind}_first": count for kind, count in zip(self.kinds, by_kind_first, strict=True)}


def read_phrases(kinds: Iterable[tuple[str, str]], weights: Mapping[str, int] | None = None) -> Phrases:
    """The phrases from rows of (kind, phrase) and from weights of phrases (-127 to 127, not 0).

    Raises `ValueError` for a phrase of no or more than four words, and for too many kinds.
    """
    bits: dict[str, int] = {}
    entries = [(phrase, bits.setdefault(kind, 1 << len(bits))) for kind, phrase in kinds]
    entries += [(phrase, (weight + WEIGHT_ZERO) << WEIGHT_SHIFT) for phrase, weight in (weights or {}).items()]
    if len(bits) > WEIGHT_SHIFT:
        raise ValueError(f"there is room for {WEIGHT_SHIFT} kinds of phrases, not {len(bits)}")
    read = read_lines([[phrase for phrase, _ in entries]])
    for (phrase, _), count in zip(entries, read.word_counts.tolist(), strict=True):
        if not 0 < count <= LONGEST_PHRASE:
            raise ValueError(f"a phrase has one to {LONGEST_PHRASE} words: {phrase!r} has {count}")
    indexes, begins = [], np.zeros(1 << SLOT_BITS, np.uint8)
    for length in range(1, LONGEST_PHRASE + 1):
        rows = np.flatnonzero(read.word_counts == length)
        first = read.first_words[rows]
        begins[slots_of(read.words[first])] |= np.uint8(1 << length)
        entries_of_length: dict[int, int] = {}
        for row, key in zip(rows.tolist(), _hashes(read.words, first, length).tolist(), strict=True):
            entries_of_length[key] = entries_of_length.get(key, 0) | entries[row][1]
        indexes.append(make_index(entries_of_length))
    return Phrases(tuple(bits), tuple(indexes), begins)


def _hashes(words: Hashes, starts: Ints, length: int) -> Hashes:
    """The hashes of the phrases of `length` words that begin at the words `starts`."""
    found = words[starts]
    for further in range(1, length):
        found = pair(found, words[starts + further])
    return found
