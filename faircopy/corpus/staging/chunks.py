"""Staged documents by reference: batches of documents in files, and chunks of batches."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_BATCHES = 8  # in a chunk: chunks are cleaned one after the other, and workers share the batches of one
MOST_CHUNKS = 180  # each is a task of the flow, which Prefect records


@dataclass(frozen=True, slots=True)
class Batch:
    """Staged documents by reference: the files of their `RAW` rows, of their line keys, and of their `OUTCOME` rows.

    `bytes` is the size of the documents. `heavy` says that they include pages, which have to be parsed.
    """

    raw: str
    lines: str
    outcome: str
    documents: int
    bytes: int
    heavy: bool = False


@dataclass(frozen=True)
class Chunk:
    """What one task cleans. `staging` is the folder of the batches."""

    batches: tuple[Batch, ...]
    staging: str

    @property
    def documents(self) -> int:
        """How many documents it contains."""
        return sum(batch.documents for batch in self.batches)


def make_chunks(batches: list[Batch], staging: str) -> tuple[Chunk, ...]:
    """Group batches in order into at most `MOST_CHUNKS` chunks, with several batches each so that no worker idles."""
    size = max(LEAST_BATCHES, -(-len(batches) // MOST_CHUNKS))
    return tuple(Chunk(tuple(batches[n : n + size]), staging) for n in range(0, len(batches), size))
