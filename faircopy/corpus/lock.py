"""Locks between processes of one machine. A process that ends, in whatever way, releases its locks."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout


def lock(path: Path) -> FileLock:
    """A lock file as a context manager that waits for whoever has locked it."""
    return FileLock(path, thread_local=False)  # a run of the flow may end in another thread than it began in


def try_lock(path: Path) -> FileLock | None:
    """The acquired lock, for the caller to release; None when somebody else has locked the file."""
    found = lock(path)
    try:
        found.acquire(blocking=False)
    except Timeout:
        return None
    return found
