"""What a run did, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyarrow.compute as pc

from faircopy.corpus.outcomes import Outcome
from faircopy.corpus.plan.plan import Plan
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.staging.chunks import ChunkResult
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.index import IndexRow
from faircopy.corpus.table.row_diff import Changes
from faircopy.corpus.table.schema import HELD, PUBLISHED
from faircopy.did_you_mean import did_you_mean


def count_run(plan: Plan, changes: Changes, results: Sequence[ChunkResult]) -> dict[str, object]:
    """The counts of a run's summary, as its commit keeps them.

    A document is `added` when its text is published for the first time (or again after it was
    removed), `changed` when its published text is another, `unchanged` when it was read and neither.
    """
    before, updates = changes.before, changes.updates
    published = [outcome for outcome in updates.values() if outcome.status == PUBLISHED]
    added = [o for o in published if o.doc_id not in before or before[o.doc_id].clean_sha256 is None]
    changed = [
        o for o in published if o.doc_id in before and before[o.doc_id].clean_sha256 not in (None, o.clean_sha256)
    ]
    held = dict(held_documents(changes))
    present = len(changes.paths)
    by_rule = _edits_by_rule(results)
    by_stage: Counter[str] = Counter()
    for (stage, _), count in by_rule.items():
        by_stage[stage] += count
    return {
        "read": plan.read,
        "added": len(added),
        "changed": len(changed),
        "unchanged": max(0, plan.read - len(added) - len(changed) - sum(doc_id in updates for doc_id in held)),
        "held": len(held),
        "removed": len(changes.gone),
        "cleaned": plan.documents,
        "documents": present - len(held),
        "edits": sum(by_rule.values()),
        "edits_by_stage": dict(by_stage.most_common()),
        "edits_by_rule": {rule: count for (_, rule), count in by_rule.most_common()},
    }


def held_documents(changes: Changes) -> tuple[tuple[str, str], ...]:
    """Every document that is held once the changes are made, with the reason."""
    rows = {row.doc_id: row for row in changes.before.values() if row.is_present}
    now: dict[str, IndexRow | Outcome] = {**rows, **changes.updates}
    held = ((doc_id, row.held_reason or "") for doc_id, row in now.items() if row.status == HELD)
    return tuple(sorted((doc_id, reason) for doc_id, reason in held if doc_id in changes.paths))


def unused_sources(changes: Changes, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Sources with settings of their own that no document has: what is set for them does nothing."""
    old = {row.source for row in changes.before.values() if row.is_present}
    new = {outcome.source for outcome in changes.updates.values()}
    there = sorted(source for source in old | new if source)
    unused = sorted(set(settings.source) - set(there)) if there else []
    return tuple((name, did_you_mean(name, there)) for name in unused)


def _edits_by_rule(results: Sequence[ChunkResult]) -> Counter[tuple[str, str]]:
    """How often each rule was applied, by (stage, rule)."""
    counts: Counter[tuple[str, str]] = Counter()
    for result in results:
        for file in result.files:
            edits = pc.list_flatten(read_rows(file, ["edits"])["edits"]).combine_chunks()
            if len(edits):
                stages, rules = edits.field("stage").to_pylist(), edits.field("rule").to_pylist()
                counts.update(zip(stages, rules, strict=True))
    return counts
