"""Clean staged documents, from file to file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import orjson

from faircopy.cleaners.edits import FairCopy, LoggedEdit
from faircopy.cleaners.recipes import RECIPES
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document
from faircopy.corpus.plan.fingerprint import read_fingerprints
from faircopy.corpus.plan.repeats import read_repeats, repeating_among
from faircopy.corpus.readers.decode import encode
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import compress, read_rows, write_rows
from faircopy.corpus.staging.folder import read_reusable, reuse_key
from faircopy.corpus.table.schema import HELD, OUTCOME, PUBLISHED

Values = dict[str, Any]


def clean_staged(batch: Batch, staging: str, settings: Settings) -> None:
    """Clean one batch; reuse what an earlier run cleaned and did not publish."""
    rows = _staged_rows(batch, staging)
    reused = _reusable(rows, staging)
    wanted = [row for row in rows if row["held_reason"] is None and row["doc_id"] not in reused]
    copies = _copies(wanted, staging, settings)
    write_rows(Path(batch.outcome), [reused.get(row["doc_id"]) or _outcome(row, copies) for row in rows], OUTCOME)


def hold_staged(batch: Batch, staging: str, reason: str) -> None:
    """Hold every document of a batch for a reason, without cleaning it."""
    fingerprints = read_fingerprints(staging)
    rows = [
        row | {"held_reason": reason, "fingerprint": fingerprints.held(row["source"])}
        for row in _staged_rows(batch, staging)
    ]
    write_rows(Path(batch.outcome), [_outcome(row, {}) for row in rows], OUTCOME)


def _staged_rows(batch: Batch, staging: str) -> list[Values]:
    """The staged documents of a batch, with their line keys and fingerprints."""
    fingerprints, repeating = read_fingerprints(staging), read_repeats(staging)
    rows, lines = (read_rows(name).to_pylist() for name in (batch.raw, batch.lines))
    for row, more in zip(rows, lines, strict=True):
        repeated = repeating_among(more["line_hashes"], repeating.get(row["source"] or "", frozenset()))
        failed = more["held_reason"] is not None and row["held_reason"] is None  # while its lines were counted
        fingerprint = fingerprints.held(row["source"]) if failed else fingerprints.of(row["source"], repeated)
        row |= {**more, "fingerprint": fingerprint}
    return cast(list[Values], rows)


def _reusable(rows: list[Values], staging: str) -> dict[str, Values]:
    """The outcomes that an earlier run left for these documents, by id."""
    reusable = read_reusable(staging)
    known: dict[str, Values] = {}
    for row in rows if reusable else ():
        place = reusable.get(reuse_key(row["doc_id"], row["raw_sha256"], row["fingerprint"]))
        if place is not None:
            known[row["doc_id"]] = read_rows(place[0]).slice(place[1], 1).to_pylist()[0]
    return known


def _copies(rows: list[Values], staging: str, settings: Settings) -> dict[str, FairCopy | Held]:
    """Clean documents, those with the same settings as one batch."""
    groups: dict[str | None, list[Values]] = defaultdict(list)
    for row in rows:
        groups[row["source"] if row["source"] in settings.source else None].append(row)
    copies: dict[str, FairCopy | Held] = {}
    for source, group in groups.items():
        resources = _resources(settings.model_dump_json(), source, staging)
        for copy in clean_batch([_document(row) for row in group], RECIPES[settings.recipe_for(source)], resources):
            copies[copy.id] = copy
    return copies


@lru_cache(maxsize=64)
def _resources(settings: str, source: str | None, staging: str) -> Resources:
    """The resources for a source, made once per worker. `settings` are JSON, because the cache compares by value."""
    return Resources(Settings.model_validate_json(settings).options_for(source), read_repeats(staging))


def _document(row: Values) -> Document:
    page = row["text"] if row["is_html"] else None
    text = "" if row["is_html"] else row["text"]
    return Document(row["doc_id"], text, row["source"], page, orjson.loads(row["record"]))


def _outcome(row: Values, copies: dict[str, FairCopy | Held]) -> Values:
    """The `OUTCOME` row of a document: published if there is a fair copy of it, else held."""
    same = ("doc_id", "source", "raw_sha256", "encoding", "line_hashes", "original", "fingerprint")
    outcome = {name: row[name] for name in same}
    copy = copies.get(row["doc_id"]) if row["held_reason"] is None else None
    if copy is None or isinstance(copy, Held):
        outcome["original"] = row["original"] or (
            compress(encode(row["text"], row["encoding"])) if row["text"] else None
        )
        outcome["held_reason"] = row["held_reason"] if copy is None else copy.reason
        return outcome | {"status": HELD, "stale": False}
    return outcome | {
        "status": PUBLISHED,
        "stale": False,
        "raw_text_sha256": _hash(copy.raw),
        "clean_sha256": _hash(copy.text),
        "text": copy.text,
        "edits": _records(copy.edits),
        "suggestions": _records(copy.suggestions),
        "meta": orjson.dumps(dict(copy.meta), default=str).decode(),
        "language": str(copy.meta["language"]),
    }


def _records(edits: Iterable[LoggedEdit]) -> list[dict[str, object]]:
    return [edit.as_record() for edit in edits]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
