"""Features of a line that do not depend on other lines, as columns: shape, counts of phrases, weights of words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import CURLY, PADDING, Bytes, Ints, LineWords
from faircopy.cleaners.boilerplate.markers.phrases import Hits, Phrases

Column = NDArray[np.float32]
Columns = dict[str, Column]

# Kinds of bytes that are counted.
SHAPES = ("upper", "digit", "quote", "comma", "stop", "separator", "address", "bracket", "apostrophe", "curly")
SHAPE_BYTES = {
    "upper": b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": b"0123456789",
    "quote": b'"',
    "comma": b",;",
    "stop": b".!?",
    "separator": b"|/>\\*_~",
    "address": b"@#",
    "bracket": b"()[]{}",
    "apostrophe": b"'",
    "curly": CURLY.encode(),
}
CLOSERS = np.isin(np.arange(256), np.frombuffer(b"\"'`)]}* ", np.uint8))
SENTENCE_ENDS = np.isin(np.arange(256), np.frombuffer(b".!?", np.uint8))
WEIGHED_WORDS = 60  # of each line
PROSE_WORDS = 12
LAST_WORDS = 5
LAST_KINDS = ("credit", "date", "pictured")
LABEL_BYTES = 24  # from the start of a line, within which a colon ends a label
SPACE, STOP = ord(" "), ord(".")
LONG_PROSE_WORDS = 25


def line_columns(lines: LineWords, phrases: Phrases) -> Columns:
    """The columns of each line that do not depend on other lines."""
    rows = len(lines.ends)
    columns = {**_sizes(lines), **_shapes(lines), **_edges(lines)}
    hits = phrases.find(lines)
    columns |= {kind: count.astype(np.float32) for kind, count in phrases.count(hits, rows).items()}
    early = hits.places < WEIGHED_WORDS
    columns |= weight_columns(hits.lines[early], hits.weights[early], rows)
    columns |= _last_words(lines, phrases, hits)
    columns |= _tails(lines)
    columns |= _shares(columns, lines)
    columns["prose"] = _is_prose(columns)
    return columns


def _last_words(lines: LineWords, phrases: Phrases, hits: Hits) -> Columns:
    """The number of phrases among the last words of each line, for the kinds that captions end with."""
    late = hits.places >= lines.word_counts[hits.lines] - LAST_WORDS
    line, values = hits.lines[late], hits.values[late]
    out = {}
    for kind in LAST_KINDS:
        bit = np.uint32(1 << phrases.kinds.index(kind)) if kind in phrases.kinds else np.uint32(0)
        found = np.bincount(line[(values & bit) != 0], minlength=len(lines.ends))
        out[f"{kind}_last"] = found.astype(np.float32)
    return out


def _tails(lines: LineWords) -> Columns:
    """The words after a line's last inner full stop and after its last opening bracket; whether it begins with a label.

    "Jets over Oslo. Ann Example", "Jets over Oslo (Example Press)", "Watch: jets over Oslo".
    """
    data = lines.data[: len(lines.data) - len(PADDING)]
    space = data[1:] == SPACE
    stop = np.flatnonzero((data[:-1] == STOP) & space)
    bracket = np.flatnonzero((data == ord("(")) | (data == ord("[")))
    colon = np.flatnonzero((data[:-1] == ord(":")) & space)
    labelled = np.searchsorted(colon, lines.starts) < np.searchsorted(
        colon, np.minimum(lines.starts + LABEL_BYTES, lines.ends)
    )
    return {
        "words_after_stop": _words_after(lines, stop),
        "words_after_bracket": _words_after(lines, bracket),
        "label": labelled.astype(np.float32),
    }


def _words_after(lines: LineWords, places: Ints) -> Column:
    """The number of words of each line after the last of the given positions in it; -1 where there is none."""
    number = np.searchsorted(places, lines.ends) - 1
    place = places[np.maximum(number, 0)] if len(places) else np.zeros(len(lines.ends), np.int64)
    inside = (number >= 0) & (place >= lines.starts) if len(places) else np.zeros(len(lines.ends), bool)
    after = lines.first_words + lines.word_counts - np.searchsorted(lines.word_starts, place)
    return np.where(inside, np.minimum(after, 30), -1).astype(np.float32)


def _shares(columns: Columns, lines: LineWords) -> Columns:
    """The shares of some kinds of words in each line's words, and of capitals in its characters."""
    words = np.maximum(columns["words"], 1)
    first = lines.data[lines.word_starts]
    numbers = np.bincount(lines.word_lines[(first >= ord("0")) & (first <= ord("9"))], minlength=len(words))
    found = {
        "function_share": columns["function"] / words,
        "number_share": numbers / words,
        "date_share": np.minimum((numbers + columns["date"] + columns["clock"]) / words, 1),
        "told_share": (columns["past"] + columns["reported"]) / words,
        "upper_share": columns["upper"] / np.maximum(columns["characters"], 1),
    }
    return {name: column.astype(np.float32) for name, column in found.items()}


