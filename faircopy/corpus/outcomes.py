"""Cleaned documents of a run: narrow columns in memory, whole rows by reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.schema import OUTCOME


class Outcome(NamedTuple):
    """A cleaned document: its narrow columns, its size in bytes, and the file and row that hold all its columns."""

    doc_id: str
    source: str | None
    status: str
    held_reason: str | None
    raw_sha256: str | None
    clean_sha256: str | None
    fingerprint: str
    bytes: int
    file: str
    row: int


_IN_FILE = Outcome._fields[:-3]  # the fields that are columns of the file

Outcomes = dict[str, Outcome]


def read_outcomes(batches: Iterable[Batch]) -> Outcomes:
    """The outcomes of cleaned batches, by document; of a document that was staged twice the later one counts."""
    outcomes: Outcomes = {}
    for batch in batches:
        table = read_rows(batch.outcome)
        average = table.nbytes // max(1, table.num_rows)
        columns = [table.column(name).to_pylist() for name in _IN_FILE]
        for row, values in enumerate(zip(*columns, strict=True)):
            outcomes[values[0]] = Outcome._make((*values, average, batch.outcome, row))
    return outcomes


def rows_of(outcomes: Iterable[Outcome]) -> pa.Table:
    """The whole rows of some outcomes, ordered by file and row."""
    by_file: dict[str, list[int]] = defaultdict(list)
    for outcome in outcomes:
        by_file[outcome.file].append(outcome.row)
    tables = [read_rows(file).take(sorted(rows)) for file, rows in sorted(by_file.items())]
    return pa.concat_tables(tables) if tables else OUTCOME.empty_table()
