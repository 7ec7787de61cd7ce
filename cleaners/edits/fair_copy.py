"""The fair copy: a clean text together with every edit that made it, checked when it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from faircopy.cleaners.edits.apply import StaleEdit, apply, undo
from faircopy.cleaners.edits.compose import Hunk, Shift, Span, compose
from faircopy.cleaners.edits.edit import Edit, LoggedEdit, edit_id, repeated_id


class UnaccountedChange(ValueError):
    """Raw text, edits and clean text do not belong together."""


@dataclass(frozen=True)
class FairCopy:
    """A document's raw text, its clean text, and the edits that lead from one to the other.

    `edits` are the applied ones, by stage in recipe order, then in text order. `suggestions` are
    the suggested and the rejected ones; they may overlap. Raises `UnaccountedChange` when replay
    does not give the clean text or undo does not give the raw text.
    """

    id: str
    raw: str
    text: str
    edits: tuple[LoggedEdit, ...] = ()
    suggestions: tuple[LoggedEdit, ...] = ()
    meta: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            if self.replay() == self.text and self.undo() == self.raw:
                return
        except StaleEdit as stale:
            raise UnaccountedChange(f"{self.id}: {stale}") from stale
        raise UnaccountedChange(f"{self.id}: the edits lead from the raw text to another text")

    @cached_property
    def stages(self) -> tuple[tuple[LoggedEdit, ...], ...]:
        """The applied edits, one tuple a stage that made any."""
        return tuple(tuple(edits) for _, edits in groupby(self.edits, key=lambda e: e.stage))

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """What differs between raw and clean, stages folded together."""
        return compose(self.raw, self.text, self.stages)

    def replay(self) -> str:
        """The clean text, made again from the raw text and the edits."""
        text = self.raw
        for edits in self.stages:
            text = apply(text, edits)
        return text

    def undo(self) -> str:
        """The raw text, made again from the clean text and the edits."""
        text = self.text
        for edits in reversed(self.stages):
            text = undo(text, edits)
        return text

    def as_record(self) -> dict[str, object]:
        """The answer of `faircopy clean --jsonl` (docs/answers.md)."""
        return {
            "id": self.id,
            "status": "published",
            "text": self.text,
            "edits": [e.as_record() for e in self.edits],
            "suggestions": [e.as_record() for e in self.suggestions],
            "meta": dict(self.meta),
        }


def make_fair_copy(
    document_id: str,
    raw: str,
    stages: Sequence[Sequence[Edit]],
    suggestions: Sequence[Sequence[Edit]] = (),
    meta: Mapping[str, object] | None = None,
) -> FairCopy:
    """Apply the stages in order and give every edit and suggestion its id and its spans.

    `suggestions[n]` are in coordinates of the input of `stages[n]`.
    """
    text = raw
    for edits in stages:
        text = apply(text, edits)
    shifts = [Shift(edits) for edits in stages]
    logged, suggested = [], []
    for number, shift in enumerate(shifts):
        earlier, later = shifts[:number], shifts[number + 1 :]
        logged += [
            _locate(document_id, e, after, earlier, later) for e, after in zip(stages[number], shift.after, strict=True)
        ]
        if suggestions:
            own_and_later = [shift, *later]
            suggested += [
                _locate(document_id, e, (e.start, e.end), earlier, own_and_later) for e in suggestions[number]
            ]
    edits = _with_distinct_ids([*logged, *suggested])
    return FairCopy(document_id, raw, text, tuple(edits[: len(logged)]), tuple(edits[len(logged) :]), meta or {})


def _with_distinct_ids(edits: Sequence[LoggedEdit]) -> list[LoggedEdit]:
    """Number the ids that several edits share: the same change twice inside one earlier edit."""
    seen: Counter[str] = Counter()
    out = []
    for edit in edits:
        seen[edit.id] += 1
        again = seen[edit.id] - 1
        out.append(replace(edit, id=repeated_id(edit.id, again)) if again else edit)
    return out


def _locate(document_id: str, edit: Edit, here: Span, earlier: Sequence[Shift], later: Sequence[Shift]) -> LoggedEdit:
    """The edit with its raw span, carried back from its input, and its clean span, carried on from `here`."""
    raw_span = (edit.start, edit.end)
    for shift in reversed(earlier):
        raw_span = shift.backward(raw_span)
    clean_start, clean_end = _carry_on(here, later)
    words = (edit.stage, edit.rule, edit.start, edit.before, edit.after, edit.reason)
    decision = (edit.confidence, edit.status, edit.in_quote)
    return LoggedEdit(*words, *decision, edit_id(document_id, edit, *raw_span), *raw_span, clean_start, clean_end)


def _carry_on(span: Span, later: Sequence[Shift]) -> Span | tuple[None, None]:
    for shift in later:
        moved = shift.forward(span)
        if moved[0] == moved[1] and span[0] < span[1]:
            return None, None
        span = moved
    return span
