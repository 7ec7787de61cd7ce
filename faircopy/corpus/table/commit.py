"""The commit: the parts of the table that a run touches are rewritten, as one new version."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.outcomes import Outcome, rows_of
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.index import read_parts
from faircopy.corpus.table.part_files import PartFiles, removals
from faircopy.corpus.table.row_diff import Changes
from faircopy.corpus.table.schema import HELD, PUBLISHED, REMOVED, TABLE

if TYPE_CHECKING:
    from deltalake import DeltaTable

PART_BYTES = 32 << 20
# The columns that a held document keeps from its last published version.
LAST_PUBLISHED = ("raw_text_sha256", "clean_sha256", "text", "edits", "suggestions", "meta", "language")
ERASED = ("held_reason", "encoding", "clean_sha256", "raw_text_sha256", "text", "meta", "language", "original")
EMPTY_LISTS: dict[str, list[object]] = {"edits": [], "suggestions": [], "line_hashes": []}

Values = dict[str, Any]


def commit_changes(
    delta: DeltaTable, changes: Changes, run_id: str, clean: CleanFolder, metadata: dict[str, str]
) -> int | None:
    """Write the changes as the next version of the table; None when another run committed that version first."""
    from deltalake import CommitProperties
    from deltalake.exceptions import CommitFailedError

    parts = assign_parts(delta, changes)
    files = PartFiles(delta, dict(clean.storage))
    began = time.time_ns()
    stamp = {"run_id": run_id, "cleaned_at": datetime.now(UTC)}
    try:
        for part, old in read_parts(delta, parts):
            files.write(part, _rows_of_part(part, old, parts[part], changes, stamp))
        files.sync()
        delta.create_write_transaction(
            [*files.written, *removals(delta, parts)],
            "append",
            TABLE,
            ["part"],
            # No retry inside the library: the caller has to compare with the newer version first.
            commit_properties=CommitProperties(custom_metadata=metadata, max_commit_retries=0),
        )
    except CommitFailedError as error:
        files.discard()
        if clean.delta().version() == delta.version():
            raise RunError(f"{clean.table_url} cannot be written: {error}; fix that and run again") from error
        return None
    except BaseException:
        files.discard()
        raise
    clean.sync_log(began)
    delta.update_incremental()
    return int(delta.version())


def assign_parts(delta: DeltaTable, changes: Changes) -> dict[int, list[str]]:
    """The documents to write, by part: known ones stay in their part, new ones fill the last part, then new parts."""
    index = changes.before
    parts: dict[int, list[str]] = defaultdict(list)
    for doc_id in (*changes.updates, *changes.gone, *changes.moved):
        if doc_id in index:
            parts[index[doc_id].part].append(doc_id)
    new = sorted(doc_id for doc_id in changes.updates if doc_id not in index)
    if new:
        part = max((row.part for row in index.values()), default=0)
        filled = _bytes_of_part(delta, part)
        for doc_id in new:
            size = changes.updates[doc_id].bytes
            if filled and filled + size > PART_BYTES:
                part, filled = part + 1, 0
            filled += size
            parts[part].append(doc_id)
    return dict(parts)


def _bytes_of_part(delta: DeltaTable, part: int) -> int:
    """The uncompressed size of a part in bytes, from the footers of its files."""
    total = 0
    for fragment in dataset_of(delta).get_fragments(filter=pc.field("part") == part):
        total += sum(group.total_byte_size for group in fragment.row_groups)
    return total


def _rows_of_part(
    part: int, old: pa.Table, touched: list[str], changes: Changes, stamp: Values
) -> Iterator[pa.RecordBatch]:
    """The new rows of a part: untouched ones, cleaned ones, and those held, gone or moved."""
    fresh = [changes.updates[doc_id] for doc_id in touched if doc_id in changes.updates]
    cleaned = [outcome for outcome in fresh if outcome.status == PUBLISHED]
    amended = sorted({outcome.doc_id for outcome in cleaned}.symmetric_difference(touched))
    is_touched = pc.is_in(old["doc_id"], pa.array(touched, pa.string()))
    is_amended = pc.is_in(old["doc_id"], pa.array(amended, pa.string()))
    yield from old.filter(pc.invert(is_touched)).select(TABLE.names).cast(TABLE).to_batches()
    yield from _cleaned_rows(cleaned, changes.paths, {"part": part, **stamp}).to_batches()
    held = {row["doc_id"]: row for row in rows_of(o for o in fresh if o.status == HELD).to_pylist()}
    before = {row["doc_id"]: row for row in old.filter(is_amended).to_pylist()}
    rows = [_amended_row(name, held.get(name), before.get(name), changes, stamp) for name in amended]
    yield from pa.Table.from_pylist([row | {"part": part} for row in rows], schema=TABLE).to_batches()


def _cleaned_rows(outcomes: list[Outcome], paths: Mapping[str, str], same: Mapping[str, object]) -> pa.Table:
    """The rows of published documents; `same` are values that all of them share."""
    table = rows_of(outcomes)
    columns = {name: table[name] for name in table.column_names}
    columns["path"] = pa.array([paths[doc_id] for doc_id in columns["doc_id"].to_pylist()], pa.string())
    for name, value in same.items():
        columns[name] = pa.repeat(pa.scalar(value, TABLE.field(name).type), table.num_rows)
    return pa.Table.from_arrays([columns[name] for name in TABLE.names], schema=TABLE)


def _amended_row(doc_id: str, held: Values | None, before: Values | None, changes: Changes, stamp: Values) -> Values:
    """The row of a document that is held, gone, or has a new path in the mirror."""
    if held is not None:
        last = {name: before[name] for name in LAST_PUBLISHED} if before else {}
        stale = last.get("text") is not None
        return held | last | stamp | {"stale": stale, "path": changes.paths[doc_id]}
    assert before is not None, doc_id
    if doc_id in changes.paths:
        return before | {"run_id": stamp["run_id"], "path": changes.paths[doc_id]}
    return before | stamp | dict.fromkeys(ERASED) | {"status": REMOVED, "stale": False, **EMPTY_LISTS}
