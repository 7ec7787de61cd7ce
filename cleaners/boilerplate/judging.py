"""What rules and trained table together say of a document's lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaners.boilerplate.line_features import Columns
from cleaners.boilerplate.line_model import MORE_FOR_TYPE, SUGGEST_BELOW, LineModel, thresholds, worth_a_rule
from cleaners.boilerplate.line_reasons import COLUMNS, rule_and_reason
from cleaners.boilerplate.line_rules import MARKER_CONFIDENCE, line_verdicts
from cleaners.boilerplate.line_types import KEPT, line_types, stated_headlines
from cleaners.boilerplate.line_words import Ints
from cleaners.boilerplate.lines import Text, Verdict
from cleaners.document import Document
from cleaners.language import language_of
from cleaners.resources import Resources

T = TypeVar("T")
MARKER_WORDS = 3  # up to which any line may be a marker
SURE_IN_ANY_LANGUAGE = 0.97
NO_RULE_TAKES = frozenset({"headline", "subheading"})


class Judge:
    """The documents of a round with what the trained table makes of their lines; each document by its number.

    Whatever can be worked out for all documents at once is worked out here, as plain lists.
    """

    def __init__(self, table: Columns, documents: Ints, model: LineModel) -> None:
        self.starts = np.flatnonzero(np.diff(documents, prepend=-1, append=-1))
        self.prose = (table["prose"] > 0).tolist()
        self.article = table["article"].tolist()
        worth = worth_a_rule(table)
        marked = worth & ((table["page"] > 0) | (table["words"] <= MARKER_WORDS))
        self.groups = [self._by_document(chosen) for chosen in (worth, marked, table["copies"] > 0)]
        chances, limits = model.chances(table), thresholds(table)
        doubtful = chances >= limits - SUGGEST_BELOW
        self.doubtful = self._by_document(doubtful)
        self.doubts = self._split(
            list(zip(chances[doubtful].tolist(), limits[doubtful].tolist(), strict=True)), doubtful
        )
        self.rows = self._split(np.stack([table[name][doubtful] for name in COLUMNS], 1).tolist(), doubtful)

    def _by_document(self, chosen: NDArray[np.bool_]) -> list[list[int]]:
        """The numbers of the chosen lines within each document."""
        places = np.flatnonzero(chosen)
        document = np.searchsorted(self.starts, places, "right") - 1
        return self._split((places - self.starts[document]).tolist(), chosen)

    def _split(self, found: list[T], chosen: NDArray[np.bool_]) -> list[list[T]]:
        cuts = np.searchsorted(np.flatnonzero(chosen), self.starts).tolist()
        return [found[start:end] for start, end in pairwise(cuts)]

    def text(self, number: int, lines: Sequence[str]) -> Text:
        """One document of the round."""
        part = slice(int(self.starts[number]), int(self.starts[number + 1]))
        worth, marked, copied = (group[number] for group in self.groups)
        return Text(lines, self.prose[part], worth, marked, copied, self.article[part])

    def verdicts(self, number: int, types: Mapping[int, str]) -> Iterator[Verdict]:
        """What the table says of a document's lines: those that go and those that it suggests."""
        for line, (chance, limit), row in zip(
            self.doubtful[number], self.doubts[number], self.rows[number], strict=True
        ):
            kind = types.get(line, "")
            limit += MORE_FOR_TYPE.get(kind, 0.0)
            # What reads as a heading or an item of a list is no doubtful line: it goes or stays.
            if chance >= limit - (0.0 if kind in MORE_FOR_TYPE else SUGGEST_BELOW):
                rule, reason = rule_and_reason(dict(zip(COLUMNS, row, strict=True)), chance)
                yield Verdict(line, rule, reason, round(chance, 3), chance >= limit)


def judge(
    judged: Judge, number: int, text: Text, resources: Resources, document: Document
) -> tuple[dict[int, str], dict[int, Verdict]]:
    """The types of a document's lines, and a verdict on each line that should or might go."""
    types = line_types(text) | dict.fromkeys(stated_headlines(text.lines, document.record.get("title")), "headline")
    repeats = resources.repeats.get(document.source or "", frozenset())
    own = frozenset(marker.strip().lower() for marker in resources.options.markers)
    ruled = _best(line_verdicts(text, types, own, repeats), types, NO_RULE_TAKES)
    verdicts = _best(judged.verdicts(number, types), types, frozenset())
    if any(verdict.sure for verdict in verdicts.values()) and language_of(document.text) != "en":
        verdicts = {line: _doubted(verdict) for line, verdict in verdicts.items()}
    verdicts |= {line: verdict for line, verdict in ruled.items() if verdict.sure or line not in verdicts}
    return types, verdicts


def _doubted(verdict: Verdict) -> Verdict:
    """What the table, which learned from English pages, may say of another language: little."""
    return replace(verdict, sure=verdict.sure and verdict.confidence >= SURE_IN_ANY_LANGUAGE)


def _best(verdicts: Iterable[Verdict], types: Mapping[int, str], settled: frozenset[str]) -> dict[int, Verdict]:
    """The surest verdict on each line that its type does not protect; a marker outdoes a subheading."""
    best: dict[int, Verdict] = {}
    for verdict in verdicts:
        kind = types.get(verdict.line, "")
        if kind in KEPT or (kind in settled and not (kind == "subheading" and verdict.confidence >= MARKER_CONFIDENCE)):
            continue
        if verdict.line not in best or verdict.confidence > best[verdict.line].confidence:
            best[verdict.line] = verdict
    return best
