"""Blocks removed by settings and statistics of their source: its own markers, and lines that repeat in it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from faircopy.cleaners.boilerplate.blocks.naming import BlockName
from faircopy.cleaners.boilerplate.features.line_features import Column
from faircopy.cleaners.boilerplate.kinds import OWN_MARKER, REPEATS_IN_SOURCE
from faircopy.cleaners.boilerplate.repeats import line_key

SURELY_ARTICLE = 0.9  # the probability from which a block ends what a marker opened


def blocks_of_source(
    lines: Sequence[str], prose: Column, probabilities: Column, markers: Sequence[str], repeats: Set[int]
) -> dict[int, BlockName]:
    """The blocks to remove for their source. A marker takes along the blocks below it that may be boilerplate.

    Running text (`prose`) is not removed for repeating: revisions and syndicated copies of a story share it.
    """
    found: dict[int, BlockName] = {}
    if repeats:
        repeated = (block for block, line in enumerate(lines) if not prose[block] and line_key(line) in repeats)
        found = {block: BlockName(REPEATS_IN_SOURCE) for block in repeated}
    if own := {marker.strip().lower() for marker in markers}:
        opened = False
        for block, line in enumerate(lines):
            is_marker = line.lower() in own
            opened = is_marker or (opened and probabilities[block] < SURELY_ARTICLE)
            if opened:
                found[block] = BlockName(OWN_MARKER)
    return found
