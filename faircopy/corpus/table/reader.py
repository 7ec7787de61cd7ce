"""The table for readers: versions, rows, and the document that a name means."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.corpus.clean_folder import CleanFolder
from faircopy.corpus.mirror.lookup import find_document
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.row import Row, row_of
from faircopy.corpus.table.schema import TABLE
from faircopy.corpus.table.versions import Version, list_versions
from faircopy.errors import UsageError

if TYPE_CHECKING:
    from deltalake import DeltaTable


class TableMissing(UsageError, LookupError):
    """There is no table in the folder, or no such version."""


class Table:
    """A table of cleaned texts, read only."""

    def __init__(self, clean: CleanFolder) -> None:
        self.clean = clean

    @cached_property
    def _delta(self) -> DeltaTable:
        return self.clean.delta()

    def versions(self) -> list[Version]:
        """Every run's version, oldest first."""
        return list_versions(self._delta)

    @property
    def newest(self) -> int:
        """The version that the newest run made."""
        versions = self.versions()
        return versions[-1].number if versions else 0

    def row(self, doc_id: str, version: int | None = None) -> Row | None:
        """A document's row, or None where the version does not contain it."""
        return next(self.rows(version, [doc_id]), None)

    def rows(
        self, version: int | None = None, doc_ids: Collection[str] | None = None, columns: Collection[str] | None = None
    ) -> Iterator[Row]:
        """The rows of a version (default: the newest) in no particular order; columns that are not named stay empty."""
        import pyarrow.compute as pc

        delta = self._delta if version is None else self._at(version)
        wanted = None if doc_ids is None else pc.field("doc_id").isin(list(doc_ids))
        names = TABLE.names if columns is None else list({"doc_id", *columns})
        scanner = dataset_of(delta).scanner(
            columns=names, filter=wanted, batch_size=256, batch_readahead=2, fragment_readahead=1
        )
        for batch in scanner.to_batches():
            yield from map(row_of, batch.to_pylist())

    def resolve(self, name: str, *, endings: bool = False) -> str:
        """The id of the document that a name means: an id, a mirror path, or (`endings`) a unique ending of one.

        Raises `UnknownDocument` or `AmbiguousDocument`.
        """
        rows = self.rows(columns=("path", "status"))
        return find_document(name, {row.doc_id: row.path for row in rows}, endings=endings)

    def _at(self, version: int) -> DeltaTable:
        from deltalake.exceptions import DeltaError

        try:
            return self.clean.delta(version)
        except (DeltaError, OverflowError) as error:
            raise TableMissing(f"there is no version {version}; faircopy versions lists them") from error


def open_table(clean: str | Path, storage: dict[str, str] | None = None) -> Table:
    """The table in a clean folder. Raises `TableMissing`."""
    folder = CleanFolder(str(clean), storage or {})
    if not folder.has_table():
        raise TableMissing(f"there is no table in {clean}; name the folder with --clean, or create it: faircopy run")
    return Table(folder)
