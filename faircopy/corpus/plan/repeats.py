"""Lines that repeat across the documents of a source: counted here, dropped by the stage `boilerplate`."""

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
ENOUGH = 4  # documents of a source that hold a line, for it to count as repeating

Keys = npt.NDArray[np.int64]
Repeats = Mapping[str, frozenset[int]]
NONE = np.array([], np.int64)


class LineCensus:
    """The line keys of every document, by source. A document's keys are ascending, each once."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, Keys]] = defaultdict(dict)
        self._repeating: dict[str, Keys] = {}

    def put(self, document_id: str, source: str | None, keys: Keys) -> None:
        """Note the lines of a document; a later note replaces an earlier one."""
        if source is not None:
            self._keys[source][document_id] = keys
            self._repeating.pop(source, None)

    def repeating(self, source: str) -> Keys:
        """The keys that repeat in a source, ascending."""
        if source not in self._repeating:
            keys, counts = np.unique(self._all(source), return_counts=True)
            self._repeating[source] = keys[counts >= ENOUGH]
        return self._repeating[source]

    def repeats_in(self, documents: Collection[str]) -> dict[str, frozenset[int]]:
        """The keys that repeat and that some of the documents hold, by source."""
        found: dict[str, set[int]] = defaultdict(set)
        for name, source, repeated in self.repeated_lines():
            if name in documents:
                found[source].update(repeated)
        return {source: frozenset(keys) for source, keys in found.items()}

    def repeated_lines(self) -> Iterator[tuple[str, str, list[int]]]:
        """Every document with its source and those of its keys that repeat there."""
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
        return np.concatenate([*self._keys[source].values(), NONE])


def key_arrays(column: pa.ChunkedArray) -> Iterator[Keys]:
    """Each row of a column of lists, as an array."""
    for chunk in column.chunks:
        values, ends = chunk.values.to_numpy(), chunk.offsets.to_numpy()
        yield from (values[start:end] for start, end in pairwise(ends))


def held_by(keys: list[int], repeats: frozenset[int]) -> list[int]:
    """Those of a document's keys (ascending) that repeat."""
    return [key for key in keys if key in repeats] if repeats else []


def write_repeats(path: Path, repeats: Repeats) -> None:
    """Keep the repeats where workers find them."""
    half = path.with_suffix(".half")
    half.write_bytes(orjson.dumps({source: sorted(keys) for source, keys in repeats.items() if keys}))
    half.replace(path)


@lru_cache(maxsize=2)
def read_repeats(staging: str) -> dict[str, frozenset[int]]:
    """The repeats of a run, read once a worker."""
    return {source: frozenset(keys) for source, keys in orjson.loads(Path(staging, REPEATS).read_bytes()).items()}
