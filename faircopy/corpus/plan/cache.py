"""What a run remembers of raw and mirror files. Derived: without it everything is read and hashed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

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
MARKS = "marks.json"  # in a run's staging folder


class FileMark(NamedTuple):
    """A raw file as it was when read: its stat, a hash over its documents, and what was wrong with it."""

    size: int
    stamp: str
    contents: str
    problems: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, file: RawFile, documents: Iterable[tuple[str, str | None]], problems: Iterable[Problem]) -> FileMark:
        """The mark of a file just read."""
        return cls(file.size, file.stamp, _contents(documents), tuple((p.where, p.why) for p in problems))

    def fits(self, rows: Sequence[IndexRow]) -> bool:
        """Whether the table's rows are of these contents."""
        if len(rows) == 1:
            return self.contents == str(rows[0].raw_sha256)
        return self.contents == _contents((row.doc_id, row.raw_sha256) for row in rows)

    def as_columns(self) -> tuple[int, str, str, bytes]:
        """The mark as the state keeps it."""
        return self.size, self.stamp, self.contents, orjson.dumps(self.problems)


def _contents(documents: Iterable[tuple[str, str | None]]) -> str:
    known = set(documents)
    if len(known) == 1:
        return str(next(iter(known))[1])
    lines = sorted(f"{document_id}\0{raw_sha256}" for document_id, raw_sha256 in known)
    return sha256("\n".join(lines).encode()).hexdigest()[:32]


class MirrorMark(NamedTuple):
    """The row that a document's mirror files were made from, and the hashes of what was written."""

    doc_id: str
    path: str
    run_id: str
    text_hash: str
    log_hash: str


class State:
    """The state of one `clean/`, tied to its table: another table's state is thrown away.

    A damaged file is set aside and the state begun anew. Raises `RunError` where it cannot be used.
    """

    def __init__(self, clean: CleanFolder, delta: DeltaTable) -> None:
        clean.state.mkdir(parents=True, exist_ok=True)
        self.file = clean.state / "state.sqlite"
        table_id = str(delta.metadata().id)
        try:
            self.connection = _opened(self.file, table_id)
        except sqlite3.Error as error:
            if not _is_damaged(error):
                raise self._failed(error) from error
            _set_aside(self.file)
            self.connection = _opened(self.file, table_id)

    def __enter__(self) -> State:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.connection.close()
        if isinstance(error, sqlite3.Error):
            if _is_damaged(error):
                _set_aside(self.file)
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> RunError:
        advice = "see that the disk has room and the file may be written, or remove it: a run makes it anew"
        return RunError(f"the state {self.file} cannot be used ({error}); {advice}")

    @cached_property
    def _files(self) -> dict[str, tuple[int, str, str, bytes]]:
        rows = self.connection.execute("select path, size, stamp, contents, problems from files")
        return {row[0]: row[1:] for row in rows}

    def mark(self, file: RawFile) -> FileMark | None:
        """What is remembered of a file, when its stat is still the same."""
        known = self._files.get(file.id)
        if known is None or not file.stamp or known[:2] != (file.size, file.stamp):
            return None
        return FileMark(*known[:3], () if known[3] == NO_PROBLEMS else orjson.loads(known[3]))

    def mirror_marks(self) -> dict[str, MirrorMark]:
        """What the mirror holds, by document."""
        rows = self.connection.execute("select doc_id, path, run_id, text_hash, log_hash from mirror")
        return {row[0]: MirrorMark(*row) for row in rows}

    def note_mirror(self, marks: Iterable[MirrorMark]) -> None:
        """Note mirror files just written."""
        with self.connection:
            self.connection.executemany("insert or replace into mirror values (?, ?, ?, ?, ?)", marks)

    def forget_mirror(self, doc_ids: Iterable[str]) -> None:
        """Note mirror files just removed."""
        with self.connection:
            self.connection.executemany("delete from mirror where doc_id = ?", [(doc_id,) for doc_id in doc_ids])

    def note(self, key: str, value: object) -> None:
        """Keep a small value under a name."""
        with self.connection:
            self.connection.execute("insert or replace into about values (?, ?)", (key, orjson.dumps(value)))

    def noted(self, key: str) -> Any:
        """The value kept under a name, or None."""
        row = self.connection.execute("select value from about where key = ?", (key,)).fetchone()
        return None if row is None else orjson.loads(row[0])

    def settle(self, marks: Mapping[str, FileMark]) -> None:
        """Remember raw files as they were when a run that has published read them."""
        with self.connection:
            rows = ((path, *mark.as_columns()) for path, mark in marks.items())
            self.connection.executemany("insert or replace into files values (?, ?, ?, ?, ?)", rows)


def _is_damaged(error: sqlite3.Error) -> bool:
    """Whether the file is no database any more; what is full, locked or forbidden has classes of its own."""
    return type(error) is sqlite3.DatabaseError


def _set_aside(file: Path) -> None:
    """Make room for a new state. Without its journal, which would be played back into the new one."""
    file.replace(file.with_name(file.name + ".damaged"))
    file.with_name(file.name + "-journal").unlink(missing_ok=True)


def _opened(file: Path, table_id: str) -> sqlite3.Connection:
    """The database of a state, emptied where it is another table's. Raises `sqlite3.Error`."""
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


def write_marks(staging: Path, marks: Mapping[str, FileMark]) -> None:
    """Keep the marks of files just read until their run has published."""
    (staging / MARKS).write_bytes(orjson.dumps(marks, default=tuple))


def read_marks(staging: str) -> dict[str, FileMark]:
    """The marks of the files that a run read."""
    return {path: FileMark(*mark) for path, mark in orjson.loads(Path(staging, MARKS).read_bytes()).items()}
