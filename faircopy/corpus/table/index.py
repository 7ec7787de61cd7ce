"""The index of a table: the narrow columns of every document, which a plan compares raw files with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.schema import REMOVED

if TYPE_CHECKING:
    from deltalake import DeltaTable


class IndexRow(NamedTuple):
    """A document's narrow columns; the fields name the columns that are read."""

    doc_id: str
    source: str | None
    path: str | None
    status: str
    held_reason: str | None
    raw_sha256: str | None
    clean_sha256: str | None
    fingerprint: str
    part: int
    run_id: str

    @property
    def is_present(self) -> bool:
        """Whether `raw/` contained it when a run last checked."""
        return self.status != REMOVED


Index = dict[str, IndexRow]


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The index of a table at one version."""

    table_id: str
    version: int
    index: Index


def read_snapshot(delta: DeltaTable, known: Snapshot | None = None) -> Snapshot:
    """The index of the version that is loaded; `known` itself when it is of that version."""
    table_id, version = str(delta.metadata().id), delta.version()
    if known is not None and (known.table_id, known.version) == (table_id, version):
        return known
    return Snapshot(table_id, version, read_index(delta))


def read_index(delta: DeltaTable) -> Index:
    """The index of the loaded version: id -> row."""
    table = dataset_of(delta).to_table(columns=list(IndexRow._fields))
    columns = [table.column(name).to_pylist() for name in IndexRow._fields]
    return {row.doc_id: row for row in map(IndexRow._make, zip(*columns, strict=True))}


def read_line_hashes(delta: DeltaTable) -> pa.Table:
    """The columns doc_id, source and line_hashes of every document that is present."""
    present = pc.field("status") != REMOVED
    return dataset_of(delta).to_table(columns=["doc_id", "source", "line_hashes"], filter=present)


def read_parts(delta: DeltaTable, parts: Collection[int]) -> Iterator[tuple[int, pa.Table]]:
    """The rows of each part; keeps one part in memory."""
    dataset = dataset_of(delta)
    for part in sorted(parts):
        yield part, dataset.to_table(filter=pc.field("part") == part)
