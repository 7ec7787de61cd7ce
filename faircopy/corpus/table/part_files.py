"""Writes the files of parts one at a time, so that one part is in memory, whatever the size of the table."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.fs as pa_fs
import pyarrow.parquet as pq

from faircopy.corpus.durable import sync_files, sync_folder
from faircopy.corpus.table.dataset import local_files
from faircopy.corpus.table.schema import TABLE

if TYPE_CHECKING:
    from deltalake import DeltaTable
    from deltalake.transaction import AddAction, RemoveAction

GROUP_ROWS = 256  # rows that a reader has to decode to read one of them
# Columns with few distinct values, which Parquet stores as a dictionary.
REPETITIVE = ["source", "status", "held_reason", "encoding", "language", "fingerprint", "run_id"]
IN_FILE = pa.schema([field for field in TABLE if field.name != "part"])


class PartFiles:
    """Writes files of parts into the folder of the table, which does not refer to them before the commit."""

    def __init__(self, delta: DeltaTable, storage: dict[str, str]) -> None:
        self.filesystem = _filesystem(delta, storage)
        self.written: list[AddAction] = []
        self.paths: list[str] = []

    def write(self, part: int, rows: Iterable[pa.RecordBatch]) -> None:
        """Write a part's rows as one file."""
        from deltalake.transaction import AddAction

        path = f"part={part}/{uuid.uuid4()}.parquet"
        if isinstance(self.filesystem, pa_fs.SubTreeFileSystem):
            self.filesystem.create_dir(f"part={part}")
        self.paths.append(path)
        count = 0
        with (
            self.filesystem.open_output_stream(path) as sink,
            pq.ParquetWriter(
                sink, IN_FILE, compression="zstd", use_dictionary=REPETITIVE, write_statistics=["doc_id"]
            ) as writer,
        ):
            for batch in rows:
                if batch.num_rows:
                    writer.write_batch(batch.select(IN_FILE.names), row_group_size=GROUP_ROWS)
                    count += batch.num_rows
        size = self.filesystem.get_file_info(path).size
        # Only the number of rows: given statistics on some columns, the library writes "null" for all others.
        statistics = f'{{"numRecords": {count}}}'
        self.written.append(AddAction(path, size, {"part": str(part)}, int(time.time() * 1000), True, statistics))

    def sync(self) -> None:
        """Wait until the files, and the folders of their parts, are on disk; a remote store does so by itself."""
        if isinstance(self.filesystem, pa_fs.SubTreeFileSystem):
            root = Path(self.filesystem.base_path)
            sync_files([root / path for path in self.paths])
            sync_folder(root)

    def discard(self) -> None:
        """Delete all files, complete or not, when the commit did not happen."""
        for path in self.paths:
            with suppress(FileNotFoundError):
                self.filesystem.delete_file(path)


def removals(delta: DeltaTable, parts: Iterable[int]) -> list[RemoveAction]:
    """The actions that remove the present files of some parts from the next version."""
    from deltalake.transaction import RemoveAction

    wanted = set(parts)
    now = int(time.time() * 1000)
    actions = pa.table(delta.get_add_actions(flatten=True))
    columns = zip(*(actions[name].to_pylist() for name in ("path", "size_bytes", "partition.part")), strict=True)
    return [RemoveAction(path, True, now, size, {"part": str(part)}) for path, size, part in columns if part in wanted]


def _filesystem(delta: DeltaTable, storage: dict[str, str]) -> pa_fs.FileSystem:
    if (local := local_files(delta)) is not None:
        return local
    from deltalake.fs import DeltaStorageHandler

    return pa_fs.PyFileSystem(DeltaStorageHandler(delta.table_uri, storage or None))