def _sizes(lines: LineWords) -> Columns:
    rows = len(lines.ends)
    words = lines.word_counts
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
    """The number of bytes of each kind in each line."""
    shape_of = lines.mapped(SHAPE_OF)
    places = np.flatnonzero(shape_of < len(SHAPES))
    per_line = np.diff(np.searchsorted(places, lines.ends), prepend=0)
    line = np.repeat(np.arange(len(lines.ends)), per_line)
    kind = shape_of[places[: len(line)]]
    counts = np.bincount(line * len(SHAPES) + kind, minlength=len(lines.ends) * len(SHAPES))
    by_line = counts.reshape(-1, len(SHAPES)).astype(np.float32)
    return {shape: np.ascontiguousarray(by_line[:, number]) for number, shape in enumerate(SHAPES)}


# The number of each byte's shape; `len(SHAPES)` for other bytes.
SHAPE_OF = bytes(
    next((number for number, shape in enumerate(SHAPES) if byte in SHAPE_BYTES[shape]), len(SHAPES))
    for byte in range(256)
)


def _edges(lines: LineWords) -> Columns:
    """How each line begins and ends."""
    data = lines.data
    last = _last_character(lines)
    first, end = data[lines.starts], data[last]
    ellipsis = (end == ord(".")) & (data[last - 1] == ord(".")) & (data[last - 2] == ord("."))
    found = {
        "ends_sentence": SENTENCE_ENDS[end] & ~ellipsis,
        "ends_ellipsis": ellipsis,
        "ends_colon": end == ord(":"),
        "ends_bracket": (data[lines.ends - 1] == ord(")")) | (data[lines.ends - 1] == ord("]")),
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


def _last_character(lines: LineWords) -> Ints:
    """The position of the last character of each line that is no closing quote, bracket or space."""
    last = lines.ends - 1
    for _ in range(4):
        last = np.maximum(last - CLOSERS[lines.data[last]], lines.starts)
    return last


def weight_columns(line: Ints, weight: Ints, rows: int) -> Columns:
    """The weights of each line's words: scaled sum, highest, lowest and mean."""
    line, weight = line[weight != 0], weight[weight != 0]
    count = np.bincount(line, minlength=rows)
    total = np.bincount(line, weights=weight, minlength=rows)
    most, least = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    np.maximum.at(most, line, weight)
    np.minimum.at(least, line, weight)
    found = {
        "weight": total / np.sqrt(count + 1),
        "most_weight": most,
        "least_weight": least,
        "mean_weight": total / np.maximum(count, 1),
    }
    return {name: column.astype(np.float32) for name, column in found.items()}


def _is_prose(columns: Columns) -> Column:
    sentence = (columns["words"] >= PROSE_WORDS) & (columns["ends_sentence"] > 0)
    prose = (sentence | (columns["words"] >= LONG_PROSE_WORDS)) & (columns["ends_ellipsis"] == 0)
    return np.asarray(prose, np.float32)
