"""Update the mirror: the newest clean texts and their change logs as plain files, for people, grep and git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow.compute as pc

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.lock import lock
from faircopy.corpus.mirror.files import MirrorFiles
from faircopy.corpus.plan.cache import Cache, MirrorRecord
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.index import Index, IndexRow, read_index

if TYPE_CHECKING:
    from deltalake import DeltaTable

MOST_DOCUMENTS = 100_000
BATCH_DOCUMENTS = 500  # written between two updates of the cache
COLUMNS = ["doc_id", "path", "run_id", "clean_sha256", "text", "edits", "suggestions"]


@dataclass
class _Sync:
    files: MirrorFiles
    records: dict[str, MirrorRecord]
    before: Mapping[str, str | None] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def keeps_mirror(clean: CleanFolder, settings: Settings, documents: int) -> bool:
    """Whether a mirror is kept: for a local folder of up to 100,000 documents, unless it is switched off."""
    return settings.mirror and clean.is_local and documents <= MOST_DOCUMENTS


def sync_mirror(
    clean: CleanFolder, cache: Cache, settings: Settings, before: Mapping[str, str | None] | None = None
) -> tuple[str, ...]:
    """Update the mirror to the newest version; return the files left alone because a person edited them.

    A file is overwritten or removed only if a run wrote its contents: according to the cache or, where that was
    lost, to the clean hashes `before` the run. Raises `RunError` when a file cannot be written.
    """
    if not keeps_mirror(clean, settings, 0):
        return ()
    with lock(clean.state / "mirror.lock"):
        delta = clean.delta()
        index = {row.doc_id: row for row in read_index(delta).values() if row.is_present}
        if not keeps_mirror(clean, settings, len(index)):
            return ()
        sync = _Sync(MirrorFiles(clean), cache.mirrored(), before or {})
        try:
            _remove_stale(sync, index, cache)
            _write_changed(sync, index, delta, cache)
        except OSError as error:
            where, what = error.filename or clean.text, error.strerror
            advice = "the table is complete; fix that and run again"
            raise RunError(f"the mirror cannot be written ({where}: {what}); {advice}") from error
        return tuple(sorted(sync.kept))


def _remove_stale(sync: _Sync, index: Index, cache: Cache) -> None:
    """Remove the files of documents that are gone or have another path now."""
    gone = []
    for doc_id, record in sync.records.items():
        row = index.get(doc_id)
        if row is None or row.path != record.path or row.clean_sha256 is None:
            removed = sync.files.remove(record.path, record.text_hash, record.log_hash)
            if removed:
                gone.append(doc_id)
            else:
                sync.kept.append(record.path)
    cache.forget_mirrored(gone)
    for doc_id in gone:
        del sync.records[doc_id]


def _write_changed(sync: _Sync, index: Index, delta: DeltaTable, cache: Cache) -> None:
    """Write the files of documents whose row changed since they were mirrored, and files that are missing."""
    there = sync.files.list()
    behind = [row for row in index.values() if row.clean_sha256 is not None and not _is_mirrored(sync, row, there)]
    for rows in _in_tables(delta, behind):
        written = []
        for row in rows:
            record = _write(sync, row)
            if record is not None:
                written.append(record)
        sync.files.sync()  # a file that the cache knows and a power cut emptied would seem edited by a person
        cache.remember_mirrored(written)


def _is_mirrored(sync: _Sync, row: IndexRow, there: set[str]) -> bool:
    record = sync.records.get(row.doc_id)
    return record is not None and (record.path, record.run_id) == (row.path, row.run_id) and record.path in there


def _write(sync: _Sync, row: dict[str, Any]) -> MirrorRecord | None:
    doc_id, path = row["doc_id"], row["path"]
    record = sync.records.get(doc_id)
    text = row["text"].encode("utf-8")
    log = log_lines(row)
    if record is None:
        known_text, known_log = sync.before.get(doc_id), None
    else:
        known_text, known_log = record.text_hash, record.log_hash
    hashes = sync.files.write(path, text, log, known_text, known_log)
    if hashes is None:
        sync.kept.append(path)
        return None
    return MirrorRecord(doc_id, path, row["run_id"], *hashes)


def log_lines(row: Mapping[str, Any]) -> bytes:
    """A row's edits and suggestions as JSON lines, fields in contract order (docs/changes.md)."""
    return b"".join(orjson.dumps(edit) + b"\n" for edit in (*row["edits"], *row["suggestions"]))


def _in_tables(delta: DeltaTable, rows: Iterable[IndexRow]) -> Iterator[list[dict[str, Any]]]:
    """The columns that the mirror shows, for some documents, a few hundred at a time, part by part."""
    dataset = dataset_of(delta)
    waiting = iter(sorted(rows, key=lambda row: row.part))
    while some := list(islice(waiting, BATCH_DOCUMENTS)):
        here = pc.field("part").isin(sorted({row.part for row in some}))
        wanted = here & pc.field("doc_id").isin([row.doc_id for row in some])
        yield dataset.to_table(columns=COLUMNS, filter=wanted).to_pylist()
