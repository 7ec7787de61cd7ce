"""Phrases that mark a kind of line, looked up at every word of a batch at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.line_words import Hashes, Ints, LineWords, pair, read_lines

SLOT_BITS = 15
LONGEST_PHRASE = 4  # words


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases of one length: a phrase lies in one of the slots that follow its hash's own."""

    hashes: Hashes
    kinds: NDArray[np.uint32]
    probes: int

    def look_up(self, hashes: Hashes) -> NDArray[np.uint32]:
        """The kinds of each hash, a bit for each; 0 for a phrase that is not listed."""
        slot = (hashes >> np.uint64(64 - SLOT_BITS)).astype(np.int64)
        found = np.where(self.hashes[slot] == hashes, self.kinds[slot], np.uint32(0))
        for step in range(1, self.probes):
            found |= np.where(self.hashes[slot + step] == hashes, self.kinds[slot + step], np.uint32(0))
        return found


@dataclass(frozen=True, slots=True)
class Phrases:
    """Kinds of marker phrases, at most 32, and the tables that find them."""

    kinds: tuple[str, ...]
    tables: tuple[_Table, ...]

    def kinds_at_words(self, lines: LineWords) -> NDArray[np.uint32]:
        """For each word, a bit for every kind of phrase that begins there."""
        hashes, line = lines.words, lines.word_lines
        found = self.tables[0].look_up(hashes)
        for length, table in enumerate(self.tables[1:], start=2):
            if len(line) < length:
                break
            hashes = pair(hashes[:-1], lines.words[length - 1 :])
            within = line[length - 1 :] == line[: 1 - length]
            found[: 1 - length] |= np.where(within, table.look_up(hashes), np.uint32(0))
        return found

    def count(self, lines: LineWords) -> dict[str, Ints]:
        """How often each kind occurs in each line."""
        at_words = self.kinds_at_words(lines)
        hits = np.flatnonzero(at_words)
        bits, line = at_words[hits], lines.word_lines[hits]
        rows = len(lines.ends)
        return {
            kind: np.bincount(line[(bits & np.uint32(1 << number)) != 0], minlength=rows)
            for number, kind in enumerate(self.kinds)
        }


def read_phrases(rows: Iterable[tuple[str, str]]) -> Phrases:
    """Tables from rows of (kind, phrase of one to four words)."""
    bits: dict[str, int] = {}
    found: list[dict[int, int]] = [{} for _ in range(LONGEST_PHRASE)]
    for kind, phrase in rows:
        bit = bits.setdefault(kind, 1 << len(bits))
        words = read_lines([[phrase]]).words
        if not 0 < len(words) <= LONGEST_PHRASE:
            raise ValueError(f"a marker phrase has one to {LONGEST_PHRASE} words: {phrase!r} has {len(words)}")
        value = words[:1]
        for word in range(1, len(words)):
            value = pair(value, words[word : word + 1])
        known = found[len(words) - 1]
        known[int(value[0])] = known.get(int(value[0]), 0) | bit
    return Phrases(tuple(bits), tuple(_table(known) for known in found))


def _table(known: dict[int, int]) -> _Table:
    room = 64
    hashes = np.zeros((1 << SLOT_BITS) + room, np.uint64)
    kinds = np.zeros((1 << SLOT_BITS) + room, np.uint32)
    probes = 1
    for value, bits in known.items():
        home = slot = value >> (64 - SLOT_BITS)
        while kinds[slot]:
            slot += 1
        hashes[slot], kinds[slot] = value, bits
        probes = max(probes, slot - home + 1)
    return _Table(hashes, kinds, probes)
