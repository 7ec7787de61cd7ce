"""Boilerplate in plain texts: rules and model over a batch at once, in rounds over the lines that remain.

A line's features depend on its neighbours. Each round therefore predicts over the remaining lines, removes some, and
the next round predicts again for the documents that lost one. This is inference over a shrinking set of lines of one
text. It is not the runner's repetition of a stage, which reads the changed text from scratch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from faircopy.cleaners.boilerplate.article_metadata import metadata_from_lines
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import line_columns
from faircopy.cleaners.boilerplate.line_types import HEADLINE, line_types, stated_headlines
from faircopy.cleaners.boilerplate.lines.active_lines import ActiveLines
from faircopy.cleaners.boilerplate.lines.line_facts import clearly_english, read_facts
from faircopy.cleaners.boilerplate.lines.rules import propose_by_rules
from faircopy.cleaners.boilerplate.lines.run_consistency import below_headings, minorities_of_runs
from faircopy.cleaners.boilerplate.lines.scoring import Candidate, Candidates, Round, allowed_candidates, strongest
from faircopy.cleaners.boilerplate.text_lines import Proposal, TextLines, nonblank_lines, removals
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings
from faircopy.cleaners.text.language import language_of

CHUNK = 1 << 20  # code points of text processed together: their arrays fit in the processor's cache
CERTAIN = 0.97  # the probability from which the model is trusted in languages it was not trained on


@dataclass(slots=True)
class _DocumentState:
    """A document during the rounds.

    `first` is the number of its first line in the chunk. `english` is None until the language is needed. `removed`
    holds numbers in the chunk, `proposals` are keyed by the number of the line in the document.
    """

    document: Document
    lines: list[str]
    first: int
    english: bool | None
    removed: set[int] = field(default_factory=set)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def in_english(self) -> bool:
        """Whether the document is English: by its record, otherwise by its text before any removal."""
        if self.english is None:
            self.english = language_of(self.document.text) == "en"
        return self.english


def find_in_texts(documents: Sequence[Document], resources: Resources) -> list[Findings]:
    """The boilerplate lines of each document as edits; the notes are its line types and metadata."""
    findings: list[Findings] = []
    for chunk in _chunks(documents):
        states = _remove_in_rounds(chunk, resources)
        findings += [_findings(state, resources.options.max_loss) for state in states]
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


def _remove_in_rounds(chunk: Sequence[Document], resources: Resources) -> list[_DocumentState]:
    """Predict and remove until no document loses another line. Each round removes a line, so the rounds end."""
    texts = [nonblank_lines(document.text) for document in chunk]
    lines = read_lines(texts)
    own = line_columns(lines, resources.line_model.phrases)
    facts = read_facts(chunk, texts, own, resources)
    states = _begin(chunk, texts, clearly_english(own, lines.documents, len(chunk)))
    active_lines = ActiveLines(lines, own)
    active = [state for state in states if state.lines]
    while active:
        numbers, columns = active_lines.rows()
        this_round = Round(columns, lines.documents[numbers], numbers, facts, resources.line_model)
        changed, removed = [], []
        for number, state in enumerate(active):
            if (lost := _remove_from(state, this_round, number)) and len(state.removed) < len(state.lines):
                removed += lost
                changed.append(state)
            else:
                active_lines.finish(state.first, state.first + len(state.lines))
        if changed:
            active_lines.remove(removed)
        active = changed
    return states


def _begin(chunk: Sequence[Document], texts: Sequence[list[str]], english: Sequence[bool]) -> list[_DocumentState]:
    firsts = accumulate((len(text) for text in texts), initial=0)
    return [
        _DocumentState(document, text, first, _is_english(document, clear))
        for document, text, first, clear in zip(chunk, texts, firsts, english, strict=False)
    ]


def _is_english(document: Document, clear: bool) -> bool | None:
    """Whether a document is English, if its record or its function words decide that; None otherwise."""
    if stated := document.notes.get("language"):
        return stated == "en"
    return True if clear else None


def _remove_from(state: _DocumentState, this_round: Round, number: int) -> list[int]:
    """Remove lines from one document, the round's `number`-th. Returns their numbers in the chunk."""
    text, places = this_round.text(number), this_round.places(number)
    types = line_types(text)
    if title := state.document.record.get("title"):
        types |= dict.fromkeys(stated_headlines(text.lines, title), HEADLINE)
    if not state.notes:
        found = metadata_from_lines(text, types)
        state.notes = {"line_types": types, "found": found} if found else {"line_types": types}
    candidates = allowed_candidates(this_round.candidates[number], types)
    removed = []
    for line, proposal in _propose(state, text, types, candidates, places).items():
        if proposal.apply:
            state.proposals[places[line] - state.first] = proposal
            removed.append(places[line])
        else:
            state.proposals.setdefault(places[line] - state.first, proposal)
    state.removed.update(removed)
    return removed


def _propose(
    state: _DocumentState, text: TextLines, types: Mapping[int, str], candidates: Candidates, places: Sequence[int]
) -> dict[int, Proposal]:
    """The proposals of rules and model for a document's remaining lines; `places` are their numbers in the chunk."""
    proposals = strongest(propose_by_rules(text, types), types)
    for proposal in below_headings(text, candidates, types):
        proposals.setdefault(proposal.line, proposal)
    kept = set(minorities_of_runs(text, candidates, types.keys() | proposals.keys()))
    for line, (candidate, above_threshold) in candidates.items():
        if line in proposals and proposals[line].apply:
            continue
        apply = above_threshold and line not in kept and _is_trusted(candidate, state)
        # A suggestion of an earlier round keeps the reason it was given there.
        if apply or places[line] - state.first not in state.proposals:
            proposals[line] = candidate.proposal(apply)
        else:
            proposals.pop(line, None)
    return proposals


def _is_trusted(candidate: Candidate, state: _DocumentState) -> bool:
    """Whether the model, trained on English pages, may remove this line in the document's language."""
    return round(candidate.probability, 3) >= CERTAIN or state.in_english


def _findings(state: _DocumentState, max_loss: float) -> Findings:
    edits = tuple(removals(state.document.text, state.proposals)) if state.proposals else ()
    return Findings(edits, state.notes, _hold_reason(state, max_loss))


def _hold_reason(state: _DocumentState, max_loss: float) -> str:
    """Why the document must be held: more than `max_loss` of its words (a share) would be removed."""
    if not state.removed:
        return ""
    removed = {place - state.first for place in state.removed}
    lost = sum(state.lines[number].count(" ") + 1 for number in removed)
    kept = (line.count(" ") + 1 for number, line in enumerate(state.lines) if number not in removed)
    for total in accumulate(kept, initial=lost):
        if lost <= max_loss * total:
            return ""  # enough is kept already: the other lines need not be counted
    return f"{lost} of its {total} words look like boilerplate, more than the {max_loss:.0%} that may be removed"
