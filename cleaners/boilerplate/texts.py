"""Boilerplate in plain texts: rules and the trained table, over a batch at once, until nothing more goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cleaners.boilerplate.found import found_in
from cleaners.boilerplate.line_features import Column, Columns
from cleaners.boilerplate.line_model import MORE_FOR_TYPE, SUGGEST_BELOW, LineModel, thresholds, worth_a_rule
from cleaners.boilerplate.line_reasons import COLUMNS, rule_and_reason
from cleaners.boilerplate.line_rules import MARKER_CONFIDENCE, line_verdicts
from cleaners.boilerplate.line_table import line_table
from cleaners.boilerplate.line_types import KEPT, line_types
from cleaners.boilerplate.line_words import read_lines
from cleaners.boilerplate.lines import Text, Verdict, ink_lines, placed_lines, removal
from cleaners.document import Document, Findings
from cleaners.edits import Edit
from cleaners.resources import Resources

CHUNK = 1 << 20  # code points of text looked at together: their arrays fit in the processor's cache
SETTLED_TYPES = frozenset({"headline", "subheading"})


@dataclass(slots=True)
class _Draft:
    """A document, the lines still in it, and what was said of those that are not."""

    document: Document
    lines: list[str]
    kept: list[int]
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)


def find_in_texts(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The lines of each document that are no part of its article, and what they say about it."""
    findings: list[Findings] = []
    for chunk in _chunks(documents):
        drafts = [_draft(document) for document in chunk]
        active = [draft for draft in drafts if draft.lines]
        while active:  # what is left once lines are gone may show more; it ends, for each round takes a line
            active = _round(active, resources)
        findings += [_findings(draft, resources.options.max_loss) for draft in drafts]
    return findings


def _chunks(documents: Sequence[Document]) -> Iterable[list[Document]]:
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _draft(document: Document) -> _Draft:
    lines = ink_lines(document.text)
    return _Draft(document, lines, list(range(len(lines))))


def _round(drafts: Sequence[_Draft], resources: Resources) -> list[_Draft]:
    """Judge what is left of each document, take out what must go; those that lost something."""
    model = resources.line_model
    left = [[draft.lines[number] for number in draft.kept] for draft in drafts]
    table = line_table(read_lines(left), model.phrases)
    judged = _Judged(table, model)
    changed = []
    first = 0
    for draft, lines in zip(drafts, left, strict=True):
        if _judge(draft, lines, judged, first, resources):
            changed.append(draft)
        first += len(lines)
    return changed


class _Judged:
    """The columns of a round with what the model makes of them."""

    def __init__(self, table: Columns, model: LineModel) -> None:
        self.prose = table["prose"] > 0
        self.worth = worth_a_rule(table)
        self.chances: Column = model.chances(table)
        self.thresholds: Column = thresholds(table)
        self.doubtful = np.flatnonzero(self.chances >= self.thresholds - SUGGEST_BELOW)
        self.rows = np.stack([table[name][self.doubtful] for name in COLUMNS], 1).tolist()

    def text(self, lines: Sequence[str], first: int) -> Text:
        """One document of the round."""
        part = slice(first, first + len(lines))
        return Text(lines, self.prose[part].tolist(), np.flatnonzero(self.worth[part]).tolist())

    def verdicts(self, first: int, count: int, types: Mapping[int, str]) -> Iterable[Verdict]:
        """What the model says of a document's lines: those that go and those that it suggests."""
        for at in range(*np.searchsorted(self.doubtful, [first, first + count]).tolist()):
            line = int(self.doubtful[at])
            chance, kind = float(self.chances[line]), types.get(line - first, "")
            threshold = float(self.thresholds[line]) + MORE_FOR_TYPE.get(kind, 0.0)
            if chance >= threshold - SUGGEST_BELOW:
                rule, reason = rule_and_reason(dict(zip(COLUMNS, self.rows[at], strict=True)), chance)
                yield Verdict(line - first, rule, reason, round(chance, 3), chance >= threshold)


def _judge(draft: _Draft, lines: Sequence[str], judged: _Judged, first: int, resources: Resources) -> bool:
    """Take one document's lines through rules and model; whether it lost any."""
    text = judged.text(lines, first)
    types = line_types(text)
    repeats = resources.repeats.get(draft.document.source or "", frozenset())
    own = frozenset(marker.strip().lower() for marker in resources.options.markers)
    if not draft.types:
        draft.types = types
        draft.found = found_in(text, types)
    ruled = _best(line_verdicts(text, types, own, repeats), types, SETTLED_TYPES)
    modelled = _best(judged.verdicts(first, len(lines), types), types, frozenset())
    gone = []
    for number, verdict in {**modelled, **{n: v for n, v in ruled.items() if v.sure or n not in modelled}}.items():
        place = draft.kept[number]
        if verdict.sure:
            gone.append(number)
            draft.verdicts[place] = verdict
        else:
            draft.verdicts.setdefault(place, verdict)
    for number in sorted(gone, reverse=True):
        del draft.kept[number]
    return bool(gone)


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


def _findings(draft: _Draft, max_loss: float) -> Findings:
    notes: dict[str, object] = {"line_types": draft.types}
    if draft.found:
        notes["found"] = draft.found
    return Findings(_edits(draft), notes, _too_much(draft, max_loss))


def _edits(draft: _Draft) -> tuple[Edit, ...]:
    if not draft.verdicts:
        return ()
    text, verdicts = draft.document.text, draft.verdicts
    return tuple(removal(text, line, verdicts[n]) for n, line in enumerate(placed_lines(text)) if n in verdicts)


def _too_much(draft: _Draft, max_loss: float) -> str:
    """Why the document must be held: too many of its words would go."""
    total = sum(line.count(" ") + 1 for line in draft.lines)
    lost = total - sum(draft.lines[number].count(" ") + 1 for number in draft.kept)
    if not total or lost <= max_loss * total:
        return ""
    return f"{lost} of its {total} words look like boilerplate, more than the {max_loss:.0%} that may go"
