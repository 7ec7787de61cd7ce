"""Runs a batch of documents through the stages of a recipe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from faircopy.cleaners.conflicts import resolve_conflicts
from faircopy.cleaners.edits import Edit, FairCopy, make_fair_copy
from faircopy.cleaners.markup import read_page
from faircopy.cleaners.passes import Passes
from faircopy.cleaners.recipes import Recipe
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings, Stage
from faircopy.cleaners.text.language import language_of
from faircopy.cleaners.text.preformatted import carried_note

MOST_PASSES = 7  # of one stage over one document; hardly any needs more than three


@dataclass(frozen=True, slots=True)
class Held:
    """A document that is not published, with its raw text and the reason, one sentence."""

    id: str
    raw: str
    reason: str

    def as_record(self) -> dict[str, object]:
        """The answer of `faircopy clean --jsonl` (docs/answers.md)."""
        held = {"status": "held", "reason": self.reason}
        return {"id": self.id, **held, "text": self.raw, "edits": [], "suggestions": [], "meta": {}}


@dataclass(slots=True)
class _Draft:
    """A document between stages."""

    document: Document
    raw: str
    applied: list[list[Edit]] = field(default_factory=list)
    suggestions: list[list[Edit]] = field(default_factory=list)
    held: str = ""


def clean_batch(batch: Sequence[Document], recipe: Recipe, resources: Resources) -> list[FairCopy | Held]:
    """Clean a batch: each document's fair copy, or the reason why it is held, in the order of the batch.

    A document's answer does not depend on what else is in the batch.
    """
    drafts = [_begin(document) for document in batch]
    for stage in recipe.stages:
        if resources.options.switches.get(stage.name) != "off":
            _run_stage(stage, [draft for draft in drafts if not draft.held and _applies(stage, draft)], resources)
    return [_finish(draft) for draft in drafts]


def _run_stage(stage: Stage, drafts: Sequence[_Draft], resources: Resources) -> None:
    """Take the documents through one stage: find edits, resolve conflicts, apply, again while it changes something."""
    runs = [(draft, Passes(draft.document.text)) for draft in drafts]
    active = runs
    for _ in range(MOST_PASSES if stage.until_stable else 1):
        if not active:
            break
        found = stage.find([draft.document for draft, _ in active], resources)
        active = [
            (draft, passes)
            for (draft, passes), findings in zip(active, found, strict=True)
            if _take(draft, passes, findings, stage, resources)
        ]
    for draft, passes in runs:
        draft.applied.append(passes.edits())
        draft.suggestions.append(passes.suggestions())


def _take(draft: _Draft, passes: Passes, findings: Findings, stage: Stage, resources: Resources) -> bool:
    """Apply the findings of one pass to the draft. True if the text changed, so that another pass may find more."""
    applied, suggestions = resolve_conflicts(draft.document.text, findings.edits, stage, resources.options)
    passes.add(applied, suggestions)
    draft.held = draft.held or findings.held
    notes = {**carried_note(draft.document.notes, applied), **findings.notes}
    draft.document = replace(draft.document, text=passes.current, notes=notes)
    return bool(applied) and not draft.held


def _begin(document: Document) -> _Draft:
    if document.html is not None:
        page = read_page(document.html)
        document = replace(document, text=page.text, notes={**document.notes, **page.notes})
    if stated := _stated_language(document.record):
        document = replace(document, notes={**document.notes, "language": stated})
    return _Draft(document, document.text)


def _stated_language(record: Mapping[str, object]) -> str:
    """The language a record names (`en`, `en-GB`), as a code of two letters; it outranks what the text shows."""
    stated = record.get("language")
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_]\w+)?", stated) if isinstance(stated, str) else None
    return match[1].lower() if match else ""


def _applies(stage: Stage, draft: _Draft) -> bool:
    if not stage.english_only:
        return True
    notes = draft.document.notes
    if "language" not in notes:
        notes = {**notes, "language": language_of(draft.document.text)}
        draft.document = replace(draft.document, notes=notes)
    return notes["language"] == "en"


def _finish(draft: _Draft) -> FairCopy | Held:
    if draft.held:
        return Held(draft.document.id, draft.raw, draft.held)
    return make_fair_copy(draft.document.id, draft.raw, draft.applied, draft.suggestions, _meta(draft.document))


def _meta(document: Document) -> dict[str, object]:
    """What is known of the document: its record first, then what was found in the text."""
    notes = document.notes
    meta: dict[str, object] = dict(document.record)
    meta["language"] = notes.get("language") or language_of(document.text)
    if found := notes.get("found"):
        meta["found"] = found
    return meta
