"""The entries of the table's log on a local disk: made durable after a commit, dropped where a power cut tore one."""

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


def drop_torn_entry(table: Path) -> None:
    """Delete the newest entry of the log if it is torn, so that the table is at its last reported version again."""
    while (entry := torn_entry(table)) is not None:
        entry.unlink()
        sync_folder(entry.parent)


def _is_whole(entry: Path) -> bool:
    """Whether an entry has actions, each a line of JSON."""
    lines = [line for line in entry.read_bytes().split(b"\n") if line.strip()]
    try:
        return bool(lines) and all(isinstance(orjson.loads(line), dict) for line in lines)
    except orjson.JSONDecodeError:
        return False
