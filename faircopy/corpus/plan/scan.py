"""A scan of `raw/` against the table: which documents exist, and which of them have to be cleaned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from faircopy.corpus.mirror.paths import find_container
from faircopy.corpus.options import RunOptions
from faircopy.corpus.plan.cache import Cache, FileRecord
from faircopy.corpus.plan.fingerprint import Fingerprints
from faircopy.corpus.readers.document import Problem, RawDocument
from faircopy.corpus.readers.folder import Listing, RawFile, RawFolder
from faircopy.corpus.readers.formats import is_container, read_documents, reader_of
from faircopy.corpus.staging.files import BatchWriter
from faircopy.corpus.table.index import Index, IndexRow


@dataclass
class Scan:
    """A scan of `raw/`. Documents to clean go to `writer`; `staged` are their ids.

    `present` are the documents seen. `unread` are the files of which a part could not be read: a document that
    seems to be missing may be in that part. `records` describe the files that were read.
    """

    folder: RawFolder
    listing: Listing
    index: Index
    fingerprints: Fingerprints
    cache: Cache
    writer: BatchWriter
    options: RunOptions
    present: set[str] = field(default_factory=set)
    staged: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    records: dict[str, FileRecord] = field(default_factory=dict)
    ignored: int = 0

    def walk(self) -> None:
        """Visit every file; read those that changed and stage the documents that have to be cleaned."""
        rows = self._rows_by_file()
        for file in self.listing.files:
            if reader_of(file.path) is None:
                self.ignored += 1
            elif self.options.may_select_from(file):
                self._visit(file, rows.get(file.id, []))
        self.writer.flush()

    def stage(self, documents: Collection[str]) -> None:
        """Read and stage documents although their own bytes did not change."""
        files = {file.id: file for file in self.listing.files}
        wanted = frozenset(documents)
        names = {name if name in files else find_container(name, files) for name in wanted}
        for name in sorted(name for name in names if name is not None):
            for document in read_documents(self.folder, files[name]):
                if isinstance(document, RawDocument) and document.id in wanted:
                    self._stage(document)
        self.writer.flush()

    def gone(self) -> tuple[str, ...]:
        """Documents of the table that `raw/` no longer contains; none when a folder could not be listed."""
        if not self.listing.complete:
            return ()
        missing = (row.doc_id for row in self.index.values() if row.is_present and row.doc_id not in self.present)
        selected = (name for name in missing if self.options.selects(name, self.index[name].source))
        return tuple(sorted(name for name in selected if not self._may_be_unread(name)))

    def _visit(self, file: RawFile, rows: list[IndexRow]) -> None:
        record = self.cache.get(file)
        if record is not None and not self.options.full and record.fits(rows) and all(map(self._is_current, rows)):
            self.present.update(row.doc_id for row in rows)
            self.problems += (Problem(*problem) for problem in record.problems)
        else:
            self._read(file)

    def _read(self, file: RawFile) -> None:
        found: list[tuple[str, str | None]] = []
        problems: list[Problem] = []
        for document in read_documents(self.folder, file):
            if isinstance(document, Problem):
                problems.append(document)
                continue
            found.append((document.id, document.raw_sha256))
            self.present.add(document.id)
            if self._needs_cleaning(document):
                self._stage(document)
        self.problems += problems
        if problems:
            self.unread.add(file.id)
        if all(problem.where != file.id for problem in problems):
            self.records[file.id] = FileRecord.of(file, found, problems)

    def _stage(self, document: RawDocument) -> None:
        self.staged.add(document.id)
        self.writer.add(document)

    def _needs_cleaning(self, document: RawDocument) -> bool:
        if not self.options.selects(document.id, document.source):
            return False
        row = self.index.get(document.id)
        if row is None or self.options.full or not row.is_present or document.raw_sha256 is None:
            return True
        same = (row.raw_sha256, row.source) == (document.raw_sha256, document.source)
        return not same or not self._is_current(row)

    def _is_current(self, row: IndexRow) -> bool:
        """Whether a row was made under today's recipe (ignoring repeating lines), or is not selected."""
        if not self.options.selects(row.doc_id, row.source):
            return True
        return self.fingerprints.is_current(row.fingerprint, row.source)

    def _rows_by_file(self) -> dict[str, list[IndexRow]]:
        """The rows of documents that are present, by raw file; under "" those whose file is gone."""
        files = {file.id for file in self.listing.files}
        containers = {file.id for file in self.listing.files if is_container(file.path)}
        by_file: dict[str, list[IndexRow]] = defaultdict(list)
        for row in self.index.values():
            if row.is_present:
                own = row.doc_id if row.doc_id in files else find_container(row.doc_id, containers)
                by_file[own or ""].append(row)
        return by_file

    def _may_be_unread(self, document_id: str) -> bool:
        return document_id in self.unread or find_container(document_id, self.unread) is not None
