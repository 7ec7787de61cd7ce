"""A run's summary, from its plan, its results and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from corpus.changes import work_out
from corpus.clean_folder import CleanFolder
from corpus.counts import count_run, held_documents
from corpus.index import read_index
from corpus.outcomes import read_outcomes
from corpus.plan import Plan
from corpus.settings import Settings
from corpus.staging import ChunkResult
from corpus.staging_folder import end_staging
from corpus.summary import RunSummary


def summarise(
    plan: Plan,
    results: Sequence[ChunkResult],
    version: int | None,
    settings: Settings,
    *,
    dry_run: bool = False,
    seconds: float = 0.0,
) -> RunSummary:
    """What the run did; clears its staging folder away."""
    clean = CleanFolder(settings.clean, settings.storage)
    delta = clean.delta(plan.base_version)
    changes = work_out(plan, read_outcomes(results), read_index(delta), delta)
    names = {field.name for field in fields(RunSummary)}
    counts = {name: value for name, value in count_run(plan, changes, results).items() if name in names}
    end_staging(plan.staging)
    return RunSummary(
        run_id=plan.run_id,
        version=version,
        held_documents=held_documents(changes),
        unreadable=plan.unreadable,
        ignored=plan.ignored,
        table_path=clean.table_url,
        mirror_path=str(clean.text) if settings.mirror and clean.is_local else None,
        seconds=seconds,
        dry_run=dry_run,
        **counts,  # type: ignore[arg-type]
    )
