"""The columns of the table, as Arrow types. Published in `docs/table.md`."""

from __future__ import annotations

import pyarrow as pa

PUBLISHED, HELD, REMOVED = "published", "held", "removed"

EDIT = pa.struct(
    [
        ("id", pa.string()),
        ("stage", pa.string()),
        ("rule", pa.string()),
        ("start", pa.int64()),
        ("before", pa.string()),
        ("after", pa.string()),
        ("reason", pa.string()),
        ("confidence", pa.float64()),
        ("status", pa.string()),
        ("in_quote", pa.bool_()),
        ("raw_start", pa.int64()),
        ("raw_end", pa.int64()),
        ("clean_start", pa.int64()),
        ("clean_end", pa.int64()),
    ]
)

TABLE = pa.schema(
    [
        ("doc_id", pa.string()),
        ("source", pa.string()),
        ("path", pa.string()),
        ("status", pa.string()),
        ("held_reason", pa.string()),
        ("stale", pa.bool_()),
        ("raw_sha256", pa.string()),
        ("encoding", pa.string()),
        ("raw_text_sha256", pa.string()),
        ("clean_sha256", pa.string()),
        ("text", pa.string()),
        ("edits", pa.list_(EDIT)),
        ("suggestions", pa.list_(EDIT)),
        ("meta", pa.string()),
        ("language", pa.string()),
        ("fingerprint", pa.string()),
        ("line_hashes", pa.list_(pa.int64())),
        ("original", pa.binary()),
        ("part", pa.int32()),
        ("run_id", pa.string()),
        ("cleaned_at", pa.timestamp("us", tz="UTC")),
    ]
)

# The columns that cleaning fills in; the others are known when the document is published.
OUTCOME = pa.schema([field for field in TABLE if field.name not in ("part", "run_id", "cleaned_at")])
