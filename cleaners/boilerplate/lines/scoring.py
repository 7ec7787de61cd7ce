"""The model's predictions in one round, and which of them and of the rules' proposals a line's type allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import Ints
from faircopy.cleaners.boilerplate.features.line_features import Columns
from faircopy.cleaners.boilerplate.line_types import HEAD_LINES, HEADLINE, KEPT, SUBHEADING
from faircopy.cleaners.boilerplate.lines.line_facts import Facts
from faircopy.cleaners.boilerplate.lines.model import MORE_FOR_TYPE, SUGGEST_MARGIN, LineModel, thresholds
from faircopy.cleaners.boilerplate.lines.reasons import kind_and_reason, phrase_kind, reason_codes
from faircopy.cleaners.boilerplate.lines.rules import LONG_COPY, MARKER_CONFIDENCE
from faircopy.cleaners.boilerplate.text_lines import Proposal, TextLines

T = TypeVar("T")
IN_HEADLINES = frozenset(("", "date", "clock", "section"))  # kinds of phrases that headlines often hold; "": no phrase
KEPT_FROM_RULES = frozenset({HEADLINE, SUBHEADING})


class Candidate(NamedTuple):
    """A line the model would remove or suggest to remove.

    `line` is its number in the document, `probability` that of being boilerplate, `threshold` the probability from
    which it is removed, `code` the reason (`kind_and_reason`).
    """

    line: int
    probability: float
    threshold: float
    code: int

    def proposal(self, apply: bool) -> Proposal:
        """The proposal to remove the line (`apply`) or to suggest it."""
        kind, reason = kind_and_reason(self.code)
        probability = f"(probability {self.probability:.2f})"
        return Proposal(self.line, kind, f"{reason} {probability}", round(self.probability, 3), apply)


Candidates = Mapping[int, tuple[Candidate, bool]]  # by line; whether the probability reaches the threshold


class Round:
    """The remaining lines of all documents in one round, with the model's predictions.

    `numbers` are the lines' numbers in the chunk, `documents` the document of each. Documents are addressed by their
    order in the round. Everything that numpy can compute for all documents at once is computed here, into plain lists.
    """

    def __init__(self, columns: Columns, documents: Ints, numbers: Ints, facts: Facts, model: LineModel) -> None:
        self.columns = columns
        self.starts = np.flatnonzero(np.diff(documents, prepend=-1, append=-1))
        self.edges = self.starts.tolist()
        self.numbers = numbers.tolist()
        self.facts = facts
        prose = np.flatnonzero(columns["prose"] > 0)
        self.prose = self._split(self._places(prose), prose)
        between = (columns["prose-1"] > 0) & (columns["prose+1"] > 0) & facts.for_rules[numbers]
        copied = (columns["copies"] > 0) & (columns["characters"] >= LONG_COPY)
        masks = (between, copied, facts.repeated[numbers], facts.typed[numbers], facts.marked[numbers])
        self.groups = [self._by_document(mask) for mask in masks]
        self.candidates = self._candidates(model)

    def _candidates(self, model: LineModel) -> list[list[Candidate]]:
        probabilities, limits = model.probabilities(self.columns), thresholds(self.columns)
        rows = np.flatnonzero(probabilities >= limits - SUGGEST_MARGIN)
        cells = (probabilities[rows].tolist(), limits[rows].tolist(), reason_codes(self.columns, rows))
        return self._split(list(map(Candidate, self._places(rows), *cells)), rows)

    def _places(self, rows: Ints) -> list[int]:
        """The numbers of the lines in their documents."""
        places: list[int] = (rows - self.starts[np.searchsorted(self.starts, rows, "right") - 1]).tolist()
        return places

    def _by_document(self, chosen: NDArray[np.bool_]) -> list[list[int]]:
        """The numbers of the chosen lines in each document."""
        rows = np.flatnonzero(chosen)
        return self._split(self._places(rows), rows)

    def _split(self, values: list[T], rows: Ints) -> list[list[T]]:
        """The values of the lines `rows`, one list per document."""
        if not values:
            return [[]] * (len(self.starts) - 1)
        cuts = np.searchsorted(rows, self.starts).tolist()
        return [values[start:end] for start, end in pairwise(cuts)]

    def places(self, number: int) -> list[int]:
        """The numbers in the chunk of a document's remaining lines."""
        places: list[int] = self.numbers[self.edges[number] : self.edges[number + 1]]
        return places

    def text(self, number: int) -> TextLines:
        """A document's remaining lines as the rules read them."""
        places, first = self.places(number), self.edges[number]
        prose = self.prose[number]
        between, copied, repeated, typed, marked = (group[number] for group in self.groups)
        return TextLines(
            lines=list(map(self.facts.lines.__getitem__, places)),
            prose=prose,
            first_prose=prose[0] if prose else len(places),
            last_prose=prose[-1] if prose else -1,
            typed=[(line, self.facts.types[places[line]]) for line in typed],
            marked=[(line, self.facts.markers[places[line]]) for line in marked],
            between=between,
            copied=copied,
            repeated=repeated,
            article=self.columns["article"][first : min(first + HEAD_LINES, self.edges[number + 1])].tolist(),
        )


def allowed_candidates(candidates: Sequence[Candidate], types: Mapping[int, str]) -> dict[int, tuple[Candidate, bool]]:
    """The candidates that the types of the lines allow, and whether each reaches the threshold of its type."""
    allowed: dict[int, tuple[Candidate, bool]] = {}
    for candidate in candidates:
        line_type = types.get(candidate.line, "")
        if line_type == HEADLINE and phrase_kind(candidate.code) in IN_HEADLINES:
            continue  # a text without its headline has lost more than a line
        threshold = candidate.threshold + MORE_FOR_TYPE.get(line_type, 0.0)
        # Headlines, subheadings and list items are removed or kept, never suggested.
        margin = 0.0 if line_type in MORE_FOR_TYPE else SUGGEST_MARGIN
        if line_type not in KEPT and candidate.probability >= threshold - margin:
            allowed[candidate.line] = candidate, candidate.probability >= threshold
    return allowed


def strongest(proposals: Iterable[Proposal], types: Mapping[int, str]) -> dict[int, Proposal]:
    """The rules' most confident proposal for each line that its type does not protect.

    A headline is never removed by a rule, a subheading only where it is a marker.
    """
    best: dict[int, Proposal] = {}
    for proposal in proposals:
        line_type = types.get(proposal.line, "")
        is_marker = line_type == SUBHEADING and proposal.confidence >= MARKER_CONFIDENCE
        if line_type in KEPT or (line_type in KEPT_FROM_RULES and not is_marker):
            continue
        if proposal.line not in best or proposal.confidence > best[proposal.line].confidence:
            best[proposal.line] = proposal
    return best
