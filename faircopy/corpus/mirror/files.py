"""The files of the mirror: replaced atomically, and never when a person edited them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.durable import sync_files
from faircopy.corpus.mirror.paths import log_path
from faircopy.corpus.readers.document import digest


class MirrorFiles:
    """The folders `text/` and `changes/` of a clean folder. A path is the mirror path of a document: `site/a.txt`."""

    def __init__(self, clean: CleanFolder) -> None:
        self.text, self.changes = clean.text, clean.changes
        # Outside the mirror, so that a killed run leaves nothing in it. The lock of the mirror keeps other runs away.
        self.half = clean.state / "half-written"
        self._unsynced: list[Path] = []

    def list(self) -> set[str]:
        """The mirror paths that have both a text and a log."""
        logs = {path.removesuffix(".jsonl") for path in _walk(self.changes)}
        return {path for path in _walk(self.text) if path.removesuffix(".txt") in logs}

    def write(
        self, path: str, text: bytes, log: bytes, known_text: str | None, known_log: str | None
    ) -> tuple[str, str] | None:
        """Write a document's text and log; return their hashes, or None when a person edited one of the files.

        `known_text` and `known_log` are the hashes of what a run wrote last. A log without a known hash is
        overwritten whenever its text is.
        """
        hashes = digest(text), digest(log)
        here, there = self.text / path, self.changes / log_path(path)
        text_now, log_now = _hash_of(here), _hash_of(there)
        if text_now not in (None, known_text, hashes[0]):
            return None
        if known_log is not None and log_now not in (None, known_log, hashes[1]):
            return None
        if text_now != hashes[0]:
            self._replace(here, text)
        if log_now != hashes[1]:
            self._replace(there, log)
        return hashes

    def _replace(self, path: Path, data: bytes) -> None:
        """Write a file atomically."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.half.write_bytes(data)
        self.half.replace(path)
        self._unsynced.append(path)

    def sync(self) -> None:
        """Wait until the files written since the last call are on disk."""
        sync_files(self._unsynced)
        self._unsynced.clear()

    def remove(self, path: str, text_hash: str, log_hash: str) -> bool:
        """Remove a document's files and folders left empty; keep both and return false when a person edited one."""
        here, there = self.text / path, self.changes / log_path(path)
        if _hash_of(here) not in (None, text_hash) or _hash_of(there) not in (None, log_hash):
            return False
        for file, root in ((here, self.text), (there, self.changes)):
            file.unlink(missing_ok=True)
            _remove_empty(file.parent, root)
        return True


def _walk(root: Path) -> list[str]:
    found = []
    for folder, _, names in os.walk(root):
        prefix = Path(folder).relative_to(root).as_posix() + "/"
        found += [(prefix + name).removeprefix("./") for name in names]
    return found


def _hash_of(path: Path) -> str | None:
    """The hash of a file; None where there is none, or an empty one, as a power cut leaves files just written."""
    try:
        return digest(data) if (data := path.read_bytes()) else None
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):  # not empty
        while folder != root:
            folder.rmdir()
            folder = folder.parent
