"""Phrases that mark a kind of line, and the weight of single words, looked up at every word of a batch at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from cleaners.boilerplate.hash_table import HashTable, Values, make_table
from cleaners.boilerplate.line_words import Hashes, Ints, LineWords, pair, read_lines

LONGEST_PHRASE = 4  # words
FIRST_WORDS = 3  # of a line, where a phrase counts as its beginning
WEIGHT_SHIFT = 24  # a value holds a bit for each kind and above them a weight, plus 128
WEIGHT_ZERO = 128
KIND_BITS = (1 << WEIGHT_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Hits:
    """Phrases found: the line and the place among its words where each begins, and its value."""

    lines: Ints
    places: Ints
    values: Values

    @property
    def weights(self) -> Ints:
        """What each weighs, for boilerplate above 0 and against it below; 0 for a phrase without a weight."""
        weights = (self.values >> np.uint32(WEIGHT_SHIFT)).astype(np.int64)
        return np.where(weights == 0, 0, weights - WEIGHT_ZERO)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Kinds of marker phrases and one table for each length of phrase."""

    kinds: tuple[str, ...]
    tables: tuple[HashTable, ...]

    def find(self, lines: LineWords) -> Hits:
        """Every phrase of one to four words in the lines."""
        hashes = lines.words
        starts, values = self.tables[0].find(hashes)
        found = [(starts, values)]
        for length, table in enumerate(self.tables[1:], start=2):
            hashes = pair(hashes[:-1], lines.words[length - 1 :])
            starts, values = table.find(hashes)
            within = lines.word_lines[starts] == lines.word_lines[starts + length - 1]
            found.append((starts[within], values[within]))
        words = np.concatenate([starts for starts, _ in found])
        return Hits(
            lines.word_lines[words],
            words - lines.first_words[lines.word_lines[words]],
            np.concatenate([values for _, values in found]),
        )

    def count(self, hits: Hits, rows: int) -> dict[str, Ints]:
        """How often each kind occurs in each line, and under `KIND_first` where lines begin."""
        first = hits.places < FIRST_WORDS
        out: dict[str, Ints] = {}
        for number, kind in enumerate(self.kinds):
            of_kind = (hits.values & np.uint32(1 << number)) != 0
            out[kind] = np.bincount(hits.lines[of_kind], minlength=rows)
            out[f"{kind}_first"] = np.bincount(hits.lines[of_kind & first], minlength=rows)
        return out


def read_phrases(kinds: Iterable[tuple[str, str]], weights: Mapping[str, int] | None = None) -> Phrases:
    """Tables from rows of (kind, phrase of one to four words) and from weights (-127 to 127, not 0) of phrases."""
    bits: dict[str, int] = {}
    tables: list[dict[int, int]] = [{} for _ in range(LONGEST_PHRASE)]
    for kind, phrase in kinds:
        _add(tables, phrase, bits.setdefault(kind, 1 << len(bits)))
    for phrase, weight in (weights or {}).items():
        _add(tables, phrase, (weight + WEIGHT_ZERO) << WEIGHT_SHIFT)
    if len(bits) > WEIGHT_SHIFT:
        raise ValueError(f"there is room for {WEIGHT_SHIFT} kinds of phrases, not {len(bits)}")
    return Phrases(tuple(bits), tuple(make_table(table) for table in tables))


def _add(tables: list[dict[int, int]], phrase: str, bits: int) -> None:
    words = read_lines([[phrase]]).words
    if not 0 < len(words) <= LONGEST_PHRASE:
        raise ValueError(f"a phrase has one to {LONGEST_PHRASE} words: {phrase!r} has {len(words)}")
    table, key = tables[len(words) - 1], _key(words)
    table[key] = table.get(key, 0) | bits


def _key(words: Hashes) -> int:
    value = words[:1]
    for word in range(1, len(words)):
        value = pair(value, words[word : word + 1])
    return int(value[0])
