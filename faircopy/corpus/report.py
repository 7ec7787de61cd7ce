"""A run's summary, from its plan, its results and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from faircopy.corpus.clean_folder import clean_folder
from faircopy.corpus.counts import count_run, held_documents, unused_sources
from faircopy.corpus.gate import too_much
from faircopy.corpus.mirror.sync import has_mirror
from faircopy.corpus.outcomes import read_outcomes
from faircopy.corpus.plan.cache import State
from faircopy.corpus.plan.plan import Plan
from faircopy.corpus.publish import KEPT
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import ChunkResult
from faircopy.corpus.staging.folder import end_staging
from faircopy.corpus.summary import RunSummary
from faircopy.corpus.table.index import forget_indexes, read_index
from faircopy.corpus.table.row_diff import work_out


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
