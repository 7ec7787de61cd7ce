"""Lines that repeat across the documents of a source: counted here, dropped by the stage `boilerplate`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import orjson

ENOUGH = 4  # documents of a source that hold a line, for it to count as repeating

Keys = Sequence[int]
Repeats = Mapping[str, frozenset[int]]


class LineCensus:
    """The line keys of every document, by source. Each key counts once a document."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, Keys]] = defaultdict(dict)

    def put(self, document_id: str, source: str | None, keys: Keys) -> None:
        """Note the lines of a document; a later note replaces an earlier one."""
        if source is not None:
            self._keys[source][document_id] = keys

    def repeats(self) -> dict[str, frozenset[int]]:
        """The keys that repeat in each source."""
        return {source: frozenset(_repeating(keys.values())) for source, keys in self._keys.items()}

    def documents(self) -> Iterable[tuple[str, str, Keys]]:
        """Every document: id, source, keys."""
        for source, documents in self._keys.items():
            for document_id, keys in documents.items():
                yield document_id, source, keys


def _repeating(documents: Iterable[Keys]) -> list[int]:
    arrays = [np.asarray(keys, dtype=np.int64) for keys in documents if len(keys)]
    if len(arrays) < ENOUGH:
        return []
    keys, counts = np.unique(np.concatenate(arrays), return_counts=True)
    found: list[int] = keys[counts >= ENOUGH].tolist()
    return found


def held_by(keys: Keys, repeats: frozenset[int]) -> list[int]:
    """Those of a document's keys (ascending) that repeat."""
    return [key for key in keys if key in repeats] if repeats else []


def write_repeats(path: Path, repeats: Repeats) -> None:
    """Keep the repeats where workers find them."""
    half = path.with_suffix(".half")
    half.write_bytes(orjson.dumps({source: sorted(keys) for source, keys in repeats.items() if keys}))
    half.replace(path)


@lru_cache(maxsize=2)
def read_repeats(path: str) -> dict[str, frozenset[int]]:
    """The repeats of a run, read once a worker."""
    return {source: frozenset(keys) for source, keys in orjson.loads(Path(path).read_bytes()).items()}
