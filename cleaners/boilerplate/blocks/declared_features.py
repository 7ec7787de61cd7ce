"""Features of a block by the words it shares with what the page declares: title, description, article text."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.headline import find_headline, headline_columns
from faircopy.cleaners.boilerplate.blocks.tree import BEYOND, Floats, NumberColumns, Numbers, Tree
from faircopy.cleaners.boilerplate.features.line_arrays import Hashes, LineWords, pair, read_lines
from faircopy.cleaners.markup.blocks import Blocks

LONG_WORD = 4  # bytes


def declared_columns(blocks: Blocks, tree: Tree, lines: LineWords, heading: Numbers, size: Floats) -> NumberColumns:
    """The share of title, description and declared article text in each block, and its position from the headline."""
    rows = len(blocks)
    title, summary = (read_lines([[text]] if text.strip() else []) for text in (blocks.title, blocks.summary))
    words = np.bincount(lines.word_lines, minlength=rows).astype(np.float64)
    in_title = np.bincount(lines.word_lines[np.isin(lines.words, title.words)], minlength=rows)
    headline, score = find_headline(heading, size, words, in_title, len(title.words))
    out = headline_columns(tree, headline, score, heading, size)
    total = np.maximum(tree.total(words), 20)
    long_words = lines.word_lengths >= LONG_WORD
    for name, declared, least in (("title", title, 1), ("summary", summary, 3)):
        known = np.unique(declared.words[declared.word_lengths >= LONG_WORD])
        shared = np.bincount(lines.word_lines[long_words & np.isin(lines.words, known)], minlength=rows)
        out[f"{name}_words"] = shared / max(len(known), least)
        density, at = tree.total(out[f"{name}_words"]) / total * 100, tree.parents[tree.around]
        for level in (1, 2):
            out[f"{name}_words_{level}"] = density[at]
            at = tree.parents[at]
    out["declared"] = _share_declared(lines, blocks.body, rows)
    return out


def _share_declared(lines: LineWords, body: str, rows: int) -> Floats:
    """The share of each line's word trigrams that the declared article has; -1 where none is declared."""
    if not body.strip() or len(lines.words) < 3:
        return np.full(rows, BEYOND)
    known, mine = (_trigrams(words) for words in (read_lines([[body]]).words, lines.words))
    line = lines.word_lines[: len(mine)]
    line = line[lines.word_lines[2:] == line]
    found = np.isin(mine, known)[lines.word_lines[2:] == lines.word_lines[: len(mine)]]
    total = np.bincount(line, minlength=rows)
    return np.bincount(line[found], minlength=rows) / np.maximum(total, 1)


def _trigrams(words: Hashes) -> Hashes:
    return pair(pair(words[:-2], words[1:-1]), words[2:]) if len(words) >= 3 else words[:0]
