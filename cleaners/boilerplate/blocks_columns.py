"""What the markup says about each block of a page, as columns."""

from __future__ import annotations

import numpy as np

from cleaners.boilerplate.blocks_headline import climb, find_headline, from_headline
from cleaners.boilerplate.blocks_tree import PLACE_BITS, SAYS, Floats, Numbers, Tree
from cleaners.boilerplate.line_features import Column, Columns
from cleaners.boilerplate.line_words import Hashes, LineWords, pair, read_lines
from cleaners.markup.blocks import Blocks

LEVELS = 4  # a block's own element, its parent and so on
TELLING_LEVELS = 3
HEADINGS = {f"h{level}": level for level in range(1, 7)}
TAGS = ("p", "div", "li", "tr", "figcaption")
MOST = 0.6  # the share of a page's prose that its best element holds
NEAR = {"linked": (-1, 1, 2), "words": (-1, 1, 2), "characters": (-1, 1, 2), "is_p": (1,), "heading": (-1, 1)}
LONG_WORD = 4  # bytes
BEYOND = -1.0
REPEATED = 3
SHORT_PARAGRAPH = 25  # bytes
TWIN_LEVELS = 5
FARTHEST_HEADING = 60  # lines
ANNOUNCED = ("related", "newsletter", "share", "comments", "about_author", "advertisement")

NumberColumns = dict[str, Numbers]


def block_columns(blocks: Blocks, tree: Tree, lines: LineWords, of_lines: Columns) -> Columns:
    """The columns of every block of one page; `lines` are its lines, `of_lines` their columns."""
    size = of_lines["characters"].astype(np.float64)
    linked = np.minimum(np.array(blocks.linked, np.float64), size)
    prose = (size - linked) * of_lines["prose"]
    columns = _elements(blocks, tree)
    columns["linked"] = linked / np.maximum(size, 1)
    columns |= _places(size, prose)
    columns |= _containers(tree, size, linked, prose)
    columns |= _alike(tree, size, linked, prose)
    columns |= _repeated(tree, size, linked, prose)
    columns |= _under_heading(columns["heading"], of_lines)
    columns |= from_best(tree, prose, "prose")
    columns |= _candidate(tree, size, linked, of_lines["comma"])
    columns |= _declared(blocks, tree, lines, columns["heading"], size)
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
    """What each block's elements are, and what their words say."""
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
        out |= {f"{name}_{level}": tree.says[number][at] for number, name in enumerate(SAYS[:3])}
        at = tree.parents[at]
    out |= {name: tree.says[number + 3][tree.around] for number, name in enumerate(SAYS[3:])}
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


def _containers(tree: Tree, size: Floats, linked: Floats, prose: Floats) -> NumberColumns:
    """What the elements around a block hold, level by level."""
    held, links, prose_held = tree.total(size), tree.total(linked), tree.total(prose)
    safe, all_prose = np.maximum(held, 1), max(float(prose.sum()), 1.0)
    of_elements = {
        "held": np.log1p(held),
        "links": links / safe,
        "prose_share": prose_held / safe,
        "of_prose": prose_held / all_prose,
        "blocks": np.log1p(tree.last - tree.first),
    }
    out: NumberColumns = {}
    at, line = tree.around, np.arange(len(size))
    for level in range(LEVELS):
        out |= {f"{name}_{level}": column[at] for name, column in of_elements.items()}
        if level:
            out[f"first_{level}"] = line - tree.first[at]
            out[f"last_{level}"] = tree.last[at] - 1 - line
        at = tree.parents[at]
    return out


def _alike(tree: Tree, size: Floats, linked: Floats, prose: Floats) -> NumberColumns:
    """What the blocks in elements of the same kind are like."""
    kind = tree.kind[tree.around]
    kinds = int(tree.kind.max()) + 1
    held, links, prose_held = (np.bincount(kind, column, kinds) for column in (size, linked, prose))
    count, safe = np.bincount(kind, minlength=kinds), np.maximum(held, 1)
    of_kinds = {
        "alike": np.log1p(count),
        "alike_size": held / np.maximum(count, 1),
        "alike_links": links / safe,
        "alike_prose": prose_held / safe,
        "alike_of_prose": prose_held / max(float(prose.sum()), 1.0),
    }
    return {name: column[kind] for name, column in of_kinds.items()}


