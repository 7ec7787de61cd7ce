"""The edit: one change to a text, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

APPLIED = "applied"
SUGGESTED = "suggested"
REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Edit:
    """At `start` (code points, in the input of `stage`) the words `before` become `after`.

    `confidence` runs from 0 to 1; `status` is `applied`, `suggested` or `rejected` (by a person).
    """

    stage: str
    rule: str
    start: int
    before: str
    after: str
    reason: str
    confidence: float = 1.0
    status: str = APPLIED
    in_quote: bool = False

    @property
    def end(self) -> int:
        """Where the words before end, in code points of the stage's input."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class LoggedEdit(Edit):
    """An edit with its place in the raw and in the clean text, as the change log keeps it.

    The raw span is widened outward to the edges of earlier edits it overlaps. The clean span is
    null where the words were removed by a later stage.
    """

    id: str = ""
    raw_start: int = 0
    raw_end: int = 0
    clean_start: int | None = None
    clean_end: int | None = None

    def as_record(self) -> dict[str, object]:
        """The edit as the published record, fields in contract order (docs/changes.md)."""
        return {name: getattr(self, name) for name in RECORD_FIELDS}


RECORD_FIELDS = (
    "id",
    "stage",
    "rule",
    "start",
    "before",
    "after",
    "reason",
    "confidence",
    "status",
    "in_quote",
    "raw_start",
    "raw_end",
    "clean_start",
    "clean_end",
)


def edit_id(document_id: str, edit: Edit, raw_start: int, raw_end: int) -> str:
    """Twelve hex digits that stay the same for the same change at the same place of a document."""
    parts = (document_id, edit.stage, edit.rule, str(raw_start), str(raw_end), edit.before, edit.after)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def repeated_id(first: str, again: int) -> str:
    """The id of the `again`-th repetition of an edit whose id would be `first`."""
    return sha256(f"{first}\0{again}".encode()).hexdigest()[:12]
