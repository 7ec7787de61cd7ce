"""The table's files as an Arrow dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.fs as pa_fs

if TYPE_CHECKING:
    import pyarrow.dataset as pa_ds
    from deltalake import DeltaTable


def dataset_of(delta: DeltaTable) -> pa_ds.Dataset:
    """The rows of the loaded version, for scanning.

    Arrow reads local files itself. The library's own handler lets threads of Arrow call back into Python, which
    aborts the program when one does so while Python shuts down.
    """
    return delta.to_pyarrow_dataset(filesystem=local_files(delta))


def local_files(delta: DeltaTable) -> pa_fs.FileSystem | None:
    """The folder of a local table as a file system; None for a remote table."""
    if not delta.table_uri.startswith("file://"):
        return None
    local, path = pa_fs.FileSystem.from_uri(delta.table_uri)
    return pa_fs.SubTreeFileSystem(path, local)
