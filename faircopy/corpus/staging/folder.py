"""The folder a run stages its documents in. What a run that was killed or stopped left is used again, then removed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO

import orjson

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.lock import try_lock
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.schema import PUBLISHED

REUSABLE = "reusable.json"
_in_use: dict[str, IO[bytes]] = {}  # lock files of this process's runs

Reusable = dict[str, tuple[str, int]]


def begin_staging(clean: CleanFolder, run_id: str) -> Path:
    """A staging folder for a run, marked as in use."""
    folder = clean.state / "staging" / run_id
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = try_lock(_lock_of(folder))  # before there is a folder: another run removes those that nobody holds
    assert lock is not None, folder
    folder.mkdir()
    _in_use[str(folder)] = lock
    return folder


def leave_staging(folder: str) -> None:
    """Leave a run's staging folder to the next run."""
    lock = _in_use.pop(folder, None)
    if lock is not None:
        lock.close()


def end_staging(folder: str) -> None:
    """Remove a run's staging folder, and those of runs that are over."""
    for left in _left_over(Path(folder)):
        shutil.rmtree(left, ignore_errors=True)
        _lock_of(left).unlink(missing_ok=True)
    drop_staging(folder)


def drop_staging(folder: str) -> None:
    """Remove a run's staging folder alone."""
    shutil.rmtree(folder, ignore_errors=True)
    _lock_of(Path(folder)).unlink(missing_ok=True)
    leave_staging(folder)


def find_reusable(staging: Path) -> None:
    """Note which documents earlier runs cleaned and did not publish."""
    found: Reusable = {}
    for folder in _left_over(staging):
        for file in sorted(folder.glob("outcome-*.arrow")):
            columns = ("doc_id", "raw_sha256", "fingerprint", "status")
            table = read_rows(str(file), list(columns))
            rows = zip(*(table[name].to_pylist() for name in columns), strict=True)
            for number, (doc_id, raw_sha256, fingerprint, status) in enumerate(rows):
                if status == PUBLISHED:
                    found[reuse_key(doc_id, raw_sha256, fingerprint)] = (str(file), number)
    if found:
        (staging / REUSABLE).write_bytes(orjson.dumps(found))


@lru_cache(maxsize=2)
def read_reusable(staging: str) -> Reusable:
    """Where outcomes lie that an earlier run left, by `reuse_key`; read once a worker."""
    file = Path(staging, REUSABLE)
    return {key: (path, row) for key, (path, row) in orjson.loads(file.read_bytes()).items()} if file.exists() else {}


def reuse_key(doc_id: str, raw_sha256: str | None, fingerprint: str) -> str:
    """What an outcome depends on."""
    return f"{doc_id}\0{raw_sha256}\0{fingerprint}"


def _left_over(staging: Path) -> Iterator[Path]:
    """Staging folders that no living run uses."""
    for folder in sorted(staging.parent.iterdir()):
        if folder != staging and str(folder) not in _in_use and folder.is_dir():
            lock = try_lock(_lock_of(folder))
            if lock is not None:
                lock.close()
                yield folder


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
