"""Blocks that their source gives away: lines that repeat across its documents, and markers of the user's own."""

from __future__ import annotations

from collections.abc import Sequence, Set

from faircopy.cleaners.boilerplate.blocks.naming import BlockName
from faircopy.cleaners.boilerplate.features.line_features import Column
from faircopy.cleaners.boilerplate.kinds import OWN_MARKER, REPEATS_IN_SOURCE
from faircopy.cleaners.boilerplate.repeats import line_key

SURELY = 0.9  # a block after a marker stays if its probability to be article is at least this


def blocks_of_source(
    lines: Sequence[str], probabilities: Column, markers: Sequence[str], repeats: Set[int]
) -> dict[int, BlockName]:
    """The blocks that go on account of the source, and the rule: a marker takes the doubtful blocks after it along."""
    found: dict[int, BlockName] = {}
    if repeats:
        found = {block: BlockName(REPEATS_IN_SOURCE) for block, line in enumerate(lines) if line_key(line) in repeats}
    if own := {marker.strip().lower() for marker in markers}:
        opened = False
        for block, line in enumerate(lines):
            is_marker = line.lower() in own
            opened = is_marker or (opened and probabilities[block] < SURELY)
            if opened:
                found[block] = BlockName(OWN_MARKER)
    return found
