"""What runs remember of raw and mirror files. Without it everything is read and hashed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import orjson

if TYPE_CHECKING:
    from deltalake import DeltaTable

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.readers.document import Problem
from faircopy.corpus.readers.folder import RawFile
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.index import IndexRow

TABLES = """
create table if not exists about (key text primary key, value text);
create table if not exists files (path text primary key, size int, stamp text, contents text, problems text);
create table if not exists mirror (doc_id text primary key, path text, run_id text, text_hash text, log_hash text);
"""
NO_PROBLEMS = b"[]"
RECORDS = "file-records.json"  # in a run's staging folder


class FileRecord(NamedTuple):
    """A raw file when it was last read: its size and stamp, a hash over its documents, and what was unreadable."""

    size: int
    stamp: str
    contents: str
    problems: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, file: RawFile, documents: Iterable[tuple[str, str | None]], problems: Iterable[Problem]) -> FileRecord:
        """The record of a file just read."""
        return cls(file.size, file.stamp, _contents(documents), tuple((p.where, p.why) for p in problems))

    def fits(self, rows: Sequence[IndexRow]) -> bool:
        """Whether the table's rows of this file were made from the same contents."""
        if len(rows) == 1:
            return self.contents == str(rows[0].raw_sha256)
        return self.contents == _contents((row.doc_id, row.raw_sha256) for row in rows)

    def as_columns(self) -> tuple[int, str, str, bytes]:
        """The record as the database keeps it."""
        return self.size, self.stamp, self.contents, orjson.dumps(self.problems)


def _contents(documents: Iterable[tuple[str, str | None]]) -> str:
    known = set(documents)
    if len(known) == 1:
        return str(next(iter(known))[1])
    lines = sorted(f"{document_id}\0{raw_sha256}" for document_id, raw_sha256 in known)
    return sha256("\n".join(lines).encode()).hexdigest()[:32]


class MirrorRecord(NamedTuple):
    """The row that a document's mirror files were written from, and the hashes of those files."""

    doc_id: str
    path: str
    run_id: str
    text_hash: str
    log_hash: str


class Cache:
    """The cache of one `clean/` (SQLite), tied to its table: that of another table is emptied.

    A damaged file is set aside and the cache started anew. Raises `RunError` where it cannot be used.
    """

    def __init__(self, clean: CleanFolder, delta: DeltaTable) -> None:
        clean.state.mkdir(parents=True, exist_ok=True)
        self.file = clean.state / "state.sqlite"
        table_id = str(delta.metadata().id)
        try:
            self.connection = _open(self.file, table_id)
        except sqlite3.Error as error:
            if not _is_damaged(error):
                raise self._failed(error) from error
            _set_aside(self.file)
            self.connection = _open(self.file, table_id)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.connection.close()
        if isinstance(error, sqlite3.Error):
            if _is_damaged(error):
                _set_aside(self.file)
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> RunError:
        advice = "check free space and permissions, or delete the file: a run creates it anew"
        return RunError(f"the cache {self.file} cannot be used ({error}); {advice}")

    @cached_property
    def _files(self) -> dict[str, tuple[int, str, str, bytes]]:
        rows = self.connection.execute("select path, size, stamp, contents, problems from files")
        return {row[0]: row[1:] for row in rows}

    def get(self, file: RawFile) -> FileRecord | None:
        """The record of a raw file whose size and stamp are still the same."""
        known = self._files.get(file.id)
        if known is None or not file.stamp or known[:2] != (file.size, file.stamp):
            return None
        return FileRecord(*known[:3], () if known[3] == NO_PROBLEMS else orjson.loads(known[3]))

    def remember_files(self, records: Mapping[str, FileRecord]) -> None:
        """Keep the records of raw files, once the run that read them has published."""
        with self.connection:
            rows = ((path, *record.as_columns()) for path, record in records.items())
            self.connection.executemany("insert or replace into files values (?, ?, ?, ?, ?)", rows)

    def mirrored(self) -> dict[str, MirrorRecord]:
        """The records of all mirror files, by document."""
        rows = self.connection.execute("select doc_id, path, run_id, text_hash, log_hash from mirror")
        return {row[0]: MirrorRecord(*row) for row in rows}

    def remember_mirrored(self, records: Iterable[MirrorRecord]) -> None:
        """Keep the records of mirror files just written."""
        with self.connection:
            self.connection.executemany("insert or replace into mirror values (?, ?, ?, ?, ?)", records)

    def forget_mirrored(self, doc_ids: Iterable[str]) -> None:
        """Drop the records of mirror files just removed."""
        with self.connection:
            self.connection.executemany("delete from mirror where doc_id = ?", [(doc_id,) for doc_id in doc_ids])


def _is_damaged(error: sqlite3.Error) -> bool:
    """True if SQLite reports corruption. A full disk, a lock or missing permission raises a subclass instead."""
    return type(error) is sqlite3.DatabaseError


def _set_aside(file: Path) -> None:
    """Rename a damaged file, and delete its journal: SQLite would replay it into the new file."""
    file.replace(file.with_name(file.name + ".damaged"))
    file.with_name(file.name + "-journal").unlink(missing_ok=True)


def _open(file: Path, table_id: str) -> sqlite3.Connection:
    """Open the database; empty it when it belongs to another table. Raises `sqlite3.Error`."""
    connection = sqlite3.connect(file, timeout=60)
    try:
        connection.executescript(TABLES)
        check = connection.execute("pragma quick_check(1)").fetchone()
        if check != ("ok",):
            raise sqlite3.DatabaseError(check[0])
        known = connection.execute("select value from about where key = 'table'").fetchone()
        if known != (table_id,):
            for name in ("files", "mirror"):
                connection.execute(f"delete from {name}")
            connection.execute("insert or replace into about values ('table', ?)", (table_id,))
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def write_file_records(staging: Path, records: Mapping[str, FileRecord]) -> None:
    """Write the records of files just read; the cache takes them over once the run has published."""
    (staging / RECORDS).write_bytes(orjson.dumps(records, default=tuple))


def read_file_records(staging: Path) -> dict[str, FileRecord]:
    """The records of the files that a run read."""
    return {path: FileRecord(*record) for path, record in orjson.loads((staging / RECORDS).read_bytes()).items()}
