"""Lines as arrays: where each line and each word begins, and a hash for every word.

Everything is counted over the bytes of a whole batch at once; a line costs a few hundred nanoseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Hashes = NDArray[np.uint64]

NEWLINE = ord("\n")
PADDING = b" " * 16  # a hash reads sixteen bytes from where its word begins
CURLY = "`"  # replaces a curly apostrophe, so that straight and curly ones are still counted separately
PADDING_BYTES = np.frombuffer(PADDING, np.uint8)
TYPOGRAPHIC = (("’", CURLY), ("‘", CURLY), ("“", '"'), ("”", '"'), ("\N{NO-BREAK SPACE}", " "), ("…", "..."))

# Mappings for `LineWords.mapped`: 1 for a byte that is part of a word; ASCII letters in lower case.
WORD_BYTES = {*b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'`", *range(0x80, 0x100)}
IS_WORD = bytes(byte in WORD_BYTES for byte in range(256))
LOWER = bytes(range(256)).lower().replace(CURLY.encode(), b"'")

# The first n bytes of eight, little end first.
FIRST_BYTES = np.array([(1 << (8 * n)) - 1 for n in range(8)] + [(1 << 64) - 1], np.uint64)
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)


@dataclass(frozen=True)
class LineWords:
    """The lines of several documents, one after the other, and the words in them.

    `documents` gives each line's document. A line must not be blank and must not contain a newline. `data` are the
    lines in UTF-8 with plain quotes, each ended by a newline.
    """

    documents: Ints
    data: Bytes

    @cached_property
    def ends(self) -> Ints:
        """Where each line's newline is, in bytes."""
        return np.flatnonzero(self.data[: -len(PADDING)] == NEWLINE)

    @cached_property
    def starts(self) -> Ints:
        """Where each line begins, in bytes."""
        return np.concatenate([np.zeros(1, np.int64), self.ends[:-1] + 1])[: len(self.ends)]

    def mapped(self, mapping: bytes) -> Bytes:
        """Every byte replaced by its entry in `mapping` (256 bytes): several times as fast as indexing an array."""
        return np.frombuffer(self.data.tobytes().translate(mapping), np.uint8)

    @cached_property
    def lower(self) -> Bytes:
        """The bytes with ASCII letters in lower case."""
        return self.mapped(LOWER)

    @cached_property
    def _word_edges(self) -> tuple[Ints, Ints]:
        inside = self.mapped(IS_WORD)
        changes = np.flatnonzero(inside[1:] != inside[:-1]) + 1
        if len(inside) and inside[0]:
            changes = np.concatenate([np.zeros(1, np.int64), changes])
        return changes[0::2], changes[1::2]

    @property
    def word_starts(self) -> Ints:
        """Where each word begins, in bytes."""
        return self._word_edges[0]

    @cached_property
    def word_lengths(self) -> Ints:
        """The length of each word in bytes."""
        starts, ends = self._word_edges
        return ends - starts

    @cached_property
    def word_lines(self) -> Ints:
        """The line of each word."""
        return np.repeat(np.arange(len(self.ends)), self.word_counts)

    @cached_property
    def first_words(self) -> Ints:
        """The number of the first word of each line; for a line without words, that of the next line."""
        return np.searchsorted(self.word_starts, self.starts)

    @cached_property
    def word_counts(self) -> Ints:
        """The number of words of each line."""
        return np.diff(self.first_words, append=len(self.word_starts))

    @cached_property
    def words(self) -> Hashes:
        """A hash of each word in lower case: of its first sixteen bytes and its length."""
        length = self.word_lengths
        whole = len(self.lower) // 8 * 8
        eights = np.concatenate([self.lower[:whole], self.lower[whole:], PADDING_BYTES])[: whole + 16].view("<u8")
        first = _eight_bytes(eights, self.word_starts) & FIRST_BYTES[np.minimum(length, 8)]
        rest = np.zeros(len(length), np.uint64)
        long = np.flatnonzero(length > 8)
        rest[long] = _eight_bytes(eights, self.word_starts[long] + 8) & FIRST_BYTES[np.minimum(length[long] - 8, 8)]
        mixed: Hashes = first * MIX[0] ^ (rest + MIX[1]) * MIX[2] ^ length.astype(np.uint64) * MIX[1]
        return mixed ^ (mixed >> np.uint64(29))

    def only(self, chosen: NDArray[np.bool_]) -> LineWords:
        """The chosen lines with their words, without reading them again; positions in bytes stay those in `data`.

        Documents are renumbered: those without a chosen line have no number.
        """
        words = chosen[self.word_lines]
        counts = self.word_counts[chosen]
        numbers = np.cumsum(chosen) - 1
        documents = self.documents[chosen]
        part = LineWords(np.cumsum(np.diff(documents, prepend=documents[:1]) > 0), self.data)
        part.__dict__.update(  # what `cached_property` would compute from the bytes
            starts=self.starts[chosen],
            ends=self.ends[chosen],
            words=self.words[words],
            word_lengths=self.word_lengths[words],
            word_lines=numbers[self.word_lines[words]],
            word_counts=counts,
            first_words=np.cumsum(counts) - counts,
        )
        return part


def _eight_bytes(eights: Hashes, at: Ints) -> Hashes:
    """The eight bytes from each place, little end first, put together from the two aligned eights they lie in."""
    inside = ((at & 7) << 3).astype(np.uint64)
    place = at >> 3
    high = (eights[place + 1] << np.uint64(1)) << (np.uint64(63) - inside)  # in two steps: a shift by 64 does nothing
    joined: Hashes = (eights[place] >> inside) | high
    return joined


def pair(left: Hashes, right: Hashes) -> Hashes:
    """The hash of two neighbours: words, or pairs made by this function."""
    joined: Hashes = left * MIX[0] + right * MIX[2]
    return joined ^ (joined >> np.uint64(31))


def read_lines(documents: Sequence[Sequence[str]]) -> LineWords:
    """The lines of each document as arrays."""
    numbers = np.repeat(np.arange(len(documents)), [len(lines) for lines in documents])
    data = b"".join([*map(_plain_bytes, documents), PADDING])
    return LineWords(numbers, np.frombuffer(data, np.uint8))


def _plain_bytes(lines: Sequence[str]) -> bytes:
    """The lines of a document in UTF-8 with plain quotes, each ended by a newline."""
    text = "\n".join([*lines, ""])
    if not text.isascii():
        for fancy, plain in TYPOGRAPHIC:
            text = text.replace(fancy, plain)
    return text.encode("utf-8", "surrogatepass")