def _repeated(tree: Tree, size: Floats, linked: Floats, prose: Floats) -> NumberColumns:
    """Whether a block lies in one of several elements of a kind side by side, as teasers and comments do."""
    at = tree.around
    out: NumberColumns = {}
    found = np.zeros(len(at), np.int64)  # the innermost such element above the block's own
    level_found = np.zeros(len(at))
    for level in range(TWIN_LEVELS):
        out[f"twins_{level}"] = np.log1p(tree.twins[at])
        new = (found == 0) & (tree.twins[at] >= REPEATED) & (level > 0)
        found[new], level_found[new] = at[new], level
        at = tree.parents[at]
    held, links, prose_held = tree.total(size), tree.total(linked), tree.total(prose)
    parent = tree.parents[found]
    safe = np.maximum(held[parent], 1)
    around = {
        "repeated_level": level_found,
        "repeated": np.log1p(tree.twins[found]),
        "repeated_size": np.log1p(held[found]),
        "repeated_links": links[parent] / safe,
        "repeated_prose": prose_held[parent] / safe,
        "repeated_blocks": np.log1p(tree.last[found] - tree.first[found]),
    }
    return out | {name: np.where(found > 0, column, BEYOND) for name, column in around.items()}


def _under_heading(heading: Numbers, of_lines: Columns) -> NumberColumns:
    """How far above the last heading is, its level, and whether it announces something other than an article."""
    line = np.arange(len(heading))
    last = np.maximum.accumulate(np.where(heading > 0, line, -1))
    other = sum((of_lines[kind] for kind in ANNOUNCED), np.zeros(len(line), np.float32))
    return {
        "heading_since": np.where(last >= 0, np.minimum(line - last, FARTHEST_HEADING), BEYOND),
        "heading_level": np.where(last >= 0, heading[last], 0),
        "heading_other": np.where(last >= 0, other[last], BEYOND),
        "heading_words": np.where(last >= 0, of_lines["words"][last], BEYOND),
    }


def _candidate(tree: Tree, size: Floats, linked: Floats, commas: Column) -> NumberColumns:
    """Where each block lies from the element whose own paragraphs say most, as Readability counts (Arc90, 2009)."""
    says = np.where(size >= SHORT_PARAGRAPH, 1 + commas + np.minimum(size / 100, 3), 0.0)
    parent = tree.parents[tree.around]
    own = np.bincount(parent, says, len(tree.parents))
    inner = np.bincount(tree.parents[parent], says / 2, len(tree.parents))
    points: Floats = (own + inner) * (1 - tree.total(linked) / np.maximum(tree.total(size), 1))
    best = int(np.argmax(points))
    rest = np.partition(points, -2)[-2] if len(points) > 1 else 0.0
    out = {f"candidate_{name}": column for name, column in from_element(tree, best).items()}
    out["candidate_lead"] = np.full(len(size), rest / max(float(points[best]), 1.0))
    return out


def from_best(tree: Tree, weight: Floats, name: str) -> NumberColumns:
    """Where each block lies from the smallest element that holds most of the weight."""
    totals = tree.total(weight)
    enough = np.flatnonzero(totals >= MOST * totals[0]) if totals[0] > 0 else np.zeros(1, np.int64)
    best = int(enough[np.argmax(tree.depth[enough])])
    return {f"{name}_{place}": column for place, column in from_element(tree, best).items()}


def from_element(tree: Tree, element: int) -> NumberColumns:
    """Whether each block lies in the element, how many levels up they meet, how deep inside, how far from its edges."""
    inside, line = tree.holds(element), np.arange(len(tree.around))
    return {
        "inside": inside,
        "up": climb(tree, element)[0],
        "down": np.where(inside, tree.depth[tree.around] - tree.depth[element], BEYOND),
        "from_start": line - tree.first[element],
        "from_end": tree.last[element] - 1 - line,
    }


def _declared(blocks: Blocks, tree: Tree, lines: LineWords, heading: Numbers, size: Floats) -> NumberColumns:
    """How much of each block the page declares: its title, its description, its article for machines."""
    rows = len(blocks)
    title, summary = (read_lines([[text]] if text.strip() else []) for text in (blocks.title, blocks.summary))
    words = np.bincount(lines.word_lines, minlength=rows).astype(np.float64)
    in_title = np.bincount(lines.word_lines[np.isin(lines.words, title.words)], minlength=rows)
    headline, sure = find_headline(heading, size, words, in_title, len(title.words))
    out = from_headline(tree, headline, sure, heading, size)
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
    """The share of each line's triples of words that the declared article holds; -1 where none is declared."""
    if not body.strip() or len(lines.words) < 3:
        return np.full(rows, BEYOND)
    known, mine = (_triples(words) for words in (read_lines([[body]]).words, lines.words))
    line = lines.word_lines[: len(mine)]
    line = line[lines.word_lines[2:] == line]
    found = np.isin(mine, known)[lines.word_lines[2:] == lines.word_lines[: len(mine)]]
    total = np.bincount(line, minlength=rows)
    return np.bincount(line[found], minlength=rows) / np.maximum(total, 1)


def _triples(words: Hashes) -> Hashes:
    return pair(pair(words[:-2], words[1:-1]), words[2:]) if len(words) >= 3 else words[:0]
