"""One document at one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

import orjson

from faircopy.cleaners.edits import FairCopy, LoggedEdit, undo
from faircopy.errors import FaircopyError


class NoText(FaircopyError, LookupError):
    """The row has no text: its document was never published, or is removed."""


@dataclass(frozen=True)
class Row:
    """The columns of the table (docs/table.md), with `meta` and the edits as values."""

    doc_id: str
    source: str | None = None
    path: str | None = None
    status: str = ""
    held_reason: str | None = None
    stale: bool = False
    raw_sha256: str | None = None
    encoding: str | None = None
    raw_text_sha256: str | None = None
    clean_sha256: str | None = None
    text: str | None = None
    edits: tuple[LoggedEdit, ...] = ()
    suggestions: tuple[LoggedEdit, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    language: str | None = None
    fingerprint: str = ""
    line_hashes: tuple[int, ...] = ()
    original: bytes | None = None
    part: int = 0
    run_id: str = ""
    cleaned_at: datetime | None = None

    def fair_copy(self) -> FairCopy:
        """Raw and clean text with the edits between them; the raw text is rebuilt by undoing the edits.

        Raises `NoText` when the row has no text, `StaleEdit` when text and edits do not match.
        """
        text = self._text()
        return FairCopy(self.doc_id, _undone(text, self.edits), text, self.edits, self.suggestions, self.meta)

    def raw_text(self) -> str:
        """The raw text, rebuilt from the clean text and its edits."""
        return self.fair_copy().raw

    def raw_bytes(self) -> bytes:
        """The bytes of a text file as received, with its encoding and byte order mark.

        For a held document or a page, the bytes that were kept; for a line of JSON or a row of Parquet, its text
        as UTF-8.
        """
        from faircopy.corpus.readers.decode import encode
        from faircopy.corpus.staging.files import decompress

        if self.original is not None:
            return decompress(self.original)
        return encode(self.raw_text(), self.encoding or "utf-8")

    def _text(self) -> str:
        if self.text is None:
            why = self.held_reason or ("was removed" if self.status == "removed" else "has no text")
            raise NoText(f"{self.doc_id} has no clean text at this version: {why}")
        return self.text


def _undone(text: str, edits: tuple[LoggedEdit, ...]) -> str:
    """The text with the edits undone stage by stage, the last stage first."""
    stages = [tuple(of_stage) for _, of_stage in groupby(edits, key=lambda edit: edit.stage)]
    for stage in reversed(stages):
        text = undo(text, stage)
    return text


def row_of(values: Mapping[str, Any]) -> Row:
    """Make a row from the values of its columns."""
    known = {name: value for name, value in values.items() if value is not None}
    for name in ("edits", "suggestions"):
        if name in known:
            known[name] = tuple(LoggedEdit(**edit) for edit in known[name])
    if "meta" in known:
        known["meta"] = orjson.loads(known["meta"])
    if "line_hashes" in known:
        known["line_hashes"] = tuple(known["line_hashes"])
    return Row(**known)
