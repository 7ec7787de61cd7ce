"""A chunk of staged documents to their fair copies. Runs in a worker process, and is all that runs there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from cleaners.cleaning import Held, clean_batch
from cleaners.document import Document
from cleaners.edits import FairCopy
from cleaners.recipes import RECIPES
from cleaners.resources import Resources
from corpus.fingerprint import Fingerprints
from corpus.repeats import held_by, read_repeats
from corpus.schema import HELD, OUTCOME, PUBLISHED
from corpus.settings import Settings
from corpus.staging import Batch, Chunk, ChunkResult, read_rows, write_rows

Row = dict[str, Any]


def clean_chunk(chunk: Chunk, settings: Settings) -> ChunkResult:
    """Clean a chunk's batches in this process; each leaves a file of `OUTCOME` rows."""
    for batch in chunk.batches:
        clean_waiting(batch, chunk.repeats, settings)
    return ChunkResult(chunk.number, tuple(batch.outcome for batch in chunk.batches), chunk.documents)


def clean_waiting(batch: Batch, repeats: str, settings: Settings) -> None:
    """Clean one batch from file to file."""
    rows: list[Row] = read_rows(batch.waiting).to_pylist()
    write_rows(Path(batch.outcome), _outcomes(rows, repeats, settings), OUTCOME)


def hold_waiting(batch: Batch, repeats: str, settings: Settings, reason: str) -> None:
    """Hold every document of a batch for a reason, without looking at it."""
    rows: list[Row] = [
        {**row, "held_reason": row["held_reason"] or reason} for row in read_rows(batch.waiting).to_pylist()
    ]
    write_rows(Path(batch.outcome), _outcomes(rows, repeats, settings), OUTCOME)


def _outcomes(rows: list[Row], repeats: str, settings: Settings) -> list[Row]:
    """The rows' outcomes, in their order. Documents under the same settings are cleaned as one batch."""
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        if row["held_reason"] is None:
            groups[row["source"] if row["source"] in settings.source else None].append(row)
    copies: dict[int, FairCopy | Held] = {}
    for source, group in groups.items():
        recipe = RECIPES[settings.recipe_for(source)]
        answers = clean_batch(
            [_document(row) for row in group], recipe, _resources(settings.model_dump_json(), source, repeats)
        )
        copies.update(zip(map(id, group), answers, strict=True))
    prints, repeating = Fingerprints(settings), read_repeats(repeats)
    outcomes = []
    for row in rows:
        repeated = held_by(row["line_hashes"] or (), repeating.get(row["source"] or "", frozenset()))
        outcome = _blank(row, prints.of(row["source"], repeated))
        outcomes.append(_filled(outcome, row, copies.get(id(row))))
    return outcomes


def _document(row: Row) -> Document:
    page = row["text"] if row["is_html"] else None
    text = "" if row["is_html"] else row["text"]
    return Document(row["doc_id"], text, row["source"], page, orjson.loads(row["record"]))


@lru_cache(maxsize=64)
def _resources(settings: str, source: str | None, repeats: str) -> Resources:
    """What a source's documents are looked up in, made once a worker; `settings` as JSON, to be told by value."""
    return Resources(Settings.model_validate_json(settings).options_for(source), read_repeats(repeats))


def _blank(row: Row, fingerprint: str) -> Row:
    """What is known of a document before it is cleaned; held, until cleaning says otherwise."""
    same = ("doc_id", "source", "raw_sha256", "encoding", "line_hashes", "original", "held_reason")
    return {name: row[name] for name in same} | {"fingerprint": fingerprint, "status": HELD, "stale": False}


def _filled(outcome: Row, row: Row, copy: FairCopy | Held | None) -> Row:
    if copy is None:
        return outcome
    if isinstance(copy, Held):
        return outcome | {"held_reason": copy.reason}
    return outcome | {
        "status": PUBLISHED,
        "raw_text_sha256": _hash(copy.raw),
        "clean_sha256": _hash(copy.text),
        "text": copy.text,
        "edits": _records(copy.edits),
        "suggestions": _records(copy.suggestions),
        "meta": orjson.dumps(dict(copy.meta), default=str).decode(),
        "language": str(copy.meta["language"]),
    }


def _records(edits: Iterable[Any]) -> list[dict[str, object]]:
    return [edit.as_record() for edit in edits]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
