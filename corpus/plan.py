"""What a run has to do: which documents are new, changed, gone, or cleaned under another recipe."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpus.clean_folder import CleanFolder
from corpus.fingerprint import Fingerprints, with_repeats
from corpus.index import Index, IndexRow, read_index, read_line_hashes
from corpus.mirror_path import container_of
from corpus.readers.document import Problem, RawDocument, source_of
from corpus.readers.folder import Listing, RawFile, RawFolder, open_raw
from corpus.readers.formats import is_container, read_documents, reader_of
from corpus.repeats import LineCensus, held_by, write_repeats
from corpus.settings import Settings
from corpus.staging import Chunk, Waiting, make_chunks
from corpus.staging_folder import begin_staging
from corpus.state import FileMark, State


@dataclass(frozen=True)
class Plan:
    """What to clean, by reference, and what else the run found. Small: it can be sent to a worker."""

    run_id: str
    base_version: int
    chunks: tuple[Chunk, ...]
    read: int
    gone: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]
    ignored: int
    staging: str
    started: float = 0.0
    whole: bool = True

    @property
    def documents(self) -> int:
        """How many documents are to be cleaned."""
        return sum(chunk.documents for chunk in self.chunks)


@dataclass
class Survey:
    """A walk through `raw/` beside the table."""

    settings: Settings
    folder: RawFolder
    listing: Listing
    index: Index
    prints: Fingerprints
    state: State
    waiting: Waiting
    full: bool = False
    source: str | None = None
    documents: frozenset[str] = frozenset()
    present: set[str] = field(default_factory=set)
    staged: dict[str, tuple[str | None, list[int]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    marks: dict[str, FileMark] = field(default_factory=dict)
    ignored: int = 0

    def wants(self, document_id: str, source: str | None) -> bool:
        """Whether the caller asked for this document."""
        if self.documents and document_id not in self.documents:
            return False
        return self.source is None or source == self.source

    @property
    def whole(self) -> bool:
        """Whether the caller asked for everything."""
        return self.source is None and not self.documents


def plan_run(
    settings: Settings, *, full: bool = False, source: str | None = None, documents: Collection[str] = ()
) -> Plan:
    """Read what changed in `raw/` into the staging folder and say what is to be cleaned.

    `full` cleans every document again, `source` and `documents` (ids) limit the run to some. Raises
    `RunError` when `raw/` is not there or `clean/` cannot be written.
    """
    started = datetime.now(UTC)
    folder = open_raw(settings.raw, settings.storage)
    clean = CleanFolder(settings.clean, settings.storage)
    clean.prepare()
    delta = clean.delta()
    run_id = f"{started:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
    staging = begin_staging(clean, run_id)
    with State(clean, delta) as state:
        listing = folder.list()
        survey = Survey(
            settings, folder, listing, read_index(delta), Fingerprints(settings), state, Waiting(staging),
            full, source, frozenset(documents),
        )  # fmt: skip
        _walk(survey)
        gone = _gone(survey)
        repeats = _settle_repeats(survey, gone, read_line_hashes(delta)) if survey.staged or gone else {}
        survey.waiting.flush()
        state.pend(run_id, survey.marks)
    write_repeats(staging / "repeats.json", repeats)
    return Plan(
        run_id=run_id,
        base_version=delta.version(),
        chunks=make_chunks(survey.waiting.batches, run_id, str(staging / "repeats.json")),
        read=len(survey.present),
        gone=gone,
        unreadable=tuple((problem.where, problem.why) for problem in (*listing.problems, *survey.problems)),
        ignored=survey.ignored,
        staging=str(staging),
        started=started.timestamp(),
        whole=survey.whole,
    )


def _walk(survey: Survey) -> None:
    """Look at every file; read those that changed, and stage their documents."""
    rows = _rows_by_file(survey)
    for file in survey.listing.files:
        if reader_of(file.path) is None:
            survey.ignored += 1
        elif _may_hold_wanted(survey, file):
            _look_at(survey, file, rows.get(file.id, []))


def _look_at(survey: Survey, file: RawFile, rows: list[IndexRow]) -> None:
    mark = survey.state.mark(file)
    if mark is not None and not survey.full and mark.fits(rows) and all(_is_current(survey, row) for row in rows):
        survey.present.update(row.doc_id for row in rows)
        survey.problems += mark.problems
        return
    _read(survey, file)


def _read(survey: Survey, file: RawFile, only: frozenset[str] | None = None) -> None:
    """Read a file and stage those of its documents that are to be cleaned (or just `only`)."""
    found: list[tuple[str, str | None]] = []
    problems: list[Problem] = []
    for document in read_documents(survey.folder, file):
        if isinstance(document, Problem):
            problems.append(document)
            if document.where == file.id:
                survey.unread.add(file.id)
            continue
        found.append((document.id, document.raw_sha256))
        if only is None:
            survey.present.add(document.id)
        if document.id in only if only is not None else _needs_cleaning(survey, document):
            survey.staged[document.id] = (document.source, survey.waiting.add(document))
    if only is None:
        survey.problems += problems
        survey.marks[file.path] = FileMark.of(file, found, problems)


def _needs_cleaning(survey: Survey, document: RawDocument) -> bool:
    if not survey.wants(document.id, document.source):
        return False
    row = survey.index.get(document.id)
    if row is None or survey.full or not row.is_present or document.raw_sha256 is None:
        return True
    return row.raw_sha256 != document.raw_sha256 or row.source != document.source or not _is_current(survey, row)


def _is_current(survey: Survey, row: IndexRow) -> bool:
    """Whether a row was made under today's recipe (its repeats left aside)."""
    return row.fingerprint.partition(".")[0] == survey.prints.base(row.source) or not survey.wants(
        row.doc_id, row.source
    )


