"""The lines of a chunk as they stand after each round of judging, without working out all of their columns anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from faircopy.cleaners.boilerplate.features.line_arrays import Ints, LineWords
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.lines.feature_matrix import likeness, with_neighbours


class Standing:
    """The lines that are still in question, by their number in the chunk, and the columns of all of them."""

    def __init__(self, lines: LineWords, own: Columns) -> None:
        self.lines, self.own = lines, own
        self.likeness = likeness(lines, own)
        self.left = np.ones(len(lines.documents), bool)

    def rows(self) -> tuple[Ints, Columns]:
        """The numbers of the lines in question and their columns."""
        numbers = np.flatnonzero(self.left)
        columns = self.own | self.likeness
        if len(numbers) < len(self.left):
            columns = {name: column[numbers] for name, column in columns.items()}
        return numbers, with_neighbours(columns, self.lines.documents[numbers])

    def settle(self, first: int, end: int) -> None:
        """Leave a document, its lines from `first` to before `end`, as it is."""
        self.left[first:end] = False

    def take_out(self, gone: Sequence[int]) -> None:
        """Take lines out. What is left is compared anew where they were running text or like another line."""
        self.left[gone] = False
        seen = np.sum([self.own["prose"][gone], self.likeness["copies"][gone], self.likeness["same_head"][gone]], 0)
        compared = np.zeros(int(self.lines.documents[-1]) + 1, bool)
        compared[self.lines.documents[gone][seen > 0]] = True
        again = self.left & compared[self.lines.documents]
        if again.any():
            part = likeness(self.lines.only(again), {"prose": self.own["prose"][again]})
            for name, column in part.items():
                self.likeness[name][again] = column
