"""The table's files as an Arrow dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.fs as pa_fs

if TYPE_CHECKING:
    import pyarrow.dataset as pa_ds
    from deltalake import DeltaTable


def dataset_of(delta: DeltaTable) -> pa_ds.Dataset:
    """The rows of a version of the table, to be scanned.

    Local files are read by Arrow itself: through the library's own handler the threads of Arrow call
    back into Python, and one that does so while Python ends aborts the program.
    """
    return delta.to_pyarrow_dataset(filesystem=local_files(delta))


def local_files(delta: DeltaTable) -> pa_fs.FileSystem | None:
    """The folder of a table on this machine as a file system; None for one elsewhere."""
    if not delta.table_uri.startswith("file://"):
        return None
    local, path = pa_fs.FileSystem.from_uri(delta.table_uri)
    return pa_fs.SubTreeFileSystem(path, local)
