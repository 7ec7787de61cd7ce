"""A run's summary, from its plan, its results and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from corpus.changes import work_out
from corpus.clean_folder import clean_folder
from corpus.counts import count_run, held_documents, unused_sources
from corpus.gate import too_much
from corpus.index import forget_indexes, read_index
from corpus.mirror import has_mirror
from corpus.outcomes import read_outcomes
from corpus.plan import Plan
from corpus.publish import KEPT
from corpus.settings import Settings
from corpus.staging import ChunkResult
from corpus.state import State
from corpus.summary import RunSummary
from corpus.work.staging_folder import end_staging


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
    clean = clean_folder(settings)
    delta = clean.delta(plan.base_version)
    changes = work_out(plan, read_outcomes(results), read_index(delta), delta)
    names = {field.name for field in fields(RunSummary)}
    counts: dict[str, Any] = {k: v for k, v in count_run(plan, changes, results).items() if k in names}
    gate = tuple(too_much(plan, results, settings)) if dry_run else ()
    with State(clean, delta) as state:
        kept = () if dry_run else tuple(state.noted(KEPT) or ())
    end_staging(plan.staging)
    forget_indexes()
    return RunSummary(
        run_id=plan.run_id,
        version=version,
        held_documents=held_documents(changes),
        kept_by_hand=kept,
        unreadable=plan.unreadable,
        ignored=plan.ignored,
        table_path=clean.table_url,
        mirror_path=str(clean.text) if has_mirror(clean, settings, len(changes.paths)) else None,
        seconds=seconds,
        dry_run=dry_run,
        gate=gate,
        unused_sources=unused_sources(changes, settings) if plan.whole else (),
        **counts,
    )
