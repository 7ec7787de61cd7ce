"""The forms that a mistyped word may stand for, found by the hashes of their deletions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.typing import NDArray

from faircopy.cleaners.text.deletions import deletions

Numbers = NDArray[np.uint32]
VERSION = b"1"  # of what `build_deletion_index` makes of the same forms: an index of another version is built again


@dataclass(frozen=True, slots=True)
class DeletionIndex:
    """Sorted hashes of the deletions of forms; `rows` has the row of the form for each hash."""

    keys: Numbers
    rows: Numbers

    def near(self, words: Iterable[str]) -> set[int]:
        """The rows of all forms one edit from one of the words, and of some further ones."""
        keys = np.array(sorted({form_key(left) for word in words for left in deletions(word)}), "<u4")
        starts, ends = self.keys.searchsorted(keys, "left"), self.keys.searchsorted(keys, "right")
        return {
            row
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if start < end
            for row in self.rows[start:end].tolist()
        }


def build_deletion_index(forms: Sequence[str], rows: Sequence[int]) -> DeletionIndex:
    """The index of the forms in some rows. Takes half a second for the 77,000 of the lexicon."""
    keys: list[int] = []
    counts: list[int] = []
    for row in rows:
        before = len(keys)
        keys += map(form_key, deletions(forms[row]))
        counts.append(len(keys) - before)
    of_key, row_of_key = np.array(keys, "<u4"), np.repeat(np.array(rows, "<u4"), counts)
    order = np.lexsort((row_of_key, of_key))
    return DeletionIndex(of_key[order], row_of_key[order])


def form_key(form: str) -> int:
    """The hash of a form in the indexes of the lexicon."""
    return xxhash.xxh32_intdigest(form.encode())
