"""Lines that repeat across the documents of a source: counted here, removed by the stage `boilerplate`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import orjson
import pyarrow as pa

REPEATS = "repeats.json"  # in a run's staging folder
MIN_DOCUMENTS = 4  # a line repeats when at least so many documents of a source contain it

Keys = npt.NDArray[np.int64]
Repeats = Mapping[str, frozenset[int]]
NO_KEYS = np.array([], np.int64)


class LineCensus:
    """The line keys of every document, by source. The keys of a document are distinct and ascending."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, Keys]] = defaultdict(dict)
        self._repeating: dict[str, Keys] = {}

    def put(self, document_id: str, source: str | None, keys: Keys) -> None:
        """Set the line keys of a document. One without a source is compared with no other."""
        if source is not None:
            self._keys[source][document_id] = keys
            self._repeating.pop(source, None)

    def repeating(self, source: str) -> Keys:
        """The keys that repeat in a source, ascending."""
        if source not in self._repeating:
            keys, counts = np.unique(self._all(source), return_counts=True)
            self._repeating[source] = keys[counts >= MIN_DOCUMENTS]
        return self._repeating[source]

    def repeats_in(self, documents: Collection[str]) -> dict[str, frozenset[int]]:
        """The repeating keys that occur in at least one of the documents, by source."""
        found: dict[str, set[int]] = defaultdict(set)
        for name, source, repeated in self.repeated_lines():
            if name in documents:
                found[source].update(repeated)
        return {source: frozenset(keys) for source, keys in found.items()}

    def repeated_lines(self) -> Iterator[tuple[str, str, list[int]]]:
        """Every document with its source and those of its keys that repeat in that source."""
        for source, documents in self._keys.items():
            everything = self._all(source)
            repeats = np.isin(everything, self.repeating(source))
            ends = np.cumsum([len(keys) for keys in documents.values()])
            upto = np.concatenate([[0], np.cumsum(repeats)])[ends]
            kept, start = everything[repeats].tolist(), 0
            for document_id, end in zip(documents, upto.tolist(), strict=True):
                yield document_id, source, kept[start:end]
                start = end

    def _all(self, source: str) -> Keys:
        return np.concatenate([*self._keys[source].values(), NO_KEYS])


def key_arrays(column: pa.ChunkedArray) -> Iterator[Keys]:
    """Each row of a column of lists, as an array."""
    for chunk in column.chunks:
        values, ends = chunk.values.to_numpy(), chunk.offsets.to_numpy()
        yield from (values[start:end] for start, end in pairwise(ends))


def repeating_among(keys: list[int], repeats: frozenset[int]) -> list[int]:
    """Those of a document's keys (ascending) that repeat in its source."""
    return [key for key in keys if key in repeats] if repeats else []


def write_repeats(staging: Path, repeats: Repeats) -> None:
    """Write the repeating keys where workers read them."""
    (staging / REPEATS).write_bytes(orjson.dumps({source: sorted(keys) for source, keys in repeats.items() if keys}))


@lru_cache(maxsize=2)
def read_repeats(staging: str) -> dict[str, frozenset[int]]:
    """The repeating keys of a run, by source; read once per worker."""
    return {source: frozenset(keys) for source, keys in orjson.loads(Path(staging, REPEATS).read_bytes()).items()}
