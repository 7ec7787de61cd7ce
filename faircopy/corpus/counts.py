"""The counts of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

import pyarrow.compute as pc

from faircopy.corpus.outcomes import Outcome, Outcomes
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.index import IndexRow
from faircopy.corpus.table.row_diff import Changes
from faircopy.corpus.table.schema import HELD, PUBLISHED
from faircopy.did_you_mean import did_you_mean

Counts = dict[str, Any]  # fields of a RunSummary


def count_run(read: int, outcomes: Outcomes, changes: Changes) -> Counts:
    """The counts of a run's summary, which its commit keeps too. `read` is the number of documents seen in `raw/`.

    A document is `added` when its text is published for the first time (or again after it was
    removed), `changed` when its published text is another, and `unchanged` when it was read, neither, and not
    held by this run. `held` counts all documents held now, also those that earlier runs held.
    """
    before, updates = changes.before, changes.updates
    published = [outcome for outcome in updates.values() if outcome.status == PUBLISHED]
    old_hashes = {o.doc_id: before[o.doc_id].clean_sha256 if o.doc_id in before else None for o in published}
    added = sum(old_hashes[o.doc_id] is None for o in published)
    changed = sum(old_hashes[o.doc_id] not in (None, o.clean_sha256) for o in published)
    held = held_documents(changes)
    by_rule = _edits_by_rule(outcomes.values())
    by_stage: Counter[str] = Counter()
    for (stage, _), count in by_rule.items():
        by_stage[stage] += count
    return {
        "read": read,
        "added": added,
        "changed": changed,
        "unchanged": max(0, read - added - changed - sum(doc_id in updates for doc_id, _ in held)),
        "held": len(held),
        "removed": len(changes.gone),
        "cleaned": len(outcomes),
        "edits": sum(by_rule.values()),
        "edits_by_stage": dict(by_stage.most_common()),
        "edits_by_rule": {rule: count for (_, rule), count in by_rule.most_common()},
    }


def held_documents(changes: Changes) -> tuple[tuple[str, str], ...]:
    """Every document that is held after the changes, with the reason."""
    rows = {row.doc_id: row for row in changes.before.values() if row.is_present}
    now: dict[str, IndexRow | Outcome] = {**rows, **changes.updates}
    held = ((doc_id, row.held_reason or "") for doc_id, row in now.items() if row.status == HELD)
    return tuple(sorted((doc_id, reason) for doc_id, reason in held if doc_id in changes.paths))


def unused_sources(changes: Changes, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Sources that have settings but no document, each with a suggestion; the settings have no effect."""
    old = {row.source for row in changes.before.values() if row.is_present}
    new = {outcome.source for outcome in changes.updates.values()}
    there = sorted(source for source in old | new if source)
    unused = sorted(set(settings.source) - set(there)) if there else []
    return tuple((name, did_you_mean(name, there)) for name in unused)


def _edits_by_rule(outcomes: Collection[Outcome]) -> Counter[tuple[str, str]]:
    """How often each rule was applied, by (stage, rule)."""
    rows_by_file: dict[str, list[int]] = defaultdict(list)
    for outcome in outcomes:
        rows_by_file[outcome.file].append(outcome.row)
    counts: Counter[tuple[str, str]] = Counter()
    for file, rows in rows_by_file.items():
        edits = pc.list_flatten(read_rows(file, ["edits"]).take(rows)["edits"]).combine_chunks()
        if len(edits):
            counts.update(zip(edits.field("stage").to_pylist(), edits.field("rule").to_pylist(), strict=True))
    return counts
