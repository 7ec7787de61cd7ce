"""Features of a line compared with the rest of its document, as columns: shared words, copies, other apostrophes."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.features.line_arrays import MIX, Hashes, Ints, LineWords
from faircopy.cleaners.boilerplate.features.line_features import Column, Columns

VOCABULARY_BITS = 12
LONG_WORD = 4  # bytes


def article_share(lines: LineWords, prose: Column) -> Column:
    """The share of each line's longer words that other lines of running text in its document contain."""
    long_words = np.flatnonzero(lines.word_lengths >= LONG_WORD)
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


def copies(lines: LineWords) -> Columns:
    """The number of other lines of the document with the same words, and with the same first five."""
    rows = len(lines.ends)
    place = np.arange(len(lines.words)) - lines.first_words[lines.word_lines]
    weighed = lines.words * (place.astype(np.uint64) * MIX[1] + MIX[0])
    own = lines.documents.astype(np.uint64) * MIX[2]
    whole = np.zeros(rows, np.uint64)
    np.add.at(whole, lines.word_lines, weighed)
    head = np.zeros(rows, np.uint64)
    early = place < 5
    np.add.at(head, lines.word_lines[early], weighed[early])
    # Shorter lines have no such head: each gets a value of its own.
    head = np.where(lines.word_counts >= 5, head, np.arange(rows, dtype=np.uint64) * MIX[1])
    return {"copies": _others(whole + own), "same_head": _others(head + own)}


def _others(keys: Hashes) -> Column:
    _, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.minimum(counts[group] - 1, 10).astype(np.float32)


def odd_apostrophes(columns: Columns, documents: Ints) -> Column:
    """1 where a line has straight apostrophes and most of its document curly ones; -1 the other way round."""
    straight, curly = columns["apostrophe"], columns["curly"]
    rows = int(documents[-1]) + 1 if len(documents) else 0
    all_straight = np.bincount(documents, weights=straight, minlength=rows)[documents]
    all_curly = np.bincount(documents, weights=curly, minlength=rows)[documents]
    odd = ((straight > 0) & (all_curly > all_straight)) * 1.0 - ((curly > 0) & (all_straight > all_curly))
    return odd.astype(np.float32)
