"""The mirror path of a document: its id as a path that every file system accepts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256

from faircopy.corpus.readers.formats import is_container

MAX_BYTES = 180  # of a component; file systems allow 255, and `.jsonl` is added
DIGITS = 8
# Control characters, what Windows forbids, and a % that looks like an encoded byte.
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|%(?=[0-9A-Fa-f]{2})|[. ]$')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
TEXT = ".txt"


def mirror_path(document_id: str, container: str | None = None, *, marked: bool = False) -> str:
    """The path under `text/` of a document: `x.txt` for `x.txt`, the id and `.txt` for everything else.

    `container` is the id of the file that contains the document among others; the rest of the id is one
    component. `marked` adds 8 hex digits, for documents whose paths would clash.

    >>> mirror_path("site/a.txt"), mirror_path("site/a.html")
    ('site/a.txt', 'site/a.html.txt')
    >>> mirror_path("feed.jsonl/https://x.org/1", "feed.jsonl")
    'feed.jsonl/https%3A%2F%2Fx.org%2F1.txt'
    """
    if container is not None:
        parts = [_component(part) for part in (*container.split("/"), document_id[len(container) + 1 :])]
        ending = TEXT
    else:
        parts = [_component(part) for part in document_id.split("/")]
        ending = "" if document_id.endswith(TEXT) else TEXT
    digits = sha256(document_id.encode("utf-8")).hexdigest()[:DIGITS]
    parts[-1] = _cut(parts[-1] + ending, digits if marked else "")
    return "/".join(parts)


def assign_paths(documents: Iterable[str]) -> dict[str, str]:
    """The mirror path of every document. No two are equal, also on file systems that ignore case."""
    paths = {document_id: mirror_path(document_id, container_from_id(document_id)) for document_id in documents}
    keys = {document_id: _folded(path) for document_id, path in paths.items()}
    taken = Counter(keys.values())
    folders = {prefix for key in taken for prefix in _prefixes(key)}
    for document_id, key in keys.items():
        if taken[key] > 1 or key in folders or log_path(key) in folders:
            paths[document_id] = mirror_path(document_id, container_from_id(document_id), marked=True)
    return paths


def log_path(path: str) -> str:
    """The path under `changes/` of a path under `text/`."""
    return path.removesuffix(TEXT) + ".jsonl"


def find_container(document_id: str, containers: Collection[str]) -> str | None:
    """The file among `containers` that contains a document, if any."""
    return next((prefix for prefix in _prefixes(document_id) if prefix in containers), None)


def container_from_id(document_id: str) -> str | None:
    """The file of many documents that an id names before the document's own name, if any."""
    return next((prefix for prefix in _prefixes(document_id) if is_container(prefix)), None)


def _prefixes(document_id: str) -> Iterator[str]:
    slash = document_id.find("/")
    while slash >= 0:
        yield document_id[:slash]
        slash = document_id.find("/", slash + 1)


def _component(name: str) -> str:
    """A component that every file system accepts."""
    name = FORBIDDEN.sub(_percent, name)
    if RESERVED.match(name):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    return _cut(name or "%", "")


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8"))


def _cut(name: str, digits: str) -> str:
    """Shorten a component to `MAX_BYTES`, keeping its ending; hex digits replace what was cut."""
    if len(name.encode("utf-8")) <= MAX_BYTES and not digits:
        return name
    stem, ending = (name[: -len(TEXT)], TEXT) if name.endswith(TEXT) else (name, "")
    digits = digits or sha256(name.encode("utf-8")).hexdigest()[:DIGITS]
    room = MAX_BYTES - len(ending) - DIGITS - 1
    return stem.encode("utf-8")[:room].decode("utf-8", "ignore") + "-" + digits + ending


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
