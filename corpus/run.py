"""The main job in plain Python: plan, clean, publish, summarise. The flow wraps the same steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from corpus.summary import GateStop, RunError, RunSummary

if TYPE_CHECKING:
    from corpus.plan import Plan
    from corpus.settings import Settings
    from corpus.staging import Chunk, ChunkResult

__all__ = [
    "GateStop", "Progress", "RunError", "RunSummary",
    "check_gate", "clean_chunk", "plan_run", "publish", "run", "summarise",
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
    results = clean_chunks(plan, settings, progress)
    version = None
    if not dry_run:
        check_gate(plan, results, settings, yes)
        version = publish(plan, results, settings)
    return summarise(plan, results, version, settings, dry_run=dry_run)


def plan_run(
    settings: Settings, *, full: bool = False, source: str | None = None, documents: Collection[str] = ()
) -> Plan:
    """Read what changed and say what is to be cleaned (`corpus.plan`)."""
    from corpus import plan

    return plan.plan_run(settings, full=full, source=source, documents=documents)


def clean_chunks(plan: Plan, settings: Settings, progress: Progress | None = None) -> list[ChunkResult]:
    """Clean all chunks of a plan."""
    results, done = [], 0
    for chunk in plan.chunks:
        results.append(clean_chunk(chunk, settings))
        done += chunk.documents
        if progress is not None:
            progress(done, plan.documents)
    return results


def clean_chunk(chunk: Chunk, settings: Settings) -> ChunkResult:
    """Clean one chunk in this process (`corpus.clean_chunk`)."""
    from corpus import clean_chunk

    return clean_chunk.clean_chunk(chunk, settings)


def check_gate(plan: Plan, results: Sequence[ChunkResult], settings: Settings, yes: bool = False) -> None:
    """Raise `GateStop` when the run would change too much (`corpus.gate`)."""
    from corpus import gate

    gate.check_gate(plan, results, settings, yes)


def publish(plan: Plan, results: Sequence[ChunkResult], settings: Settings) -> int | None:
    """Commit what changed; the version, or None (`corpus.publish`)."""
    from corpus import publish

    return publish.publish(plan, results, settings)


def summarise(
    plan: Plan, results: Sequence[ChunkResult], version: int | None, settings: Settings, *, dry_run: bool = False
) -> RunSummary:
    """What the run did; clears its staging folder away."""
    from corpus import report

    return report.summarise(plan, results, version, settings, dry_run=dry_run, seconds=time.time() - plan.started)
