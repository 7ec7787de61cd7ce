"""The main job in plain Python: plan, clean, publish, summarise. The flow wraps the same steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from faircopy.corpus.summary import GateStop, RunError, RunSummary

if TYPE_CHECKING:
    from faircopy.corpus.plan.plan import Plan
    from faircopy.corpus.settings.model import Settings
    from faircopy.corpus.staging.chunks import Chunk, ChunkResult
    from faircopy.corpus.workers.pool import Workers

__all__ = [
    "GateStop", "Progress", "RunError", "RunSummary",
    "check_gate", "clean_chunk", "plan_run", "publish", "run", "start_workers", "summarise",
]  # fmt: skip

Progress = Callable[[int, int], None]  # documents done, documents in all


def run(
    settings: Settings,
    progress: Progress | None = None,
    *,
    full: bool = False,
    source: str | None = None,
    documents: Collection[str] = (),
    dry_run: bool = False,
    yes: bool = False,
) -> RunSummary:
    """Clean what changed in `raw/` and publish it as one version.

    `full` cleans everything again; `source` and `documents` limit the run; `dry_run` publishes
    nothing; `yes` opens the gate. Raises `RunError` and `GateStop`.
    """
    plan = plan_run(settings, full=full, source=source, documents=documents)
    results: list[ChunkResult] = []
    version = None
    try:
        with start_workers(settings) as workers:
            for chunk in plan.chunks:
                results.append(clean_chunk(chunk, settings, workers, _shown(progress, plan, results)))
        if not dry_run:
            check_gate(plan, results, settings, yes)
            version = publish(plan, results, settings)
        return summarise(plan, results, version, settings, dry_run=dry_run)
    finally:
        _leave(plan)


def plan_run(
    settings: Settings, *, full: bool = False, source: str | None = None, documents: Collection[str] = ()
) -> Plan:
    """Read what changed and say what is to be cleaned (`faircopy.corpus.plan.plan`)."""
    from faircopy.corpus.plan import plan

    return plan.plan_run(settings, full=full, source=source, documents=documents)


def start_workers(settings: Settings) -> Workers:
    """Worker processes for the chunks of a run; a context manager that ends them."""
    from faircopy.corpus.workers.pool import Workers

    return Workers(settings)


def clean_chunk(
    chunk: Chunk,
    settings: Settings,
    workers: Workers | None = None,
    done: Callable[[int], None] | None = None,
) -> ChunkResult:
    """Clean one chunk: on these workers, else on some of its own, which end with it.

    `done` hears the number of documents each time some are finished. Nothing in the texts makes it
    raise: a document that cannot be cleaned is held.
    """
    from faircopy.corpus.staging.chunks import ChunkResult
    from faircopy.corpus.workers.jobs import CleanTexts

    if workers is None:
        with start_workers(settings) as own:
            return clean_chunk(chunk, settings, own, done)
    workers.do(CleanTexts(settings, chunk.staging), chunk.batches, done or (lambda documents: None))
    return ChunkResult(chunk.number, tuple(batch.outcome for batch in chunk.batches), chunk.documents)


def check_gate(plan: Plan, results: Sequence[ChunkResult], settings: Settings, yes: bool = False) -> None:
    """Raise `GateStop` when the run would change too much (`faircopy.corpus.gate`)."""
    from faircopy.corpus import gate

    gate.check_gate(plan, results, settings, yes)


def publish(plan: Plan, results: Sequence[ChunkResult], settings: Settings) -> int | None:
    """Commit what changed; the version, or None (`faircopy.corpus.publish`)."""
    from faircopy.corpus import publish

    return publish.publish(plan, results, settings)


def summarise(
    plan: Plan, results: Sequence[ChunkResult], version: int | None, settings: Settings, *, dry_run: bool = False
) -> RunSummary:
    """What the run did; clears its staging folder away."""
    from faircopy.corpus import report

    return report.summarise(plan, results, version, settings, dry_run=dry_run, seconds=time.time() - plan.started)


def _shown(progress: Progress | None, plan: Plan, results: Sequence[ChunkResult]) -> Callable[[int], None] | None:
    """Progress within a chunk as progress of the run."""
    if progress is None:
        return None
    done = sum(result.documents for result in results)

    def step(documents: int) -> None:
        nonlocal done
        done += documents
        progress(done, plan.documents)

    return step


def _leave(plan: Plan) -> None:
    """What a stopped run staged stays for the next one; a finished run has cleared it away."""
    from faircopy.corpus.staging.folder import leave_staging

    leave_staging(plan.staging)
