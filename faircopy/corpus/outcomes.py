"""What came of the documents that were cleaned: narrow columns in memory, rows by reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from faircopy.corpus.staging.chunks import ChunkResult
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.schema import OUTCOME


class Outcome(NamedTuple):
    """A cleaned document: what a plan compares, and where its row lies."""

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


NARROW = ["doc_id", "source", "status", "held_reason", "raw_sha256", "clean_sha256", "fingerprint"]

Outcomes = dict[str, Outcome]


def read_outcomes(results: Sequence[ChunkResult]) -> Outcomes:
    """Every outcome by document; of a document that was staged twice the later one counts."""
    outcomes: Outcomes = {}
    for result in sorted(results, key=lambda result: result.number):
        for file in result.files:
            table = read_rows(file)
            each = table.nbytes // max(1, table.num_rows)
            columns = [table.column(name).to_pylist() for name in NARROW]
            for row, values in enumerate(zip(*columns, strict=True)):
                outcomes[values[0]] = Outcome._make((*values, each, file, row))
    return outcomes


def rows_of(outcomes: Iterable[Outcome]) -> pa.Table:
    """The full rows of some outcomes, in their order of file and row."""
    by_file: dict[str, list[int]] = defaultdict(list)
    for outcome in outcomes:
        by_file[outcome.file].append(outcome.row)
    tables = [read_rows(file).take(sorted(rows)) for file, rows in sorted(by_file.items())]
    return pa.concat_tables(tables) if tables else OUTCOME.empty_table()
