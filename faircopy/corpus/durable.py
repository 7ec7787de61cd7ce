"""Makes what was written last through a power cut.

A file that was closed may still be in memory only, and so may its name in its folder. A version is reported once both
are on disk: the files of its parts before the log entry that names them, the log entry before anything is said.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

MANY = 64  # files from which it is cheaper to have everything written


def sync_files(files: Collection[Path]) -> None:
    """Wait until the data of files, and their names in their folders, are on disk. Raises `OSError`."""
    if len(files) >= MANY and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        _sync(file)
    for folder in sorted({file.parent for file in files}):
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk. Windows cannot, and writes them in order by itself."""
    if os.name == "posix":
        _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
