"""The raw folder: what lies in it, and its bytes. A local folder, or any URL that fsspec opens."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol, cast

from faircopy.corpus.readers.document import Problem
from faircopy.corpus.summary import RunError

ADVICE = "name the raw folder: faircopy run RAW CLEAN, or raw = … in faircopy.toml"
SETTLING_NS = 1_000_000_000


class RawFile(NamedTuple):
    """A file under `raw/`. `size` in bytes; `stamp` changes when its contents may have.

    The stamp is empty where nothing tells.

    `id` is its path with bytes that are not UTF-8 written as %XX; documents are named by it.
    """

    path: str
    id: str
    size: int
    stamp: str


@dataclass(slots=True)
class Listing:
    """What lies in `raw/`. Where a folder could not be listed, `complete` is false: nothing counts as gone."""

    files: list[RawFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    ignored: int = 0


class RawFolder(Protocol):
    """Where raw files come from."""

    def list(self) -> Listing:
        """Every file, in order of path."""

    def open(self, file: RawFile) -> BinaryIO:
        """The bytes of a file."""


def open_raw(url: str, storage: Mapping[str, Any] | None = None, without: Path | None = None) -> RawFolder:
    """Open a local folder or a URL of fsspec, skipping the subfolder `without`.

    Raises `RunError` when there is no such folder, or `without` is the folder itself.
    """
    url = url.removeprefix("file://")
    if "://" in url:
        return RemoteFolder(url, storage or {})
    if not Path(url).is_dir():
        raise RunError(f"there is no folder {url}; {ADVICE}")
    if without is not None and without.exists() and without.samefile(url):
        raise RunError(f"{url} is named both as raw and as clean; name another folder for the clean texts")
    return LocalFolder(url, without)


class LocalFolder:
    """A folder of this machine."""

    def __init__(self, root: str, without: Path | None = None) -> None:
        self.root = root
        self.without = without.stat() if without is not None and without.exists() else None

    def list(self) -> Listing:
        """Every file, in order of path; links are followed, hidden files left out."""
        listing = Listing()
        self._walk(self.root, "", listing, frozenset())
        listing.files.sort(key=lambda file: file.path)
        return listing

    def open(self, file: RawFile) -> BinaryIO:
        """The bytes of a file."""
        return cast(BinaryIO, Path(self.root, file.path).open("rb"))

    def _walk(self, folder: str, prefix: str, listing: Listing, above: frozenset[tuple[int, int]]) -> None:
        try:
            here = Path(folder).stat()
            if (here.st_dev, here.st_ino) in above or (self.without and os.path.samestat(here, self.without)):
                return
            entries = list(os.scandir(folder))
        except OSError as error:
            listing.complete = False
            listing.problems.append(
                Problem(_printable(prefix) or "raw/", f"cannot be listed ({error.strerror}); {MEND}")
            )
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = prefix + entry.name
            if _is_folder(entry):
                self._walk(entry.path, path + "/", listing, above | {(here.st_dev, here.st_ino)})
            elif _is_file(entry):
                listing.files.append(_local_file(path, entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """A file, or a link that leads nowhere, which is told of when it is opened; not a pipe or a device."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def _local_file(path: str, entry: os.DirEntry[str]) -> RawFile:
    """A file, or a link that leads nowhere: opening it will tell."""
    try:
        seen = entry.stat()
    except OSError:
        return RawFile(path, _printable(path), 0, "")
    # A file written this moment may be written again within the same tick of its clock: do not trust its stat yet.
    settled = seen.st_mtime_ns < time.time_ns() - SETTLING_NS
    return RawFile(path, _printable(path), seen.st_size, f"{seen.st_mtime_ns}-{seen.st_ino}" if settled else "")


MEND = "mend its rights or the link; nothing counts as removed meanwhile"


class RemoteFolder:
    """A folder that fsspec opens (`s3://…`, `memory://…`)."""

    def __init__(self, url: str, storage: Mapping[str, Any]) -> None:
        import fsspec

        self.filesystem, self.root = fsspec.core.url_to_fs(url, **storage)
        if not self.filesystem.isdir(self.root):
            raise RunError(f"there is no folder {url}; {ADVICE}")

    def list(self) -> Listing:
        """Every file, in order of path; hidden files left out."""
        listing = Listing()
        for path, entry in sorted(self._find(listing)):
            name = path.removeprefix(self.root).lstrip("/")
            if not any(part.startswith(".") for part in name.split("/")):
                listing.files.append(RawFile(name, name, int(str(entry.get("size") or 0)), _stamp(entry)))
        return listing

    def open(self, file: RawFile) -> BinaryIO:
        """The bytes of a file."""
        return cast(BinaryIO, self.filesystem.open(f"{self.root}/{file.path}", "rb"))

    def _find(self, listing: Listing) -> Iterator[tuple[str, dict[str, object]]]:
        try:
            yield from self.filesystem.find(self.root, detail=True).items()
        except OSError as error:
            listing.complete = False
            listing.problems.append(Problem(self.root, f"cannot be listed ({error}); {MEND}"))


def _stamp(entry: Mapping[str, object]) -> str:
    """What a store says of a file's contents: its tag, else when it was written."""
    marks = (entry.get(key) for key in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created"))
    return str(next((mark for mark in marks if mark), ""))


def _printable(path: str) -> str:
    """A path as text; a byte of a file name that is not UTF-8 becomes %XX."""
    try:
        if not path.isascii():
            path.encode("utf-8")
        return path
    except UnicodeEncodeError:
        return "".join(f"%{ord(c) - 0xDC00:02X}" if 0xDC80 <= ord(c) <= 0xDCFF else c for c in path)
