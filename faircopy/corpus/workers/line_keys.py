"""Find the line keys of staged documents, from file to file."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from faircopy.cleaners.boilerplate.repeats import line_keys
from faircopy.cleaners.markup import read_page
from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.staging.files import read_rows, write_rows

LINES = pa.schema([("doc_id", pa.string()), ("line_hashes", pa.list_(pa.int64())), ("held_reason", pa.string())])


def write_lines(batch: Batch) -> None:
    """Write the line keys of each document of a batch; none for a document without a source."""
    rows = read_rows(batch.raw, ["doc_id", "source", "text", "is_html", "held_reason"]).to_pylist()
    out: list[dict[str, object]] = []
    for row in rows:
        is_read = row["held_reason"] is None and row["source"] is not None
        text = (read_page(row["text"]).text if row["is_html"] else row["text"]) if is_read else ""
        out.append({"doc_id": row["doc_id"], "line_hashes": line_keys(text), "held_reason": row["held_reason"]})
    write_rows(Path(batch.lines), out, LINES)


def write_no_lines(batch: Batch, reason: str) -> None:
    """Hold the documents of a batch for a reason."""
    names = read_rows(batch.raw, ["doc_id"])["doc_id"].to_pylist()
    rows: list[dict[str, object]] = [{"doc_id": name, "line_hashes": [], "held_reason": reason} for name in names]
    write_rows(Path(batch.lines), rows, LINES)
