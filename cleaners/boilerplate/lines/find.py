"""Boilerplate in plain texts: rules and the trained table, over a batch at once, until nothing more goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from faircopy.cleaners.boilerplate.article_metadata import found_in
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import line_columns
from faircopy.cleaners.boilerplate.line_types import line_types, stated_headlines
from faircopy.cleaners.boilerplate.lines.active_lines import Standing
from faircopy.cleaners.boilerplate.lines.line_facts import clearly_english, read_facts
from faircopy.cleaners.boilerplate.lines.rules import line_verdicts
from faircopy.cleaners.boilerplate.lines.run_consistency import Doubts, below_headings, fewer_of_runs
from faircopy.cleaners.boilerplate.lines.scoring import Doubt, Judge, best_of_rules, doubts_left
from faircopy.cleaners.boilerplate.text_lines import Text, Verdict, ink_lines, removals
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.text.language import language_of

CHUNK = 1 << 20  # code points of text looked at together: their arrays fit in the processor's cache
SURE_IN_ANY_LANGUAGE = 0.97


@dataclass(slots=True)
class _Draft:
    """A document: its lines, the number of its first among those of the chunk, and what was said of some of them.

    `gone` are the lines taken out. `english` is settled when first asked for.
    """

    document: Document
    lines: list[str]
    first: int
    english: bool | None
    gone: set[int] = field(default_factory=set)
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def in_english(self) -> bool:
        """Whether the text, as it came, is English."""
        if self.english is None:
            self.english = language_of(self.document.text) == "en"
        return self.english


def find_in_texts(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The lines of each document that are no part of its article, and what they say about it."""
    findings: list[Findings] = []
    for chunk in _chunks(documents):
        drafts = _judged(chunk, resources)
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


def _judged(chunk: Sequence[Document], resources: Resources) -> list[_Draft]:
    """Judge all documents, and those that lost a line again: what is left may show more. Each round takes a line."""
    texts = [ink_lines(document.text) for document in chunk]
    lines = read_lines(texts)
    own = line_columns(lines, resources.line_model.phrases)
    facts = read_facts(chunk, texts, own, resources)
    english = clearly_english(own, lines.documents, len(chunk))
    drafts: list[_Draft] = []
    first = 0
    for document, text, clear in zip(chunk, texts, english, strict=True):
        drafts.append(_Draft(document, text, first, clear or None))
        first += len(text)
    standing = Standing(lines, own)
    active = [draft for draft in drafts if draft.lines]
    while active:
        numbers, table = standing.rows()
        judge = Judge(table, lines.documents[numbers], numbers, facts, resources.line_model)
        changed, gone = [], []
        for number, draft in enumerate(active):
            if (lost := _take_out(draft, judge, number)) and len(draft.gone) < len(draft.lines):
                gone += lost
                changed.append(draft)
            else:
                standing.settle(draft.first, draft.first + len(draft.lines))
        if changed:
            standing.take_out(gone)
        active = changed
    return drafts


def _take_out(draft: _Draft, judge: Judge, number: int) -> list[int]:
    """Take out of one document, the round's `number`, what must go; the numbers of these lines in the chunk."""
    text, places = judge.text(number), judge.places(number)
    types = line_types(text)
    if title := draft.document.record.get("title"):
        types |= dict.fromkeys(stated_headlines(text.lines, title), "headline")
    if not draft.notes:
        found = found_in(text, types)
        draft.notes = {"line_types": types, "found": found} if found else {"line_types": types}
    gone = []
    for line, verdict in _verdicts(draft, text, types, doubts_left(judge.doubts[number], types), places).items():
        if verdict.sure:
            draft.verdicts[places[line] - draft.first] = verdict
            gone.append(places[line])
        else:
            draft.verdicts.setdefault(places[line] - draft.first, verdict)
    draft.gone.update(gone)
    return gone


def _verdicts(
    draft: _Draft, text: Text, types: Mapping[int, str], doubts: Doubts, places: Sequence[int]
) -> dict[int, Verdict]:
    """What rules and table say of the lines left of a document; `places` are their numbers in the chunk."""
    verdicts = best_of_rules(line_verdicts(text, types), types)
    for verdict in below_headings(text, doubts, types):
        verdicts.setdefault(verdict.line, verdict)
    staying = set(fewer_of_runs(text, doubts, types.keys() | verdicts.keys()))
    for line, (doubt, sure) in doubts.items():
        if line in verdicts and verdicts[line].sure:
            continue
        sure = sure and line not in staying and _sure_in_its_language(doubt, draft)
        # What was suggested in an earlier round keeps the reason it got there.
        if sure or places[line] - draft.first not in draft.verdicts:
            verdicts[line] = doubt.verdict(sure)
        else:
            verdicts.pop(line, None)
    return verdicts


def _sure_in_its_language(doubt: Doubt, draft: _Draft) -> bool:
    """The table learned from English pages: of another language it may say little."""
    return round(doubt.chance, 3) >= SURE_IN_ANY_LANGUAGE or draft.in_english


def _findings(draft: _Draft, max_loss: float) -> Findings:
    edits = tuple(removals(draft.document.text, draft.verdicts)) if draft.verdicts else ()
    return Findings(edits, draft.notes, _too_much(draft, max_loss))


def _too_much(draft: _Draft, max_loss: float) -> str:
    """Why the document must be held: too many of its words would go."""
    if not draft.gone:
        return ""
    gone = {place - draft.first for place in draft.gone}
    lost = sum(draft.lines[number].count(" ") + 1 for number in gone)
    kept = (line.count(" ") + 1 for number, line in enumerate(draft.lines) if number not in gone)
    for total in accumulate(kept, initial=lost):
        if lost <= max_loss * total:
            return ""  # enough is left, whatever the other lines hold
    return f"{lost} of its {total} words look like boilerplate, more than the {max_loss:.0%} that may go"
