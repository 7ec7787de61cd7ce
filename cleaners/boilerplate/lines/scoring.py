"""What rules and trained table together say of a document's lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.line_types import HEAD_LINES, KEPT
from faircopy.cleaners.boilerplate.lines.line_facts import Facts
from faircopy.cleaners.boilerplate.lines.model import MORE_FOR_TYPE, SUGGEST_BELOW, LineModel, thresholds
from faircopy.cleaners.boilerplate.lines.reasons import kind_and_reason, phrase_kind, reason_codes
from faircopy.cleaners.boilerplate.lines.rules import LONG_COPY, MARKER_CONFIDENCE
from faircopy.cleaners.boilerplate.text_lines import Text, Verdict

T = TypeVar("T")
UNTELLING = frozenset(("", "date", "clock", "section"))  # kinds of phrases that headlines are full of
NO_RULE_TAKES = frozenset({"headline", "subheading"})


class Doubt(NamedTuple):
    """A line of a document that the table would take out or suggest: how likely it is none of the article's, from
    which chance on it goes, and a number for the reason."""

    line: int
    chance: float
    limit: float
    code: int

    def verdict(self, sure: bool) -> Verdict:
        """What to do with the line, and why."""
        kind, reason = kind_and_reason(self.code)
        return Verdict(self.line, kind, f"{reason} (chance {self.chance:.2f})", round(self.chance, 3), sure)


class Judge:
    """The documents of a round with what the trained table makes of their lines; each document by its number.

    Whatever can be worked out for all documents at once is worked out here, as plain lists. `numbers` are the
    round's lines by their number in the chunk, `documents` the document of each.
    """

    def __init__(self, table: Columns, documents: Ints, numbers: Ints, facts: Facts, model: LineModel) -> None:
        self.table = table
        self.starts = np.flatnonzero(np.diff(documents, prepend=-1, append=-1))
        self.edges = self.starts.tolist()
        self.numbers = numbers.tolist()
        self.facts = facts
        prose = np.flatnonzero(table["prose"] > 0)
        self.prose = self._split(self._places(prose), prose)
        between = (table["prose-1"] > 0) & (table["prose+1"] > 0) & facts.worth[numbers]
        copied = (table["copies"] > 0) & (table["characters"] >= LONG_COPY)
        masks = (between, copied, facts.repeated[numbers], facts.formed[numbers], facts.marked[numbers])
        self.groups = [self._by_document(mask) for mask in masks]
        self.doubts = self._doubts(model)

    def _doubts(self, model: LineModel) -> list[list[Doubt]]:
        chances, limits = model.chances(self.table), thresholds(self.table)
        doubtful = np.flatnonzero(chances >= limits - SUGGEST_BELOW)
        columns = (chances[doubtful].tolist(), limits[doubtful].tolist(), reason_codes(self.table, doubtful))
        return self._split(list(map(Doubt, self._places(doubtful), *columns)), doubtful)

    def _places(self, rows: Ints) -> list[int]:
        """The numbers of the lines within their documents."""
        places: list[int] = (rows - self.starts[np.searchsorted(self.starts, rows, "right") - 1]).tolist()
        return places

    def _by_document(self, chosen: NDArray[np.bool_]) -> list[list[int]]:
        """The numbers of the chosen lines within each document."""
        rows = np.flatnonzero(chosen)
        return self._split(self._places(rows), rows)

    def _split(self, found: list[T], rows: Ints) -> list[list[T]]:
        """What was found in the lines `rows`, for each document."""
        if not found:
            return [[]] * (len(self.starts) - 1)
        cuts = np.searchsorted(rows, self.starts).tolist()
        return [found[start:end] for start, end in pairwise(cuts)]

    def places(self, number: int) -> list[int]:
        """The lines of a document of the round by their number in the chunk."""
        places: list[int] = self.numbers[self.edges[number] : self.edges[number + 1]]
        return places

    def text(self, number: int) -> Text:
        """One document of the round."""
        places, first = self.places(number), self.edges[number]
        prose = self.prose[number]
        between, copied, repeated, formed, marked = (group[number] for group in self.groups)
        return Text(
            lines=list(map(self.facts.lines.__getitem__, places)),
            prose=prose,
            first_prose=prose[0] if prose else len(places),
            last_prose=prose[-1] if prose else -1,
            formed=[(line, self.facts.forms[places[line]]) for line in formed],
            marked=[(line, self.facts.markers[places[line]]) for line in marked],
            between=between,
            copied=copied,
            repeated=repeated,
            article=self.table["article"][first : min(first + HEAD_LINES, self.edges[number + 1])].tolist(),
        )


def doubts_left(doubts: Sequence[Doubt], types: Mapping[int, str]) -> dict[int, tuple[Doubt, bool]]:
    """The table's doubts that the types of the lines leave, and whether it is sure enough to take the line out."""
    left: dict[int, tuple[Doubt, bool]] = {}
    for doubt in doubts:
        kind = types.get(doubt.line, "")
        if kind == "headline" and phrase_kind(doubt.code) in UNTELLING:
            continue  # a text without its headline has lost more than a line
        limit = doubt.limit + MORE_FOR_TYPE.get(kind, 0.0)
        # What reads as a heading or an item of a list is no doubtful line: it goes or stays.
        if kind not in KEPT and doubt.chance >= limit - (0.0 if kind in MORE_FOR_TYPE else SUGGEST_BELOW):
            left[doubt.line] = doubt, doubt.chance >= limit
    return left


def best_of_rules(verdicts: Iterable[Verdict], types: Mapping[int, str]) -> dict[int, Verdict]:
    """The surest verdict on each line that its type does not protect; a marker outdoes a subheading."""
    best: dict[int, Verdict] = {}
    for verdict in verdicts:
        kind = types.get(verdict.line, "")
        marker = kind == "subheading" and verdict.confidence >= MARKER_CONFIDENCE
        if kind in KEPT or (kind in NO_RULE_TAKES and not marker):
            continue
        if verdict.line not in best or verdict.confidence > best[verdict.line].confidence:
            best[verdict.line] = verdict
    return best
