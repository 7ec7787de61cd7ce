"""What a raw reader yields: documents, and problems with what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as received.

    `text` is its text, or its HTML if `is_html`. `raw_sha256` is the hash of its bytes: of the file, of the line, or
    of a Parquet row as sorted JSON. `original` keeps bytes that cannot be rebuilt from the text. `size` is in bytes.
    A document with a `held_reason` is not cleaned.
    """

    id: str
    source: str | None
    raw_sha256: str | None
    text: str = ""
    is_html: bool = False
    encoding: str | None = None
    record: Mapping[str, object] = field(default_factory=dict)
    original: bytes | None = None
    held_reason: str | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in `raw/` that could not be read: where it is, why, and what to do about it."""

    where: str
    why: str


def digest(data: bytes) -> str:
    """The sha256 of bytes in hex."""
    return sha256(data).hexdigest()


def source_of(path: str, url: object = None) -> str | None:
    """The source of a document: the first folder of its file's path, else the host of its URL, else None."""
    folder, slash, _ = path.partition("/")
    if slash:
        return folder
    try:
        return urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:
        return None
