"""A run: plan, clean, check the gate, publish, summarise.

`run()` takes the steps in order; the Prefect flow `clean-corpus` makes a task of each.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from faircopy.corpus.clean_folder import clean_folder
from faircopy.corpus.counts import Counts, count_run, held_documents, unused_sources
from faircopy.corpus.gate import exceeded_limits
from faircopy.corpus.mirror.sync import keeps_mirror, sync_mirror
from faircopy.corpus.options import RunOptions
from faircopy.corpus.outcomes import Outcomes, read_outcomes
from faircopy.corpus.plan.cache import Cache, read_file_records
from faircopy.corpus.plan.fingerprint import recipes_json
from faircopy.corpus.plan.plan import Plan, make_plan
from faircopy.corpus.readers.folder import RawFolder, open_raw
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import Chunk
from faircopy.corpus.staging.folder import StagingFolder
from faircopy.corpus.summary import GateStop, RunError, RunSummary
from faircopy.corpus.table.commit import commit_changes
from faircopy.corpus.table.index import Snapshot, read_snapshot
from faircopy.corpus.table.row_diff import Changes, diff_rows
from faircopy.corpus.table.versions import commit_metadata
from faircopy.corpus.workers.jobs import CleanTexts
from faircopy.corpus.workers.pool import Workers

if TYPE_CHECKING:
    from deltalake import DeltaTable

COMMIT_ATTEMPTS = 20

Progress = Callable[[int, int], None]  # documents cleaned, documents to clean


def run(settings: Settings, options: RunOptions | None = None, progress: Progress | None = None) -> RunSummary:
    """Clean what changed in `raw/` and publish it as one version.

    Raises `RunError` when the run cannot continue, `GateStop` when it would change suspiciously much.
    """
    with Run(settings, options, progress) as current:
        current.plan()
        for part in current.parts:
            current.clean(part)
        current.check_gate()
        current.publish()
        return current.summary()


class Run:
    """One run over a raw and a clean folder; call its steps in the order of `run()`, inside a `with` block.

    Leaving the block ends the worker processes. A run that raised leaves its staging folder to the next run,
    which uses the documents cleaned so far; any other deletes it.
    """

    # No dataclass: Prefect searches the fields of those before every task.
    def __init__(self, settings: Settings, options: RunOptions | None = None, progress: Progress | None = None) -> None:
        self.settings = settings
        self.options = options or RunOptions()
        self.started = time.time()
        self.run_id = f"{datetime.fromtimestamp(self.started, UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
        self._clean = clean_folder(settings)
        self._workers = Workers(settings)
        self._progress = progress or (lambda done, total: None)
        self._done = 0
        self._outcomes: Outcomes = {}
        self._staging = StagingFolder(self._clean, self.run_id)
        self._version: int | None = None
        self._edited_by_hand: tuple[str, ...] = ()
        # Set by the steps.
        self._base: Snapshot  # the version of the table that plan and outcomes are compared with
        self._plan: Plan
        self._changes: Changes | None = None
        self._counts: Counts

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        self._workers.stop(at_once=kind is not None)
        if kind is None:
            self._staging.remove_abandoned()
            self._staging.remove()
        else:
            self._staging.release()

    def plan(self) -> None:
        """Read what changed in `raw/` into the staging folder and decide what has to be cleaned.

        Raises `RunError` when `raw/` is missing, `clean/` cannot be written, or an option names something unknown.
        """
        raw = self._open_raw()
        self._clean.prepare()
        self._base = read_snapshot(self._clean.delta())
        self._staging.create()
        try:
            self._plan = make_plan(self._staging.path, raw, self._base, self.options, self.settings, self._workers)
        except BaseException:
            self._staging.remove()
            raise

    @property
    def parts(self) -> range:
        """The numbers of the parts that the plan divides the work into."""
        return range(1, len(self._plan.chunks) + 1)

    def clean(self, part: int) -> None:
        """Clean one part on the worker processes. A document that cannot be cleaned is held; it raises nothing."""
        self._clean_chunks([self._plan.chunks[part - 1]], self._report_progress)

    def check_gate(self) -> None:
        """Raise `GateStop` when the run would remove, hold or alter more than the settings allow."""
        if self.options.dry_run or self.options.yes:
            return
        if seen := self._exceeded_limits():
            raise GateStop(f"nothing was published: {'; '.join(seen)}. Look at raw/ and the settings; --yes publishes")

    def publish(self) -> None:
        """Commit what changed as one version and update the mirror. A dry run does neither.

        Documents whose row another run changed since the plan was made are planned and cleaned again. Raises
        `RunError` when other runs keep committing, or the mirror cannot be written.
        """
        if self.options.dry_run:
            return
        self._workers.stop()  # frees their memory; a catch-up starts new ones
        before = {name: row.clean_sha256 for name, row in self._base.index.items()}
        with Cache(self._clean, self._clean.delta()) as cache:
            # First what a run left undone that was killed after its commit.
            self._edited_by_hand = sync_mirror(self._clean, cache, self.settings, before)
            self._commit()
            cache.remember_files(read_file_records(self._staging.path))
            if self._version is not None:
                self._edited_by_hand = sync_mirror(self._clean, cache, self.settings, before)

    def summary(self) -> RunSummary:
        """What the run committed; of a dry run, what it would commit."""
        changes, options = self._changes or self._compare(self._clean.delta(self._base.version)), self.options
        has_mirror = keeps_mirror(self._clean, self.settings, len(changes.paths))
        return RunSummary(
            run_id=self.run_id,
            version=self._version,
            **self._counts,
            held_documents=held_documents(changes),
            kept_by_hand=self._edited_by_hand,
            unreadable=self._plan.unreadable,
            ignored=self._plan.ignored,
            table_path=self._clean.table_url,
            mirror_path=str(self._clean.text) if has_mirror else None,
            seconds=time.time() - self.started,
            dry_run=options.dry_run,
            gate=tuple(self._exceeded_limits()) if options.dry_run else (),
            unused_sources=unused_sources(changes, self.settings) if options.selects_all else (),
        )

    def _open_raw(self) -> RawFolder:
        clean = self._clean.path if self._clean.is_local else None
        return open_raw(self.settings.raw, self.settings.raw_storage, without=clean)

    def _clean_chunks(self, chunks: Iterable[Chunk], done: Callable[[int], None]) -> None:
        for chunk in chunks:
            self._workers.do(CleanTexts(self.settings, chunk.staging), chunk.batches, done)
            self._outcomes |= read_outcomes(chunk.batches)

    def _report_progress(self, documents: int) -> None:
        self._done += documents
        self._progress(self._done, self._plan.documents)

    def _exceeded_limits(self) -> list[str]:
        return exceeded_limits(self._plan, self._base.index, self._outcomes, self.settings)

    def _compare(self, delta: DeltaTable) -> Changes:
        """Compare plan and outcomes with the rows of `delta`, which is at the base version."""
        self._changes = diff_rows(self._outcomes, self._plan.gone, self._base.index, delta)
        self._counts = count_run(self._plan.read, self._outcomes, self._changes)
        return self._changes

    def _commit(self) -> None:
        """Commit on the newest version, after catching up with it. Commits nothing when no row differs."""
        for _ in range(COMMIT_ATTEMPTS):
            delta = self._clean.delta()
            newest = read_snapshot(delta, self._base)
            if newest is not self._base:
                self._catch_up(newest)
            changes = self._compare(delta)
            if changes.is_empty:
                return
            self._version = commit_changes(delta, changes, self.run_id, self._clean, self._metadata(changes))
            if self._version is not None:
                return
        raise RunError(
            f"{self._clean.table_url}: other runs keep committing; nothing of this run was published, run it again"
        )

    def _catch_up(self, newest: Snapshot) -> None:
        """Make `newest` the base: plan and clean the documents again whose row other runs have changed.

        If yet another run commits in the meantime, the commit fails and the next attempt catches up again.
        """
        known = (*self._outcomes, *self._plan.gone)
        overtaken = frozenset(name for name in known if self._base.index.get(name) != newest.index.get(name))
        self._outcomes = {name: outcome for name, outcome in self._outcomes.items() if name not in overtaken}
        gone = tuple(name for name in self._plan.gone if name not in overtaken)
        if overtaken:
            again = self._plan_again(newest, replace(self.options, source=None, documents=overtaken))
            self._clean_chunks(again.chunks, lambda documents: None)
            gone += again.gone
        self._base = newest
        self._plan = replace(self._plan, gone=gone, all_lines_counted=False)

    def _plan_again(self, newest: Snapshot, options: RunOptions) -> Plan:
        folder = self._staging.path / f"again-{newest.version}"
        folder.mkdir()
        return make_plan(folder, self._open_raw(), newest, options, self.settings, self._workers)

    def _metadata(self, changes: Changes) -> dict[str, str]:
        published = len(changes.paths) - self._counts["held"]
        recipes = recipes_json(self.settings)
        return commit_metadata(self.run_id, self._counts, published, recipes, self._plan.all_lines_counted)
