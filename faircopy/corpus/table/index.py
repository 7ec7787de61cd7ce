"""The newest row of every document, its narrow columns only: what a plan compares raw files with."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.schema import INDEX_COLUMNS, REMOVED

if TYPE_CHECKING:
    from deltalake import DeltaTable


class IndexRow(NamedTuple):
    """A document's narrow columns; see `faircopy.corpus.table.schema`."""

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
        """Whether its raw text was there when last looked for."""
        return self.status != REMOVED


Index = dict[str, IndexRow]


_read: dict[tuple[str, str, int], Index] = {}  # a version never changes; a run asks for one or two, again and again


def read_index(delta: DeltaTable) -> Index:
    """Every document of the table: id -> row. Not to be changed by the caller."""
    key = (delta.table_uri, str(delta.metadata().id), delta.version())
    index = _read.get(key)
    if index is None:
        index = _read_index(delta)
        while len(_read) > 1:
            _read.pop(next(iter(_read), key), None)
        _read[key] = index
    return index


def forget_indexes() -> None:
    """Free the memory of the indexes read."""
    _read.clear()


def _read_index(delta: DeltaTable) -> Index:
    table = dataset_of(delta).to_table(columns=list(INDEX_COLUMNS))
    columns = [table.column(name).to_pylist() for name in INDEX_COLUMNS]
    return {row.doc_id: row for row in map(IndexRow._make, zip(*columns, strict=True))}


def read_line_hashes(delta: DeltaTable) -> pa.Table:
    """The columns doc_id, source and line_hashes of every document that is present."""
    present = pc.field("status") != REMOVED
    return dataset_of(delta).to_table(columns=["doc_id", "source", "line_hashes"], filter=present)


def read_parts(delta: DeltaTable, parts: Collection[int]) -> Iterator[tuple[int, pa.Table]]:
    """Each part's rows, one part in memory at a time."""
    dataset = dataset_of(delta)
    for part in sorted(parts):
        yield part, dataset.to_table(filter=pc.field("part") == part)
