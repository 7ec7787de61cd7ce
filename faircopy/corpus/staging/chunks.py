"""Documents on their way, by reference: batches of them in files, and chunks of batches."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_BATCHES = 8  # a chunk: chunks are done one after the other, and workers share the batches of one


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents to clean, by reference: a file of `WAITING` rows, and where their lines and `OUTCOME` rows go.

    `heavy` says that to read their lines is work: there are pages among them.
    """

    waiting: str
    lines: str
    outcome: str
    documents: int
    bytes: int
    heavy: bool = False


@dataclass(frozen=True)
class Chunk:
    """What one task cleans: batches by reference. `staging` is the folder they lie in."""

    number: int
    run_id: str
    batches: tuple[Batch, ...]
    staging: str

    @property
    def documents(self) -> int:
        """How many documents it holds."""
        return sum(batch.documents for batch in self.batches)


@dataclass(frozen=True)
class ChunkResult:
    """What came of a chunk: the files of `OUTCOME` rows."""

    number: int
    files: tuple[str, ...]
    documents: int


def make_chunks(batches: list[Batch], run_id: str, staging: str, most: int = 180) -> tuple[Chunk, ...]:
    """Batches in at most so many chunks, in order; several batches in each, so that no worker waits."""
    size = max(LEAST_BATCHES, -(-len(batches) // most))
    groups = [tuple(batches[n : n + size]) for n in range(0, len(batches), size)]
    return tuple(Chunk(number, run_id, group, staging) for number, group in enumerate(groups))
