"""A frozen map from 64-bit hashes to numbers, looked up for a whole array at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Hashes, Ints

SLOT_BITS = 15
Values = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class HashIndex:
    """Sorted keys with the place where each slot begins: keys of the same first bits, at most `largest_slot` of them.

    On the words of a batch this is nine times as fast as a binary search over the keys.
    """

    keys: Hashes
    values: Values
    slot_starts: Ints
    largest_slot: int

    def find(self, hashes: Hashes) -> tuple[Ints, Values]:
        """The places of the `hashes` that are keys, in order, and their values."""
        at = self.slot_starts[slots_of(hashes)]
        for _ in range(1, self.largest_slot):
            at += self.keys[at] < hashes
        found = np.flatnonzero(self.keys[at] == hashes)
        return found, self.values[at[found]]


def slots_of(hashes: Hashes) -> Ints:
    """The first bits of each hash."""
    return (hashes >> np.uint64(64 - SLOT_BITS)).view(np.int64)


def make_index(entries: Mapping[int, int]) -> HashIndex:
    """An index of at most a few thousand entries."""
    keys = np.array(sorted(entries), np.uint64)
    values = np.array([entries[key] for key in keys.tolist()], np.uint32)
    counts = np.bincount(slots_of(keys), minlength=1 << SLOT_BITS)
    largest = max(int(counts.max()), 1)
    padding = np.zeros(largest, np.uint64)  # a search that starts in the last slot may step beyond the keys
    return HashIndex(
        np.append(keys, padding), np.append(values, padding.astype(np.uint32)), np.cumsum(counts) - counts, largest
    )
