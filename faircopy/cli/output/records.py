"""Output for other tools: one JSON object per line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import datetime


def print_records(records: Iterable[Mapping[str, object]]) -> None:
    """Write records to standard output as JSON lines; times in ISO 8601."""
    import orjson

    for record in records:
        sys.stdout.buffer.write(orjson.dumps(record, default=_plain, option=orjson.OPT_APPEND_NEWLINE))


def _plain(value: object) -> object:
    """Convert a value that orjson does not support."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)
