"""What a line looks like, as columns: its shape, its marker phrases, and how much of it the article says elsewhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.line_words import Bytes, Ints, LineWords
from cleaners.boilerplate.phrases import Phrases

Column = NDArray[np.float32]
Columns = dict[str, Column]

HEAD = 1000  # bytes of a line that its shape is counted over

# Kinds of bytes, each counted in sixteen bits of one sum over the line.
SHAPES = ("upper", "digit", "quote", "comma", "stop", "separator", "address", "bracket")
SHAPE_BYTES = {
    "upper": b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": b"0123456789",
    "quote": b'"',
    "comma": b",;",
    "stop": b".!?",
    "separator": b"|/>\\*_~",
    "address": b"@#",
    "bracket": b"()[]{}",
}
CLOSERS = np.isin(np.arange(256), np.frombuffer(b"\"')]}* ", np.uint8))
SENTENCE_ENDS = np.isin(np.arange(256), np.frombuffer(b".!?", np.uint8))
VOCABULARY_BITS = 12
PROSE_WORDS = 12
LONG_PROSE_WORDS = 25


def line_columns(lines: LineWords, phrases: Phrases) -> Columns:
    """The columns of each line that do not depend on where it stands."""
    columns = {**_sizes(lines), **_shapes(lines), **_edges(lines)}
    counts = phrases.count(lines)
    columns |= {kind: count.astype(np.float32) for kind, count in counts.items()}
    words = np.maximum(columns["words"], 1)
    columns["function_share"] = columns["function"] / words
    columns["prose"] = _is_prose(columns)
    return columns


def _sizes(lines: LineWords) -> Columns:
    rows = len(lines.ends)
    words = np.bincount(lines.word_lines, minlength=rows)
    first = lines.data[lines.word_starts] >= LOWEST_UPPER
    capital = first & (lines.data[lines.word_starts] <= HIGHEST_UPPER)
    letters = np.bincount(lines.word_lines, weights=lines.word_lengths, minlength=rows)
    return {
        "characters": (lines.ends - lines.starts).astype(np.float32),
        "words": words.astype(np.float32),
        "capital_share": (np.bincount(lines.word_lines[capital], minlength=rows) / np.maximum(words, 1)).astype(
            np.float32
        ),
        "word_length": (letters / np.maximum(words, 1)).astype(np.float32),
    }


LOWEST_UPPER, HIGHEST_UPPER = ord("A"), ord("Z")


def _shapes(lines: LineWords) -> Columns:
    """How many bytes of each kind lie in the head of each line."""
    edges = np.stack([lines.starts, np.minimum(lines.ends, lines.starts + HEAD)], 1).ravel()
    out: Columns = {}
    for part in range(0, len(SHAPES), 4):
        sums = np.add.reduceat(SHAPE_SUMS[part // 4][lines.data], edges)[0::2] if len(edges) else np.zeros(0, np.uint64)
        for place, shape in enumerate(SHAPES[part : part + 4]):
            out[shape] = ((sums >> np.uint64(16 * place)) & np.uint64(0xFFFF)).astype(np.float32)
    return out


def _shape_sums() -> list[NDArray[np.uint64]]:
    tables = [np.zeros(256, np.uint64) for _ in range(0, len(SHAPES), 4)]
    for number, shape in enumerate(SHAPES):
        for byte in SHAPE_BYTES[shape]:
            tables[number // 4][byte] += np.uint64(1 << (16 * (number % 4)))
    return tables


SHAPE_SUMS = _shape_sums()


def _edges(lines: LineWords) -> Columns:
    """How each line begins and ends."""
    data = lines.data
    last = _last_ink(lines)
    first, end = data[lines.starts], data[last]
    ellipsis = (end == ord(".")) & (data[last - 1] == ord(".")) & (data[last - 2] == ord("."))
    found = {
        "ends_sentence": SENTENCE_ENDS[end] & ~ellipsis,
        "ends_ellipsis": ellipsis,
        "ends_colon": end == ord(":"),
        "ends_question": end == ord("?"),
        "starts_lower": (first >= ord("a")) & (first <= ord("z")),
        "starts_quote": (first == ord('"')) | (first == ord("'")),
        "starts_digit": (first >= ord("0")) & (first <= ord("9")),
        "starts_mark": ~_is_letter_or_digit(first) & (first != ord('"')) & (first != ord("'")),
    }
    return {name: column.astype(np.float32) for name, column in found.items()}


def _is_letter_or_digit(byte: Bytes) -> NDArray[np.bool_]:
    lower = byte | 0x20
    return ((lower >= ord("a")) & (lower <= ord("z"))) | ((byte >= ord("0")) & (byte <= ord("9"))) | (byte >= 0xC3)


def _last_ink(lines: LineWords) -> Ints:
    """Where the last character of each line is that is no closing quote, bracket or space."""
    last = lines.ends - 1
    for _ in range(4):
        last = np.maximum(last - CLOSERS[lines.data[last]], lines.starts)
    return last


def _is_prose(columns: Columns) -> Column:
    sentence = (columns["words"] >= PROSE_WORDS) & (columns["ends_sentence"] > 0)
    prose = (sentence | (columns["words"] >= LONG_PROSE_WORDS)) & (columns["ends_ellipsis"] == 0)
    return np.asarray(prose, np.float32)


def article_share(lines: LineWords, prose: Column) -> Column:
    """The share of each line's longer words that other, running text of its document holds too."""
    long_words = np.flatnonzero(lines.word_lengths >= 4)
    line = lines.word_lines[long_words]
    place = (lines.words[long_words] >> np.uint64(64 - VOCABULARY_BITS)).astype(np.int64)
    slot = (lines.documents[line] << VOCABULARY_BITS) + place
    in_prose = prose[line] > 0
    slots = (int(lines.documents[-1]) + 1) << VOCABULARY_BITS if len(lines.documents) else 1
    counts = np.bincount(slot[in_prose], minlength=slots)
    known = counts[slot] > in_prose
    rows = len(lines.ends)
    total = np.bincount(line, minlength=rows)
    return (np.bincount(line[known], minlength=rows) / np.maximum(total, 1)).astype(np.float32)
