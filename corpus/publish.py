"""Outcomes into the table, as one commit, and from there into the mirror."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from corpus.changes import Changes, work_out
from corpus.clean_folder import CleanFolder
from corpus.commit import commit_changes
from corpus.counts import count_run
from corpus.fingerprint import recipe_json, recipe_record
from corpus.index import read_index
from corpus.mirror import sync_mirror
from corpus.outcomes import read_outcomes
from corpus.plan import Plan
from corpus.settings import Settings
from corpus.staging import ChunkResult
from corpus.state import State
from corpus.summary import RunError

ATTEMPTS = 20


def publish(plan: Plan, results: Sequence[ChunkResult], settings: Settings) -> int | None:
    """Commit what changed and bring the mirror up to date; the version, or None when nothing changed.

    Where another run committed meanwhile, the documents whose row moved are planned and cleaned
    again. Raises `RunError` when others keep committing.
    """
    clean = CleanFolder(settings.clean, settings.storage)
    version = _commit(plan, results, settings, clean)
    with State(clean, clean.delta()) as state:
        sync_mirror(clean, state, settings)
        if plan.whole or version is not None:
            state.settle(plan.run_id)
    return version


def _commit(plan: Plan, results: Sequence[ChunkResult], settings: Settings, clean: CleanFolder) -> int | None:
    outcomes = read_outcomes(results)
    for _ in range(ATTEMPTS):
        delta = clean.delta()
        index = read_index(delta)
        changes = work_out(plan, outcomes, index, delta)
        if changes.is_empty:
            return None
        version = commit_changes(delta, changes, plan, _metadata(plan, changes, settings, results))
        if version is not None:
            return version
    raise RunError(
        f"{clean.table_url}: other runs commit all the time; nothing of this run was published: run it again"
    )


def _metadata(plan: Plan, changes: Changes, settings: Settings, results: Sequence[ChunkResult]) -> dict[str, str]:
    """What the commit says of its run."""
    sources = {"": recipe_record(settings, None), **{name: recipe_record(settings, name) for name in settings.source}}
    counts = count_run(plan, changes, results)
    return {
        "faircopy.run_id": plan.run_id,
        "faircopy.summary": orjson.dumps(counts).decode(),
        "faircopy.recipe": recipe_json(sources).decode(),
    }
