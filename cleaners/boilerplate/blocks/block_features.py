"""Features of a block from the markup around it, as columns."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.article_container import best_container_columns, candidate_columns
from faircopy.cleaners.boilerplate.blocks.container_features import container_columns
from faircopy.cleaners.boilerplate.blocks.declared_features import declared_columns
from faircopy.cleaners.boilerplate.blocks.tree import (
    BEYOND,
    PLACE_BITS,
    WORD_SCORES,
    Floats,
    NumberColumns,
    Numbers,
    Tree,
)
from faircopy.cleaners.boilerplate.features.line_arrays import LineWords
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.markup.blocks import Blocks

TELLING_LEVELS = 3
HEADINGS = {f"h{level}": level for level in range(1, 7)}
TAGS = ("p", "div", "li", "tr", "figcaption")
NEAR = {"linked": (-1, 1, 2), "words": (-1, 1, 2), "characters": (-1, 1, 2), "is_p": (1,), "heading": (-1, 1)}
FARTHEST_HEADING = 60  # lines
ANNOUNCED = ("related", "newsletter", "share", "comments", "about_author", "advertisement")


def block_columns(blocks: Blocks, tree: Tree, lines: LineWords, of_lines: Columns) -> Columns:
    """The columns of every block of one page; `lines` are its lines, `of_lines` their columns."""
    size = of_lines["characters"].astype(np.float64)
    linked = np.minimum(np.array(blocks.linked, np.float64), size)
    prose = (size - linked) * of_lines["prose"]
    columns = _elements(blocks, tree)
    columns["linked"] = linked / np.maximum(size, 1)
    columns |= _places(size, prose)
    columns |= container_columns(tree, size, linked, prose)
    columns |= _under_heading(columns["heading"], of_lines)
    columns |= best_container_columns(tree, prose, "prose")
    columns |= candidate_columns(tree, size, linked, of_lines["comma"])
    columns |= declared_columns(blocks, tree, lines, columns["heading"], size)
    seen: NumberColumns = {**of_lines, **columns}
    near = {f"{name}{step:+d}": shifted(seen[name], step) for name, steps in NEAR.items() for step in steps}
    return {name: column.astype(np.float32) for name, column in (columns | near).items()}


def shifted(column: Numbers, step: int) -> Floats:
    """The value `step` lines further; -1 beyond the page."""
    out = np.full(len(column), BEYOND)
    if abs(step) < len(column):
        if step > 0:
            out[:-step] = column[step:]
        else:
            out[-step:] = column[:step]
    return out


def _elements(blocks: Blocks, tree: Tree) -> NumberColumns:
    """The tags of the elements around each block, and the scores of their words."""
    tags = (
        np.array([*blocks.elements.tags, ""])[np.array(blocks.element, np.int64)] if len(blocks) else np.zeros(0, "U1")
    )
    out = {f"is_{tag}": tags == tag for tag in TAGS}
    out["heading"] = sum((tags == tag) * level for tag, level in HEADINGS.items())
    places = tree.places[tree.around]
    out |= {f"in_{tag}": (places & bit) != 0 for tag, bit in PLACE_BITS.items()}
    out["depth"] = tree.depth[tree.around]
    at = tree.around
    for level in range(TELLING_LEVELS):
        out |= {f"{name}_{level}": tree.word_scores[number][at] for number, name in enumerate(WORD_SCORES[:3])}
        at = tree.parents[at]
    out |= {name: tree.word_scores[number + 3][tree.around] for number, name in enumerate(WORD_SCORES[3:])}
    return out


def _places(size: Floats, prose: Floats) -> NumberColumns:
    rows = len(size)
    before, prose_before = np.cumsum(size) - size, np.cumsum(prose) - prose
    return {
        "place": np.arange(rows) / max(rows, 1),
        "size_before": before / max(size.sum(), 1),
        "prose_before": prose_before / max(prose.sum(), 1),
        "page_prose": np.full(rows, np.log1p(prose.sum())),
        "page_prose_share": np.full(rows, prose.sum() / max(size.sum(), 1)),
        "page_blocks": np.full(rows, np.log1p(rows)),
    }


def _under_heading(heading: Numbers, of_lines: Columns) -> NumberColumns:
    """The last heading: its distance, level and words, and whether it announces anything but an article."""
    line = np.arange(len(heading))
    last = np.maximum.accumulate(np.where(heading > 0, line, -1))
    other = sum((of_lines[kind] for kind in ANNOUNCED), np.zeros(len(line), np.float32))
    return {
        "heading_since": np.where(last >= 0, np.minimum(line - last, FARTHEST_HEADING), BEYOND),
        "heading_level": np.where(last >= 0, heading[last], 0),
        "heading_other": np.where(last >= 0, other[last], BEYOND),
        "heading_words": np.where(last >= 0, of_lines["words"][last], BEYOND),
    }
