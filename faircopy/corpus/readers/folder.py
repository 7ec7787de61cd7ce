"""Lists and opens the files of the raw folder: a local folder, or any URL that fsspec opens."""

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
    """A file under `raw/`. `size` is in bytes; `stamp` changes whenever the contents may have changed.

    An empty stamp means that this is unknown. `id` is the path with bytes that are not UTF-8 written as %XX; the ids
    of documents start with it.
    """

    path: str
    id: str
    size: int
    stamp: str


@dataclass(slots=True)
class Listing:
    """The files of `raw/`. `complete` is false if a folder could not be listed: then no document counts as gone."""

    files: list[RawFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    ignored: int = 0


class RawFolder(Protocol):
    """A folder of raw files."""

    def list(self) -> Listing:
        """Every file, ordered by path."""

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
    """A local folder."""

    def __init__(self, root: str, without: Path | None = None) -> None:
        self.root = root
        self.without = without.stat() if without is not None and without.exists() else None

    def list(self) -> Listing:
        """Every file, ordered by path. Follows links, skips hidden files."""
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
                Problem(_printable(prefix) or "raw/", f"cannot be listed ({error.strerror}); {LISTING_ADVICE}")
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
    """Whether it is a file or a broken link, which opening it reports; not a pipe or a device."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def _local_file(path: str, entry: os.DirEntry[str]) -> RawFile:
    """A file, or a broken link, which opening it reports."""
    try:
        seen = entry.stat()
    except OSError:
        return RawFile(path, _printable(path), 0, "")
    # A file written just now may be written again within the same tick of its clock, without a new time stamp.
    settled = seen.st_mtime_ns < time.time_ns() - SETTLING_NS
    return RawFile(path, _printable(path), seen.st_size, f"{seen.st_mtime_ns}-{seen.st_ino}" if settled else "")


LISTING_ADVICE = "fix its permissions or the link; until then no document counts as removed"


class RemoteFolder:
    """A folder that fsspec opens (`s3://…`, `memory://…`)."""

    def __init__(self, url: str, storage: Mapping[str, Any]) -> None:
        import fsspec

        self.filesystem, self.root = fsspec.core.url_to_fs(url, **storage)
        if not self.filesystem.isdir(self.root):
            raise RunError(f"there is no folder {url}; {ADVICE}")

    def list(self) -> Listing:
        """Every file, ordered by path. Skips hidden files."""
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
            listing.problems.append(Problem(self.root, f"cannot be listed ({error}); {LISTING_ADVICE}"))


def _stamp(entry: Mapping[str, object]) -> str:
    """The tag that a store gives to a file's contents, else the time it was written."""
    marks = (entry.get(key) for key in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created"))
    return str(next((mark for mark in marks if mark), ""))


def _printable(path: str) -> str:
    """A path as text; bytes that are not UTF-8 become %XX."""
    try:
        if not path.isascii():
            path.encode("utf-8")
        return path
    except UnicodeEncodeError:
        return "".join(f"%{ord(c) - 0xDC00:02X}" if 0xDC80 <= ord(c) <= 0xDCFF else c for c in path)
