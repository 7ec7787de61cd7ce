"""The mirror: the newest clean texts and their change logs as plain files, for people, grep and git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow.compute as pc

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.lock import locked
from faircopy.corpus.mirror.files import MirrorFiles
from faircopy.corpus.plan.cache import MirrorMark, State
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.index import Index, IndexRow, read_index

if TYPE_CHECKING:
    from deltalake import DeltaTable

MOST_DOCUMENTS = 100_000
AT_A_TIME = 500  # documents written between two notes in the state
COLUMNS = ["doc_id", "path", "run_id", "clean_sha256", "text", "edits", "suggestions"]


@dataclass
class _Sync:
    files: MirrorFiles
    marks: dict[str, MirrorMark]
    before: Mapping[str, str | None] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def has_mirror(clean: CleanFolder, settings: Settings, documents: int) -> bool:
    """Whether a mirror is kept: on this machine, unless switched off or above 100,000 documents."""
    return settings.mirror and clean.is_local and documents <= MOST_DOCUMENTS


def sync_mirror(
    clean: CleanFolder, state: State, settings: Settings, before: Mapping[str, str | None] | None = None
) -> tuple[str, ...]:
    """Bring the mirror up to the newest version; the files that were left alone because a person edited them.

    A file is overwritten or removed only while it holds what a run wrote: by the state, or, where
    that was lost, by the clean hashes `before` the run. Raises `RunError` when a file cannot be written.
    """
    if not has_mirror(clean, settings, 0):
        return ()
    with locked(clean.state / "mirror.lock"):
        delta = clean.delta()
        index = {row.doc_id: row for row in read_index(delta).values() if row.is_present}
        if not has_mirror(clean, settings, len(index)):
            return ()
        sync = _Sync(MirrorFiles(clean), state.mirror_marks(), before or {})
        try:
            _take_away(sync, index, state)
            _bring(sync, index, delta, state)
        except OSError as error:
            where, what = error.filename or clean.text, error.strerror
            advice = "the table is whole; mend it and run again"
            raise RunError(f"the mirror cannot be written ({where}: {what}); {advice}") from error
        return tuple(sorted(sync.kept))


def _take_away(sync: _Sync, index: Index, state: State) -> None:
    """Remove the files of documents that are gone or lie elsewhere now."""
    gone = []
    for doc_id, mark in sync.marks.items():
        row = index.get(doc_id)
        if row is None or row.path != mark.path or row.clean_sha256 is None:
            removed = sync.files.remove(mark.path, mark.text_hash, mark.log_hash)
            if removed:
                gone.append(doc_id)
            else:
                sync.kept.append(mark.path)
    state.forget_mirror(gone)
    for doc_id in gone:
        del sync.marks[doc_id]


def _bring(sync: _Sync, index: Index, delta: DeltaTable, state: State) -> None:
    """Write the files of documents whose row is another than the one mirrored, and those that are missing."""
    there = sync.files.list()
    behind = [row for row in index.values() if row.clean_sha256 is not None and not _is_mirrored(sync, row, there)]
    for rows in _in_tables(delta, behind):
        written = []
        for row in rows:
            mark = _write(sync, row)
            if mark is not None:
                written.append(mark)
        state.note_mirror(written)


def _is_mirrored(sync: _Sync, row: IndexRow, there: set[str]) -> bool:
    mark = sync.marks.get(row.doc_id)
    return mark is not None and (mark.path, mark.run_id) == (row.path, row.run_id) and mark.path in there


def _write(sync: _Sync, row: dict[str, Any]) -> MirrorMark | None:
    doc_id, path = row["doc_id"], row["path"]
    mark = sync.marks.get(doc_id)
    text = row["text"].encode("utf-8")
    log = log_lines(row)
    if mark is None:
        known_text, known_log = sync.before.get(doc_id), None
    else:
        known_text, known_log = mark.text_hash, mark.log_hash
    hashes = sync.files.write(path, text, log, known_text, known_log)
    if hashes is None:
        sync.kept.append(path)
        return None
    return MirrorMark(doc_id, path, row["run_id"], *hashes)


def log_lines(row: Mapping[str, Any]) -> bytes:
    """A row's edits and suggestions as JSON lines, fields in contract order (docs/changes.md)."""
    return b"".join(orjson.dumps(edit) + b"\n" for edit in (*row["edits"], *row["suggestions"]))


def _in_tables(delta: DeltaTable, rows: Iterable[IndexRow]) -> Iterator[list[dict[str, Any]]]:
    """The wide columns of some documents, a few hundred at a time, part by part."""
    dataset = dataset_of(delta)
    waiting = iter(sorted(rows, key=lambda row: row.part))
    while some := list(islice(waiting, AT_A_TIME)):
        here = pc.field("part").isin(sorted({row.part for row in some}))
        wanted = here & pc.field("doc_id").isin([row.doc_id for row in some])
        yield dataset.to_table(columns=COLUMNS, filter=wanted).to_pylist()
