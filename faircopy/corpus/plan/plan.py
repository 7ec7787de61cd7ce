"""The plan of a run: which documents are new, changed, gone, or were cleaned under another recipe."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.clean_folder import clean_folder
from faircopy.corpus.options import RunOptions
from faircopy.corpus.plan.cache import Cache, write_file_records
from faircopy.corpus.plan.fingerprint import base_of, make_fingerprints, with_repeats, write_fingerprints
from faircopy.corpus.plan.repeats import LineCensus, Repeats, key_arrays, write_repeats
from faircopy.corpus.plan.scan import Scan
from faircopy.corpus.readers.folder import RawFolder
from faircopy.corpus.settings.model import Settings, check_names
from faircopy.corpus.staging.chunks import Batch, Chunk, make_chunks
from faircopy.corpus.staging.files import BatchWriter, read_rows
from faircopy.corpus.staging.folder import write_reusable
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.index import Snapshot, read_line_hashes
from faircopy.corpus.table.versions import all_lines_counted
from faircopy.corpus.workers.jobs import CountLines
from faircopy.corpus.workers.pool import Workers
from faircopy.did_you_mean import did_you_mean

if TYPE_CHECKING:
    from deltalake import DeltaTable

LIGHT_BATCHES = 2  # lines of plain text in so few batches are counted without worker processes


@dataclass(frozen=True)
class Plan:
    """What to clean, by reference, and what else was seen in `raw/`.

    `read` is the number of documents seen, `gone` names the documents of the table that `raw/` no longer contains.
    `all_lines_counted` says that the repeating lines of all documents were counted.
    """

    chunks: tuple[Chunk, ...]
    read: int
    gone: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]
    ignored: int
    all_lines_counted: bool

    @property
    def documents(self) -> int:
        """How many documents are to be cleaned."""
        return sum(chunk.documents for chunk in self.chunks)


def make_plan(
    staging: Path, raw: RawFolder, base: Snapshot, options: RunOptions, settings: Settings, workers: Workers
) -> Plan:
    """Compare `raw/` with the table at version `base`, and stage the documents to clean in the folder `staging`."""
    clean = clean_folder(settings)
    delta = clean.delta(base.version)
    fingerprints = make_fingerprints(settings)
    with Cache(clean, delta) as cache:
        scan = Scan(raw, raw.list(), base.index, fingerprints, cache, BatchWriter(staging), options)
        scan.walk()
        gone = scan.gone()
        _refuse_unknown(options, scan)
        recount = scan.staged or gone or (options.selects_all and not all_lines_counted(delta))
        repeats = _count_lines(scan, gone, delta, workers) if recount else {}
    write_repeats(staging, repeats)
    write_fingerprints(staging, fingerprints)
    write_file_records(staging, scan.records)
    if scan.staged:
        check_names(settings)
        write_reusable(staging)
    return Plan(
        chunks=make_chunks(scan.writer.batches, str(staging)),
        read=len(scan.present),
        gone=gone,
        unreadable=tuple((problem.where, problem.why) for problem in (*scan.listing.problems, *scan.problems)),
        ignored=scan.ignored,
        all_lines_counted=options.selects_all,
    )


def _refuse_unknown(options: RunOptions, scan: Scan) -> None:
    """Raise `RunError` when an option names a document or source that neither `raw/` nor the table contains."""
    known = scan.present.union(scan.index)
    for name in sorted(options.documents - known):
        raise RunError(f"there is no document {name!r} in raw/; {did_you_mean(name, known, 'see raw/')}")
    if options.source is not None and not scan.staged:
        sources = {row.source for row in scan.index.values()}
        if options.source not in sources:
            names = ", ".join(sorted(source for source in sources if source)) or "none yet"
            raise RunError(f"there is no source {options.source!r} in raw/; there are: {names}")


def _count_lines(scan: Scan, gone: Collection[str], delta: DeltaTable, workers: Workers) -> Repeats:
    """Count repeating lines, and stage also the documents that were cleaned when others of their lines repeated."""
    census = _lines_of_table(delta, scan.staged.union(gone))
    _add_lines(scan.writer.batches, census, workers)
    counted = len(scan.writer.batches)
    scan.stage(_with_other_repeats(census, scan))
    _add_lines(scan.writer.batches[counted:], census, workers)
    return census.repeats_in(scan.staged)


def _lines_of_table(delta: DeltaTable, without: Collection[str]) -> LineCensus:
    """Line keys of every document in the table except those in `without`."""
    census = LineCensus()
    table = read_line_hashes(delta)
    names, sources = table["doc_id"].to_pylist(), table["source"].to_pylist()
    for name, source, keys in zip(names, sources, key_arrays(table["line_hashes"]), strict=True):
        if name not in without:
            census.put(name, source, keys)
    return census


def _add_lines(batches: Sequence[Batch], census: LineCensus, workers: Workers) -> None:
    """Add the lines of staged documents. Pages are parsed in worker processes: a page may crash its parser."""
    light = len(batches) <= LIGHT_BATCHES and not any(batch.heavy for batch in batches)
    workers.do(CountLines(), batches, in_this_process=light)
    for batch in batches:
        lines = read_rows(batch.lines)
        sources = read_rows(batch.raw, ["source"])["source"].to_pylist()
        names = lines["doc_id"].to_pylist()
        for name, source, keys in zip(names, sources, key_arrays(lines["line_hashes"]), strict=True):
            census.put(name, source, keys.copy())


def _with_other_repeats(census: LineCensus, scan: Scan) -> list[str]:
    """Documents that were cleaned when other lines of theirs repeated than do now."""
    others = []
    for name, _, repeated in census.repeated_lines():
        row = scan.index.get(name)
        if row is None or name in scan.staged or not scan.options.selects(name, row.source):
            continue
        if "!" not in row.fingerprint and row.fingerprint != with_repeats(base_of(row.fingerprint), repeated):
            others.append(name)
    return others
