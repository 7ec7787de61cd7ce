"""Features of a block from the content of the elements around it and of other elements of their kind, as columns."""

from __future__ import annotations

import numpy as np

from faircopy.cleaners.boilerplate.blocks.tree import BEYOND, Floats, NumberColumns, Tree

LEVELS = 4  # a block's own element, its parent and so on
REPEATED = 3
TWIN_LEVELS = 5


def container_columns(tree: Tree, size: Floats, linked: Floats, prose: Floats) -> NumberColumns:
    """The columns of every block; `size`, `linked` and `prose` are its code points, those in links, in running text."""
    columns = _containers(tree, size, linked, prose)
    return columns | _alike(tree, size, linked, prose) | _repeated(tree, size, linked, prose)


def _containers(tree: Tree, size: Floats, linked: Floats, prose: Floats) -> NumberColumns:
    """The content of the elements around a block, level by level."""
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
    """The content of all elements of the same kind."""
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
    """Whether a block is in one of several siblings of a kind, as teasers and comments are."""
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
