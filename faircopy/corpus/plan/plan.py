"""What a run has to do: which documents are new, changed, gone, or cleaned under another recipe."""

from __future__ import annotations

import time
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.clean_folder import CleanFolder, clean_folder
from faircopy.corpus.plan.cache import State, write_marks
from faircopy.corpus.plan.fingerprint import base_of, fingerprints, with_repeats, write_fingerprints
from faircopy.corpus.plan.repeats import REPEATS, LineCensus, Repeats, key_arrays, write_repeats
from faircopy.corpus.plan.scan import Asked, Survey
from faircopy.corpus.readers.folder import RawFolder, open_raw
from faircopy.corpus.settings.model import Settings, check_names
from faircopy.corpus.staging.chunks import Batch, Chunk, make_chunks
from faircopy.corpus.staging.files import Waiting, read_rows
from faircopy.corpus.staging.folder import begin_staging, drop_staging, find_reusable
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.index import Index, read_index, read_line_hashes
from faircopy.corpus.table.versions import repeats_settled
from faircopy.corpus.workers.jobs import CountLines
from faircopy.corpus.workers.pool import Workers
from faircopy.did_you_mean import did_you_mean

if TYPE_CHECKING:
    from deltalake import DeltaTable

LIGHT_BATCHES = 2  # plain text in so few batches is looked at in this process


@dataclass(frozen=True)
class Plan:
    """What to clean, by reference, and what else the run found. Small: it can be sent to another process.

    `base_version` is the table's version it was made on, `read` the documents seen in `raw/`, `gone`
    those that it no longer holds, `staging` the run's own folder. `started` is in seconds since 1970.
    `whole` says that the repeating lines of all documents were counted on that version.
    """

    run_id: str
    base_version: int
    chunks: tuple[Chunk, ...]
    read: int
    gone: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]
    ignored: int
    staging: str
    started: float
    full: bool = False
    whole: bool = True

    @property
    def documents(self) -> int:
        """How many documents are to be cleaned."""
        return sum(chunk.documents for chunk in self.chunks)


def plan_run(
    settings: Settings, *, full: bool = False, source: str | None = None, documents: Collection[str] = ()
) -> Plan:
    """Read what changed in `raw/` into the staging folder and say what is to be cleaned.

    `full` cleans every document again, `source` and `documents` (ids) limit the run to some. Raises
    `RunError` when `raw/` is not there or `clean/` cannot be written.
    """
    started = time.time()
    clean = clean_folder(settings)
    raw = raw_folder(settings, clean)
    clean.prepare()
    run_id = f"{datetime.fromtimestamp(started, UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
    staging = begin_staging(clean, run_id)
    try:
        return plan_into(staging, run_id, raw, Asked(full, source, frozenset(documents)), settings, started)
    except BaseException:
        drop_staging(str(staging))
        raise


def raw_folder(settings: Settings, clean: CleanFolder) -> RawFolder:
    """The raw folder that settings name. `clean` may lie inside it, and is not read then; it may not be the same."""
    if not clean.is_local:
        return open_raw(settings.raw, settings.raw_storage)
    raw = Path(settings.raw.removeprefix("file://"))
    if clean.path.exists() and raw.exists() and clean.path.samefile(raw):
        raise RunError(f"{settings.raw} is named both as raw and as clean; name another folder for the clean texts")
    return open_raw(settings.raw, settings.raw_storage, clean.path)


def plan_into(staging: Path, run_id: str, raw: RawFolder, asked: Asked, settings: Settings, started: float) -> Plan:
    """Plan a run into a folder that is its own."""
    clean = clean_folder(settings)
    delta = clean.delta()
    prints = fingerprints(settings)
    with State(clean, delta) as state:
        survey = Survey(raw, raw.list(), read_index(delta), prints, state, Waiting(staging), asked)
        survey.walk()
        gone = survey.gone()
        _refuse_unknown(asked, survey)
        unsettled = asked.whole and not repeats_settled(delta)
        repeats = _settle_repeats(survey, gone, delta, settings) if survey.staged or gone or unsettled else {}
    write_repeats(staging / REPEATS, repeats)
    write_fingerprints(staging, prints)
    write_marks(staging, survey.marks)
    if survey.staged:
        check_names(settings)
        find_reusable(staging)
    return Plan(
        run_id=run_id,
        base_version=delta.version(),
        chunks=make_chunks(survey.waiting.batches, run_id, str(staging)),
        read=len(survey.present),
        gone=gone,
        unreadable=tuple((problem.where, problem.why) for problem in (*survey.listing.problems, *survey.problems)),
        ignored=survey.ignored,
        staging=str(staging),
        started=started,
        full=asked.full,
        whole=asked.whole,
    )


def _refuse_unknown(asked: Asked, survey: Survey) -> None:
    """Raise `RunError` when the caller names what neither `raw/` nor the table knows."""
    known = survey.present.union(survey.index)
    for name in sorted(asked.documents - known):
        raise RunError(f"there is no document {name!r} in raw/; {did_you_mean(name, known, 'see raw/')}")
    if asked.source is not None and not survey.staged:
        sources = {row.source for row in survey.index.values()}
        if asked.source not in sources:
            names = ", ".join(sorted(source for source in sources if source)) or "none yet"
            raise RunError(f"there is no source {asked.source!r} in raw/; there are: {names}")


def _settle_repeats(survey: Survey, gone: Collection[str], delta: DeltaTable, settings: Settings) -> Repeats:
    """Count the lines that repeat, and stage also the documents whose repeating lines are others than they were."""
    census = _known_lines(delta, survey.staged.union(gone))
    _count(survey.waiting.batches, census, settings)
    so_far = len(survey.waiting.batches)
    survey.stage(_with_other_repeats(census, survey))
    _count(survey.waiting.batches[so_far:], census, settings)
    return census.repeats_in(survey.staged)


def _known_lines(delta: DeltaTable, without: Collection[str]) -> LineCensus:
    """The lines of the documents in the table, but for some."""
    census = LineCensus()
    table = read_line_hashes(delta)
    names, sources = table["doc_id"].to_pylist(), table["source"].to_pylist()
    for name, source, keys in zip(names, sources, key_arrays(table["line_hashes"]), strict=True):
        if name not in without:
            census.put(name, source, keys)
    return census


def _count(batches: Sequence[Batch], census: LineCensus, settings: Settings) -> None:
    """Find the lines of staged documents. Pages are parsed in worker processes: a page can be made to hurt."""
    light = len(batches) <= LIGHT_BATCHES and not any(batch.heavy for batch in batches)
    with Workers(settings.model_copy(update={"workers": 0}) if light else settings) as workers:
        workers.do(CountLines(), batches, lambda documents: None)
    for batch in batches:
        lines = read_rows(batch.lines)
        sources = read_rows(batch.waiting, ["source"])["source"].to_pylist()
        names = lines["doc_id"].to_pylist()
        for name, source, keys in zip(names, sources, key_arrays(lines["line_hashes"]), strict=True):
            census.put(name, source, keys.copy())


def _with_other_repeats(census: LineCensus, survey: Survey) -> list[str]:
    """Documents cleaned while other lines of theirs repeated than do now."""
    index: Index = survey.index
    others = []
    for name, _, repeated in census.repeated_lines():
        row = index.get(name)
        if row is None or name in survey.staged or not survey.asked.wants(name, row.source):
            continue
        if "!" not in row.fingerprint and row.fingerprint != with_repeats(base_of(row.fingerprint), repeated):
            others.append(name)
    return others
