"""The entries of the table's log on a local disk: made durable after a commit, set aside where torn."""

from __future__ import annotations

import re
from pathlib import Path

import orjson

from faircopy.corpus.durable import sync_files, sync_folder

ENTRY = re.compile(r"\d{20}\.json")
SLACK = 4_000_000_000  # nanoseconds by which the clock of a file system may be coarse or behind


def log_folder(table: Path) -> Path:
    """The folder of the log in the folder of a table."""
    return table / "_delta_log"


def sync_log(table: Path, since: int) -> None:
    """Wait until the log's files changed since a time (nanoseconds since 1970) are on disk, checkpoints included."""
    log = log_folder(table)
    sync_files([file for file in sorted(log.iterdir()) if file.is_file() and file.stat().st_mtime_ns >= since - SLACK])
    for folder in (log, table, table.parent):
        sync_folder(folder)


def torn_entry(table: Path) -> Path | None:
    """The newest entry of the log, if it is torn. Its version was never reported, since reported ones are on disk."""
    log = log_folder(table)
    if not log.is_dir():
        return None
    newest = max((file for file in log.iterdir() if ENTRY.fullmatch(file.name)), default=None)
    return newest if newest is not None and not _is_whole(newest) else None


def set_torn_entry_aside(table: Path) -> None:
    """Rename the newest entry of the log to `….json.torn` if it is torn. The last reported version is then newest."""
    while (entry := torn_entry(table)) is not None:
        entry.rename(entry.with_name(f"{entry.name}.torn"))
        sync_folder(entry.parent)


def _is_whole(entry: Path) -> bool:
    """Whether an entry has actions and its last line, the first that a power cut takes, is JSON.

    Damage further up is no power cut's: such an entry may have been reported, and is left for the library to refuse.
    """
    lines = [line for line in entry.read_bytes().split(b"\n") if line.strip()]
    try:
        return bool(lines) and isinstance(orjson.loads(lines[-1]), dict)
    except orjson.JSONDecodeError:
        return False
