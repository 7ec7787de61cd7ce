"""Boilerplate in plain texts: rules and the trained table, over a batch at once, until nothing more goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from cleaners.boilerplate.found import found_in
from cleaners.boilerplate.judging import Judge, judge
from cleaners.boilerplate.line_features import line_columns
from cleaners.boilerplate.line_table import with_surroundings
from cleaners.boilerplate.line_words import read_lines
from cleaners.boilerplate.lines import Verdict, ink_lines, removals
from cleaners.document import Document, Findings
from cleaners.resources import Resources

CHUNK = 1 << 20  # code points of text looked at together: their arrays fit in the processor's cache


@dataclass(slots=True)
class _Draft:
    """A document: its lines, their numbers in the chunk, those still in it, and what was said of the others."""

    document: Document
    lines: list[str]
    first: int
    kept: list[int]
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    notes: dict[str, object] = field(default_factory=dict)


def find_in_texts(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The lines of each document that are no part of its article, and what they say about it."""
    findings: list[Findings] = []
    for chunk in _chunks(documents):
        drafts = _drafts(chunk)
        _clean(drafts, resources)
        findings += [_findings(draft, resources.options.max_loss) for draft in drafts]
    return findings


def _chunks(documents: Sequence[Document]) -> Iterator[list[Document]]:
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


def _drafts(chunk: Sequence[Document]) -> list[_Draft]:
    drafts: list[_Draft] = []
    first = 0
    for document in chunk:
        lines = ink_lines(document.text)
        drafts.append(_Draft(document, lines, first, list(range(len(lines)))))
        first += len(lines)
    return drafts


def _clean(drafts: Sequence[_Draft], resources: Resources) -> None:
    """Judge all drafts, and those that lost a line again: what is left may show more. Each round takes a line."""
    lines = read_lines([draft.lines for draft in drafts])
    own = line_columns(lines, resources.line_model.phrases)
    left = np.ones(len(lines.documents), bool)
    active = [draft for draft in drafts if draft.lines]
    while active:
        part, columns = lines, own
        if not left.all():
            part, columns = lines.only(left), {name: column[left] for name, column in own.items()}
        judged = Judge(with_surroundings(part, columns), part.documents, resources.line_model)
        changed = []
        for number, draft in enumerate(active):
            if (gone := _take_out(draft, judged, number, resources)) and draft.kept:
                left[[draft.first + place for place in gone]] = False
                changed.append(draft)
            else:
                left[draft.first : draft.first + len(draft.lines)] = False
        active = changed


def _take_out(draft: _Draft, judged: Judge, number: int, resources: Resources) -> list[int]:
    """Take out of one document, the round's `number`, what must go; which of its lines did."""
    text = judged.text(number, [draft.lines[place] for place in draft.kept])
    types, verdicts = judge(judged, number, text, resources, draft.document)
    if not draft.notes:
        found = found_in(text, types)
        draft.notes = {"line_types": types, "found": found} if found else {"line_types": types}
    for line, verdict in verdicts.items():
        if verdict.sure:
            draft.verdicts[draft.kept[line]] = verdict
        else:
            draft.verdicts.setdefault(draft.kept[line], verdict)
    gone = [draft.kept[line] for line, verdict in verdicts.items() if verdict.sure]
    if gone:
        lost = set(gone)
        draft.kept = [place for place in draft.kept if place not in lost]
    return gone


def _findings(draft: _Draft, max_loss: float) -> Findings:
    edits = tuple(removals(draft.document.text, draft.verdicts)) if draft.verdicts else ()
    return Findings(edits, draft.notes, _too_much(draft, max_loss))


def _too_much(draft: _Draft, max_loss: float) -> str:
    """Why the document must be held: too many of its words would go."""
    if 2 * sum(len(draft.lines[number]) for number in draft.kept) > len(draft.document.text):
        return ""  # by far enough is left, whatever the words
    total = sum(line.count(" ") + 1 for line in draft.lines)
    lost = total - sum(draft.lines[number].count(" ") + 1 for number in draft.kept)
    if not total or lost <= max_loss * total:
        return ""
    return f"{lost} of its {total} words look like boilerplate, more than the {max_loss:.0%} that may go"
