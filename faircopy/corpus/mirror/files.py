"""The files of the mirror: written by rename, and never over what a person wrote."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.mirror.paths import log_path
from faircopy.corpus.readers.document import digest


class MirrorFiles:
    """`text/` and `changes/` of a clean folder. Paths are a document's mirror path, `site/a.txt`."""

    def __init__(self, clean: CleanFolder) -> None:
        self.text, self.changes = clean.text, clean.changes
        # Outside the mirror, so that a run that is killed leaves nothing in it; the mirror's lock keeps others away.
        self.half = clean.state / "half-written"

    def list(self) -> set[str]:
        """The mirror paths that have both files."""
        logs = {path.removesuffix(".jsonl") for path in _walk(self.changes)}
        return {path for path in _walk(self.text) if path.removesuffix(".txt") in logs}

    def write(
        self, path: str, text: bytes, log: bytes, known_text: str | None, known_log: str | None
    ) -> tuple[str, str] | None:
        """Write a document's text and log; their hashes, or None when one holds what no run wrote.

        `known_text` and `known_log` are the hashes of what a run wrote last. A log whose hash is not
        known goes with its text.
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
        """Write a file whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.half.write_bytes(data)
        self.half.replace(path)

    def remove(self, path: str, text_hash: str, log_hash: str) -> bool:
        """Remove a document's files, and folders left empty; false when a person edited one, which then stays."""
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
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):  # not empty
        while folder != root:
            folder.rmdir()
            folder = folder.parent
