"""Outcomes into the table, as one commit, and from there into the mirror."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import orjson

from faircopy.corpus.clean_folder import CleanFolder, clean_folder
from faircopy.corpus.counts import count_run
from faircopy.corpus.mirror.sync import sync_mirror
from faircopy.corpus.outcomes import Outcomes, read_outcomes
from faircopy.corpus.plan.cache import State, read_marks
from faircopy.corpus.plan.fingerprint import recipe_json, recipe_record
from faircopy.corpus.plan.plan import Plan, plan_into, raw_folder
from faircopy.corpus.plan.scan import Asked
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import ChunkResult
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.commit import commit_changes
from faircopy.corpus.table.index import Index, read_index
from faircopy.corpus.table.row_diff import Changes, work_out
from faircopy.corpus.table.versions import REPEATS_SETTLED

ATTEMPTS = 20
KEPT = "kept by hand"


def publish(plan: Plan, results: Sequence[ChunkResult], settings: Settings) -> int | None:
    """Commit what changed and bring the mirror up to date; the version, or None when nothing changed.

    Where another run committed meanwhile, the documents whose row moved are planned and cleaned
    again. Raises `RunError` when others keep committing, or the mirror cannot be written.
    """
    clean = clean_folder(settings)
    with State(clean, clean.delta()) as state:
        before = {name: row.clean_sha256 for name, row in read_index(clean.delta(plan.base_version)).items()}
        kept = sync_mirror(clean, state, settings, before)  # what a run that was killed left undone
        version = _commit(plan, list(results), settings, clean)
        state.settle(read_marks(plan.staging))
        if version is not None:
            kept = sync_mirror(clean, state, settings, before)
        state.note(KEPT, kept)
    return version


def _commit(plan: Plan, results: list[ChunkResult], settings: Settings, clean: CleanFolder) -> int | None:
    outcomes = read_outcomes(results)
    for _ in range(ATTEMPTS):
        delta = clean.delta()
        index = read_index(delta)
        if delta.version() != plan.base_version:
            plan, outcomes = _catch_up(plan, outcomes, index, delta.version(), settings, clean)
        changes = work_out(plan, outcomes, index, delta)
        if changes.is_empty:
            return None
        version = commit_changes(delta, changes, plan, clean, _metadata(plan, changes, settings, results))
        if version is not None:
            return version
    raise RunError(f"{clean.table_url}: other runs keep committing; nothing of this run was published, run it again")


def _catch_up(
    plan: Plan, outcomes: Outcomes, index: Index, version: int, settings: Settings, clean: CleanFolder
) -> tuple[Plan, Outcomes]:
    """The plan on `version`, whose rows are `index`: documents whose row moved since are looked at and cleaned again.

    Whatever is committed while that goes on makes this run's commit fail, and is compared in the next round.
    """
    from faircopy.corpus.run import clean_chunk

    then = read_index(clean.delta(plan.base_version))
    moved = {name for name in (*outcomes, *plan.gone) if then.get(name) != index.get(name)}
    gone = tuple(name for name in plan.gone if name not in moved)
    if not moved:
        return replace(plan, base_version=version, gone=gone, whole=False), outcomes
    folder = Path(plan.staging) / f"again-{version}"
    folder.mkdir()
    raw = raw_folder(settings, clean)
    asked = Asked(plan.full, documents=frozenset(moved))
    again = plan_into(folder, plan.run_id, raw, asked, settings, plan.started)
    fresh = read_outcomes([clean_chunk(chunk, settings) for chunk in again.chunks])
    kept = {name: outcome for name, outcome in outcomes.items() if name not in moved}
    return replace(plan, base_version=version, gone=(*gone, *again.gone), whole=False), {**kept, **fresh}


def _metadata(plan: Plan, changes: Changes, settings: Settings, results: Sequence[ChunkResult]) -> dict[str, str]:
    """What the commit says of its run."""
    sources = {"": recipe_record(settings, None), **{name: recipe_record(settings, name) for name in settings.source}}
    return {
        "faircopy.run_id": plan.run_id,
        REPEATS_SETTLED: "yes" if plan.whole else "no",
        "faircopy.summary": orjson.dumps(count_run(plan, changes, results)).decode(),
        "faircopy.recipe": recipe_json(sources).decode(),
    }