def _rows_by_file(survey: Survey) -> dict[str, list[IndexRow]]:
    """The rows of the table by the raw file they come from; under "" those whose file is gone."""
    files = {file.id for file in survey.listing.files}
    containers = {file.id for file in survey.listing.files if is_container(file.path)}
    by_file: dict[str, list[IndexRow]] = defaultdict(list)
    for row in survey.index.values():
        if row.is_present:
            own = row.doc_id if row.doc_id in files else container_of(row.doc_id, containers)
            by_file[own or ""].append(row)
    return by_file


def _may_hold_wanted(survey: Survey, file: RawFile) -> bool:
    if survey.source is not None and "/" in file.id and source_of(file.id) != survey.source:
        return False
    if not survey.documents or file.id in survey.documents:
        return True
    return is_container(file.path) and any(document.startswith(file.id + "/") for document in survey.documents)


def _gone(survey: Survey) -> tuple[str, ...]:
    """Documents of the table that `raw/` no longer holds. An unreadable file or folder hides nothing."""
    if not survey.listing.complete:
        return ()
    gone = []
    for row in survey.index.values():
        if row.is_present and row.doc_id not in survey.present and survey.wants(row.doc_id, row.source):
            file = row.doc_id if row.doc_id in survey.unread else container_of(row.doc_id, survey.unread)
            if file is None:
                gone.append(row.doc_id)
    return tuple(sorted(gone))


def _settle_repeats(survey: Survey, gone: Collection[str], known: object) -> dict[str, frozenset[int]]:
    """Count the lines that repeat, and stage the documents whose repeating lines are others than they were."""
    census = LineCensus()
    left_out = set(gone)
    names = zip(*(known.column(name).to_pylist() for name in ("doc_id", "source", "line_hashes")), strict=True)  # type: ignore[attr-defined]
    for document_id, source, keys in names:
        if document_id not in left_out and document_id not in survey.staged:
            census.put(document_id, source, keys or ())
    for document_id, (source, staged_keys) in survey.staged.items():
        census.put(document_id, source, staged_keys)
    repeats = census.repeats()
    moved = set()
    for document_id, source, keys in census.documents():
        if document_id not in survey.staged and survey.wants(document_id, source):
            row = survey.index[document_id]
            base = row.fingerprint.partition(".")[0]
            if row.fingerprint != with_repeats(base, held_by(keys, repeats[source])):
                moved.add(document_id)
    _stage_again(survey, frozenset(moved))
    wanted = {source for source, _ in survey.staged.values() if source is not None}
    return {source: repeats[source] for source in wanted if source in repeats}


def _stage_again(survey: Survey, documents: frozenset[str]) -> None:
    """Read documents whose own bytes did not change."""
    if not documents:
        return
    files = {file.id: file for file in survey.listing.files}
    for name in sorted(
        {document if document in files else container_of(document, files) or "" for document in documents}
    ):
        if name in files:
            _read(survey, files[name], documents)
