"""Which rows a run writes: outcomes that differ from the table, documents gone, documents with a new mirror path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from faircopy.corpus.mirror.paths import assign_paths
from faircopy.corpus.outcomes import Outcome, Outcomes, rows_of
from faircopy.corpus.table.index import Index, IndexRow, read_parts
from faircopy.corpus.table.schema import HELD, PUBLISHED

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable

WIDE_COLUMNS = ["doc_id", "text", "edits", "suggestions", "meta", "language", "encoding", "line_hashes"]


@dataclass(frozen=True)
class Changes:
    """Documents by what happens to their rows. `paths` has the mirror path of every document present afterwards."""

    updates: Outcomes = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    paths: dict[str, str] = field(default_factory=dict)
    before: Index = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.updates or self.gone or self.moved)


def diff_rows(outcomes: Outcomes, missing: Iterable[str], index: Index, delta: DeltaTable) -> Changes:
    """Compare cleaned documents, and those missing from `raw/`, with the table's version `delta`, whose index is given.

    Compares the narrow columns first, and reads whole rows only where those are equal.
    """
    gone = tuple(doc_id for doc_id in missing if doc_id in index and index[doc_id].is_present)
    updates, alike = {}, []
    for outcome in outcomes.values():
        row = index.get(outcome.doc_id)
        if row is None or _differs(outcome, row):
            updates[outcome.doc_id] = outcome
        elif outcome.status == PUBLISHED:
            alike.append(outcome)
    updates |= {outcome.doc_id: outcome for outcome in _differ_within(alike, index, delta)}
    paths = _paths(index, updates, gone)
    moved = tuple(
        doc_id
        for doc_id, path in paths.items()
        if doc_id in index and doc_id not in updates and index[doc_id].path != path
    )
    return Changes(updates, gone, moved, paths, index)


def _differs(outcome: Outcome, row: IndexRow) -> bool:
    if outcome.status == HELD:
        now, then = outcome.held_reason, row.held_reason
    else:
        now, then = outcome.clean_sha256, row.clean_sha256
    same = ("status", "raw_sha256", "fingerprint", "source")
    return now != then or any(getattr(outcome, name) != getattr(row, name) for name in same)


def _differ_within(alike: Iterable[Outcome], index: Index, delta: DeltaTable) -> Iterable[Outcome]:
    """Those whose narrow columns equal the table's, but not all the others."""
    by_part: dict[int, dict[str, Outcome]] = defaultdict(dict)
    for outcome in alike:
        by_part[index[outcome.doc_id].part][outcome.doc_id] = outcome
    for part, table in read_parts(delta, by_part):
        here = by_part[part]
        old, new = _by_id(table, here), _by_id(rows_of(here.values()), here)
        yield from (outcome for doc_id, outcome in here.items() if old[doc_id] != new[doc_id])


def _by_id(table: pa.Table, wanted: Iterable[str]) -> dict[str, dict[str, object]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = table.filter(pc.is_in(table["doc_id"], pa.array(list(wanted)))).select(WIDE_COLUMNS).to_pylist()
    return {row["doc_id"]: row for row in rows}


def _paths(index: Index, updates: Iterable[str], gone: Iterable[str]) -> dict[str, str]:
    """The mirror path of every document present after the run; they change only when documents come or go."""
    before = {row.doc_id: row.path or "" for row in index.values() if row.is_present}
    after = (before.keys() | set(updates)) - set(gone)
    if after == before.keys():
        return before
    return assign_paths(sorted(after))
