"""The remaining lines of a chunk between rounds, with their features kept up to date at little cost."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from faircopy.cleaners.boilerplate.features.line_arrays import Ints, LineWords
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.lines.feature_matrix import similarity_columns, with_neighbours


class ActiveLines:
    """The lines to predict for in the next round, by their number in the chunk.

    `own` are the columns of every line that do not depend on other lines.
    """

    def __init__(self, lines: LineWords, own: Columns) -> None:
        self.lines, self.own = lines, own
        self.similarity = similarity_columns(lines, own)
        self.active = np.ones(len(lines.documents), bool)

    def rows(self) -> tuple[Ints, Columns]:
        """The numbers of the active lines and all their columns."""
        numbers = np.flatnonzero(self.active)
        columns = self.own | self.similarity
        if len(numbers) < len(self.active):
            columns = {name: column[numbers] for name, column in columns.items()}
        return numbers, with_neighbours(columns, self.lines.documents[numbers])

    def finish(self, first: int, end: int) -> None:
        """Predict no more for a document, its lines from `first` up to, not including, `end`."""
        self.active[first:end] = False

    def remove(self, removed: Sequence[int]) -> None:
        """Remove lines.

        Similarity is computed again only for documents that lost running text or a line similar to another one.
        """
        self.active[removed] = False
        columns = (self.own["prose"], self.similarity["copies"], self.similarity["same_head"])
        affects_others = np.sum([column[removed] for column in columns], 0) > 0
        affected = np.zeros(int(self.lines.documents[-1]) + 1, bool)
        affected[self.lines.documents[removed][affects_others]] = True
        again = self.active & affected[self.lines.documents]
        if again.any():
            part = similarity_columns(self.lines.only(again), {"prose": self.own["prose"][again]})
            for name, column in part.items():
                self.similarity[name][again] = column
