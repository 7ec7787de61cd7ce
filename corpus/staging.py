"""Documents on their way: read ones wait in Arrow files to be cleaned, cleaned ones to be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.ipc as ipc
import zstandard

from cleaners.boilerplate.repeats import line_keys
from cleaners.markup import read_page
from corpus.readers.document import RawDocument

BATCH_DOCUMENTS = 512
BATCH_BYTES = 8 << 20

WAITING = pa.schema(
    [
        ("doc_id", pa.string()),
        ("source", pa.string()),
        ("raw_sha256", pa.string()),
        ("encoding", pa.string()),
        ("text", pa.string()),
        ("is_html", pa.bool_()),
        ("record", pa.string()),
        ("original", pa.binary()),
        ("held_reason", pa.string()),
        ("line_hashes", pa.list_(pa.int64())),
    ]
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents to clean, by reference: a file of `WAITING` rows, and where their `OUTCOME` rows go."""

    waiting: str
    outcome: str
    documents: int
    bytes: int


class Waiting:
    """Gathers documents into batches on disk; memory holds one batch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.batches: list[Batch] = []
        self._rows: list[dict[str, object]] = []
        self._bytes = 0

    def add(self, document: RawDocument) -> list[int]:
        """Stage a document; the keys of its lines."""
        keys = _keys(document)
        self._rows.append(
            {
                "doc_id": document.id,
                "source": document.source,
                "raw_sha256": document.raw_sha256,
                "encoding": document.encoding,
                "text": document.text,
                "is_html": document.is_html,
                "record": orjson.dumps(dict(document.record)).decode(),
                "original": None if document.original is None else squeeze(document.original),
                "held_reason": document.held_reason,
                "line_hashes": keys,
            }
        )
        self._bytes += document.size
        if len(self._rows) >= BATCH_DOCUMENTS or self._bytes >= BATCH_BYTES:
            self.flush()
        return keys

    def flush(self) -> None:
        """Write what is gathered as a batch."""
        if not self._rows:
            return
        number = len(self.batches) + 1
        waiting, outcome = (str(self.folder / f"{kind}-{number:06}.arrow") for kind in ("waiting", "outcome"))
        write_rows(Path(waiting), self._rows, WAITING)
        self.batches.append(Batch(waiting, outcome, len(self._rows), self._bytes))
        self._rows, self._bytes = [], 0


def _keys(document: RawDocument) -> list[int]:
    if document.held_reason is not None or document.source is None:
        return []
    return line_keys(read_page(document.text).text if document.is_html else document.text)


def write_rows(path: Path, rows: list[dict[str, object]], schema: pa.Schema) -> None:
    """Write rows as one Arrow file, whole or not at all."""
    half = path.with_suffix(".half")
    options = ipc.IpcWriteOptions(compression="lz4")
    with pa.OSFile(str(half), "wb") as sink, ipc.new_file(sink, schema, options=options) as writer:
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    half.replace(path)


def read_rows(path: str, columns: list[str] | None = None) -> pa.Table:
    """The rows of an Arrow file."""
    with pa.memory_map(path) as source:
        reader = ipc.open_file(source)
        table = reader.read_all()
    return table if columns is None else table.select(columns)


def squeeze(data: bytes) -> bytes:
    """Bytes as the table keeps originals: zstd."""
    return zstandard.ZstdCompressor().compress(data)


def unsqueeze(data: bytes) -> bytes:
    """The bytes that `squeeze` was given."""
    return zstandard.ZstdDecompressor().decompress(data)


@dataclass(frozen=True)
class Chunk:
    """What one task cleans: batches by reference. `repeats` names a file of lines that repeat, by source."""

    number: int
    run_id: str
    batches: tuple[Batch, ...]
    repeats: str

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


def make_chunks(batches: list[Batch], run_id: str, repeats: str, most: int = 180) -> tuple[Chunk, ...]:
    """Batches in at most so many chunks, in order."""
    size = max(1, -(-len(batches) // most))
    groups = [tuple(batches[n : n + size]) for n in range(0, len(batches), size)]
    return tuple(Chunk(number, run_id, group, repeats) for number, group in enumerate(groups))


def single_documents(batch: Batch) -> Iterator[Batch]:
    """A batch as batches of one document, each in a file of its own."""
    table = read_rows(batch.waiting)
    for row in range(table.num_rows):
        waiting = Path(batch.waiting).with_suffix(f".{row}.arrow")
        write_rows(waiting, table.slice(row, 1).to_pylist(), WAITING)
        outcome = str(Path(batch.outcome).with_suffix(f".{row}.arrow"))
        yield replace(batch, waiting=str(waiting), outcome=outcome, documents=1, bytes=table.slice(row, 1).nbytes)
