"""Arrow files of staged documents, one file per batch: raw documents, line keys, outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.ipc as ipc
import zstandard

from faircopy.corpus.readers.document import RawDocument
from faircopy.corpus.staging.chunks import Batch
from faircopy.corpus.table.schema import TABLE

BATCH_DOCUMENTS = 512
BATCH_BYTES = 8 << 20

# A RawDocument; `record` is JSON, `original` compressed.
RAW = pa.schema(
    [
        *(TABLE.field(name) for name in ("doc_id", "source", "raw_sha256", "encoding", "text")),
        ("is_html", pa.bool_()),
        ("record", pa.string()),
        *(TABLE.field(name) for name in ("original", "held_reason")),
    ]
)


class BatchWriter:
    """Writes documents to disk in batches, in the order of `add`; keeps one batch in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.batches: list[Batch] = []
        self._rows: list[dict[str, object]] = []
        self._bytes = 0

    def add(self, document: RawDocument) -> None:
        """Add a document."""
        self._rows.append(
            {
                "doc_id": document.id,
                "source": document.source,
                "raw_sha256": document.raw_sha256,
                "encoding": document.encoding,
                "text": document.text,
                "is_html": document.is_html,
                "record": orjson.dumps(dict(document.record)).decode(),
                "original": None if document.original is None else compress(document.original),
                "held_reason": document.held_reason,
            }
        )
        self._bytes += document.size
        if len(self._rows) >= BATCH_DOCUMENTS or self._bytes >= BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write the documents added since the last batch as a batch."""
        if not self._rows:
            return
        number = len(self.batches) + 1
        files = [str(self.folder / f"{kind}-{number:06}.arrow") for kind in ("raw", "lines", "outcome")]
        write_rows(Path(files[0]), self._rows, RAW)
        heavy = any(row["is_html"] for row in self._rows)
        self.batches.append(Batch(files[0], files[1], files[2], len(self._rows), self._bytes, heavy))
        self._rows, self._bytes = [], 0


def write_rows(path: Path, rows: list[dict[str, object]], schema: pa.Schema) -> None:
    """Write rows as one Arrow file, whole or not at all."""
    partial = path.with_suffix(".partial")
    options = ipc.IpcWriteOptions(compression="lz4")
    with pa.OSFile(str(partial), "wb") as sink, ipc.new_file(sink, schema, options=options) as writer:
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    partial.replace(path)


def read_rows(path: str, columns: list[str] | None = None) -> pa.Table:
    """The rows of an Arrow file."""
    with pa.memory_map(path) as source:
        reader = ipc.open_file(source)
        table = reader.read_all()
    return table if columns is None else table.select(columns)


def compress(data: bytes) -> bytes:
    """Compress bytes as the table keeps them in the column `original`: with Zstandard."""
    return zstandard.ZstdCompressor().compress(data)


def decompress(data: bytes) -> bytes:
    """The inverse of `compress`."""
    return zstandard.ZstdDecompressor().decompress(data)


def single_documents(batch: Batch) -> Iterator[Batch]:
    """Split a batch into batches of one document, each with files of its own."""
    table = read_rows(batch.raw)
    lines = read_rows(batch.lines) if Path(batch.lines).exists() else None
    for number in range(table.num_rows):
        one = table.slice(number, 1)
        files = [str(Path(name).with_suffix(f".{number}.arrow")) for name in (batch.raw, batch.lines, batch.outcome)]
        write_rows(Path(files[0]), one.to_pylist(), RAW)
        if lines is not None:
            write_rows(Path(files[1]), lines.slice(number, 1).to_pylist(), lines.schema)
        yield Batch(files[0], files[1], files[2], 1, one.nbytes, batch.heavy)


def join_rows(path: Path, files: list[Path]) -> None:
    """Concatenate the rows of several files into one."""
    tables = [read_rows(str(file)) for file in files]
    write_rows(path, pa.concat_tables(tables).to_pylist(), tables[0].schema)
