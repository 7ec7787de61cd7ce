"""A frozen table from hashes to numbers, looked up for a whole array at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Hashes, Ints

SLOT_BITS = 15
ROOM = 64  # slots behind the last one, for entries that find their own taken
Values = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class HashTable:
    """Open addressing: an entry lies in its own slot or, at most `probes` on, behind it."""

    taken: NDArray[np.bool_]
    hashes: Hashes
    values: Values
    probes: int

    def find(self, hashes: Hashes) -> tuple[Ints, Values]:
        """The places of `hashes` that the table holds, in order, and their values."""
        slots = slots_of(hashes)
        maybe = np.flatnonzero(self.taken[slots])
        slots, wanted = slots[maybe], hashes[maybe]
        values = np.where(self.hashes[slots] == wanted, self.values[slots], np.uint32(0))
        # Most find their own at once; only the others look on.
        for step in range(1, self.probes):
            others = np.flatnonzero(values == 0)
            at = slots[others] + step
            values[others] = np.where(self.hashes[at] == wanted[others], self.values[at], np.uint32(0))
        found = values != 0
        return maybe[found], values[found]


def slots_of(hashes: Hashes) -> Ints:
    """The first bits of hashes: where an entry belongs."""
    return (hashes >> np.uint64(64 - SLOT_BITS)).view(np.int64)


def make_table(entries: Mapping[int, int]) -> HashTable:
    """A table of at most a few thousand entries; no value may be 0."""
    size = (1 << SLOT_BITS) + ROOM
    hashes, values = np.zeros(size, np.uint64), np.zeros(size, np.uint32)
    taken = np.zeros(size, bool)
    probes = 1
    for key, value in entries.items():
        home = slot = key >> (64 - SLOT_BITS)
        while values[slot]:
            slot += 1
        taken[home] = True
        hashes[slot], values[slot] = key, value
        probes = max(probes, slot - home + 1)
    return HashTable(taken, hashes, values, probes)
