"""What rules and trained table together say of a document's lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from cleaners.boilerplate.line_features import Column, Columns
from cleaners.boilerplate.line_model import MORE_FOR_TYPE, SUGGEST_BELOW, LineModel, thresholds, worth_a_rule
from cleaners.boilerplate.line_reasons import COLUMNS, rule_and_reason
from cleaners.boilerplate.line_rules import MARKER_CONFIDENCE, line_verdicts
from cleaners.boilerplate.line_types import KEPT, line_types
from cleaners.boilerplate.lines import Text, Verdict
from cleaners.resources import Resources

NO_RULE_TAKES = frozenset({"headline", "subheading"})


class Judge:
    """The lines of a round with what the trained table makes of them."""

    def __init__(self, table: Columns, model: LineModel) -> None:
        self.prose = table["prose"] > 0
        self.worth = worth_a_rule(table)
        self.marked = self.worth & (table["page"] > 0)
        self.chances: Column = model.chances(table)
        self.thresholds: Column = thresholds(table)
        self.doubtful = np.flatnonzero(self.chances >= self.thresholds - SUGGEST_BELOW)
        self.rows = np.stack([table[name][self.doubtful] for name in COLUMNS], 1).tolist()

    def text(self, lines: Sequence[str], first: int) -> Text:
        """One document of the round, whose lines begin at `first`."""
        part = slice(first, first + len(lines))
        worth, marked = np.flatnonzero(self.worth[part]), np.flatnonzero(self.marked[part])
        return Text(lines, self.prose[part].tolist(), worth.tolist(), marked.tolist())

    def verdicts(self, first: int, count: int, types: Mapping[int, str]) -> Iterator[Verdict]:
        """What the table says of a document's lines: those that go and those that it suggests."""
        for at in range(*np.searchsorted(self.doubtful, [first, first + count]).tolist()):
            line = int(self.doubtful[at])
            chance = float(self.chances[line])
            threshold = float(self.thresholds[line]) + MORE_FOR_TYPE.get(types.get(line - first, ""), 0.0)
            if chance >= threshold - SUGGEST_BELOW:
                rule, reason = rule_and_reason(dict(zip(COLUMNS, self.rows[at], strict=True)), chance)
                yield Verdict(line - first, rule, reason, round(chance, 3), chance >= threshold)


def judge(
    judged: Judge, text: Text, first: int, resources: Resources, source: str | None
) -> tuple[dict[int, str], dict[int, Verdict]]:
    """The types of a document's lines, and a verdict on each line that should or might go."""
    types = line_types(text)
    repeats = resources.repeats.get(source or "", frozenset())
    own = frozenset(marker.strip().lower() for marker in resources.options.markers)
    ruled = _best(line_verdicts(text, types, own, repeats), types, NO_RULE_TAKES)
    verdicts = _best(judged.verdicts(first, len(text.lines), types), types, frozenset())
    verdicts |= {number: v for number, v in ruled.items() if v.sure or number not in verdicts}
    return types, verdicts


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
