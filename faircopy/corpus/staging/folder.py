"""The folder a run stages its documents in. The next run reuses what a killed or stopped run left, then deletes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import orjson

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.lock import lock, try_lock
from faircopy.corpus.staging.files import read_rows
from faircopy.corpus.table.schema import PUBLISHED

REUSABLE = "reusable.json"

Reusable = dict[str, tuple[str, int]]


class StagingFolder:
    """The staging folder of one run. It is locked until it is released or removed, or the process ends."""

    def __init__(self, clean: CleanFolder, run_id: str) -> None:
        self.path = clean.state / "staging" / run_id
        self._lock = lock(_lock_file(self.path))

    def create(self) -> None:
        """Create and lock the folder."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.acquire()  # before there is a folder: other runs remove folders that are not locked
        self.path.mkdir()

    def release(self) -> None:
        """Leave the folder to the next run."""
        self._lock.release()

    def remove(self) -> None:
        """Delete the folder."""
        _delete(self.path)
        self.release()

    def remove_abandoned(self) -> None:
        """Delete the folders of runs that ended without deleting theirs."""
        for folder in _abandoned(self.path):
            _delete(folder)


def write_reusable(staging: Path) -> None:
    """List in the folder `staging` the documents that earlier runs cleaned and did not publish."""
    found: Reusable = {}
    for folder in _abandoned(staging):
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
    """The file and row of each outcome that an earlier run left, by `reuse_key`; read once per worker."""
    file = Path(staging, REUSABLE)
    return {key: (path, row) for key, (path, row) in orjson.loads(file.read_bytes()).items()} if file.exists() else {}


def reuse_key(doc_id: str, raw_sha256: str | None, fingerprint: str) -> str:
    """A key of everything that an outcome depends on."""
    return f"{doc_id}\0{raw_sha256}\0{fingerprint}"


def _abandoned(own: Path) -> Iterator[Path]:
    """The staging folders, except `own`, that no living run uses."""
    for folder in sorted(own.parent.glob("*")):
        if folder != own and folder.is_dir():
            acquired = try_lock(_lock_file(folder))
            if acquired is not None:
                acquired.release()
                yield folder


def _delete(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    _lock_file(folder).unlink(missing_ok=True)


def _lock_file(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
