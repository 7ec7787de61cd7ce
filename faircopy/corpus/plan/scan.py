"""A walk through `raw/` beside the table: which documents are there, and which of them are to be cleaned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from faircopy.corpus.mirror.paths import container_of
from faircopy.corpus.plan.cache import FileMark, State
from faircopy.corpus.plan.fingerprint import Fingerprints
from faircopy.corpus.readers.document import Problem, RawDocument, source_of
from faircopy.corpus.readers.folder import Listing, RawFile, RawFolder
from faircopy.corpus.readers.formats import is_container, read_documents, reader_of
from faircopy.corpus.staging.files import Waiting
from faircopy.corpus.table.index import Index, IndexRow


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller wants: everything, or one source, or some documents (ids); `full` means cleaned or not."""

    full: bool = False
    source: str | None = None
    documents: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether no document is left out."""
        return self.source is None and not self.documents

    def wants(self, document_id: str, source: str | None) -> bool:
        """Whether a document is meant."""
        if self.documents and document_id not in self.documents:
            return False
        return self.source is None or source == self.source

    def may_want(self, file: RawFile) -> bool:
        """Whether a file may hold a document that is meant."""
        if self.source is not None and "/" in file.id and source_of(file.id) != self.source:
            return False
        if not self.documents or file.id in self.documents:
            return True
        return is_container(file.path) and any(name.startswith(file.id + "/") for name in self.documents)


@dataclass
class Survey:
    """What is found in `raw/`. Documents to clean go to `waiting`; `staged` holds their ids.

    `present` are the documents seen, `unread` the files of which something could not be read:
    a document that is missing from one may stand there.
    """

    folder: RawFolder
    listing: Listing
    index: Index
    prints: Fingerprints
    state: State
    waiting: Waiting
    asked: Asked
    present: set[str] = field(default_factory=set)
    staged: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    marks: dict[str, FileMark] = field(default_factory=dict)
    ignored: int = 0

    def walk(self) -> None:
        """Look at every file; read those that changed, and stage their documents."""
        rows = self._rows_by_file()
        for file in self.listing.files:
            if reader_of(file.path) is None:
                self.ignored += 1
            elif self.asked.may_want(file):
                self._look_at(file, rows.get(file.id, []))
        self.waiting.flush()

    def stage(self, documents: Collection[str]) -> None:
        """Read and stage documents whose own bytes did not change."""
        files = {file.id: file for file in self.listing.files}
        wanted = frozenset(documents)
        names = {name if name in files else container_of(name, files) for name in wanted}
        for name in sorted(name for name in names if name is not None):
            for document in read_documents(self.folder, files[name]):
                if isinstance(document, RawDocument) and document.id in wanted:
                    self._stage(document)
        self.waiting.flush()

    def gone(self) -> tuple[str, ...]:
        """Documents of the table that `raw/` no longer holds. What could not be listed or read hides nothing."""
        if not self.listing.complete:
            return ()
        missing = (row.doc_id for row in self.index.values() if row.is_present and row.doc_id not in self.present)
        asked = (name for name in missing if self.asked.wants(name, self.index[name].source))
        return tuple(sorted(name for name in asked if not self._may_be_unread(name)))

    def _look_at(self, file: RawFile, rows: list[IndexRow]) -> None:
        mark = self.state.mark(file)
        if mark is not None and not self.asked.full and mark.fits(rows) and all(map(self._is_current, rows)):
            self.present.update(row.doc_id for row in rows)
            self.problems += (Problem(*problem) for problem in mark.problems)
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
            self.marks[file.id] = FileMark.of(file, found, problems)

    def _stage(self, document: RawDocument) -> None:
        self.staged.add(document.id)
        self.waiting.add(document)

    def _needs_cleaning(self, document: RawDocument) -> bool:
        if not self.asked.wants(document.id, document.source):
            return False
        row = self.index.get(document.id)
        if row is None or self.asked.full or not row.is_present or document.raw_sha256 is None:
            return True
        same = (row.raw_sha256, row.source) == (document.raw_sha256, document.source)
        return not same or not self._is_current(row)

    def _is_current(self, row: IndexRow) -> bool:
        """Whether a row was made under today's recipe (its repeats left aside), or is not asked for."""
        if not self.asked.wants(row.doc_id, row.source):
            return True
        return self.prints.is_current(row.fingerprint, row.source)

    def _rows_by_file(self) -> dict[str, list[IndexRow]]:
        """The rows of documents that are present, by the raw file they come from; under "" those whose file is gone."""
        files = {file.id for file in self.listing.files}
        containers = {file.id for file in self.listing.files if is_container(file.path)}
        by_file: dict[str, list[IndexRow]] = defaultdict(list)
        for row in self.index.values():
            if row.is_present:
                own = row.doc_id if row.doc_id in files else container_of(row.doc_id, containers)
                by_file[own or ""].append(row)
        return by_file

    def _may_be_unread(self, document_id: str) -> bool:
        return document_id in self.unread or container_of(document_id, self.unread) is not None
