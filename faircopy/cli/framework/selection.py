"""The table, version and document that the flags of a command select."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faircopy.corpus.table.reader import Table
    from faircopy.corpus.table.row import Row

from faircopy.cli.framework.failures import Failed
from faircopy.errors import UsageError

MOST_SORTED = 2000  # documents


def table_at(clean: str | None, config: Path | None) -> Table:
    """The table of the folder that `--clean`, the settings file or the default names."""
    from faircopy.corpus.settings.load import load_settings
    from faircopy.corpus.table.reader import open_table

    settings = load_settings(clean=clean, config=config)
    return open_table(settings.clean, settings.storage)


def rows_in_order(
    table: Table, version: int | None, doc_ids: Collection[str] | None, columns: Collection[str] | None = None
) -> Iterable[Row]:
    """Rows sorted by id. More than `MOST_SORTED` rows come unsorted, so that memory stays bounded."""
    ids = [row.doc_id for row in islice(table.rows(version, doc_ids, ["doc_id"]), MOST_SORTED + 1)]
    rows = table.rows(version, doc_ids, columns)
    return rows if len(ids) > MOST_SORTED else sorted(rows, key=lambda row: row.doc_id)


def row_of(table: Table, name: str, version: int | None = None) -> Row:
    """The row of a document, named by its id, its mirror path or, at a terminal, a unique ending of one."""
    doc_id = table.resolve(name, endings=sys.stdin.isatty())
    check_version(table, version)
    row = table.row(doc_id, version)
    if row is None:
        raise Failed(f"{doc_id} is not in version {version}; see `faircopy log {doc_id}` and `faircopy versions`")
    return row


def check_version(table: Table, version: int | None) -> None:
    """Raise `UsageError` for a version that does not exist."""
    if version is None:
        return
    made = [entry.number for entry in table.versions()]
    if version not in made:
        raise UsageError(f"no version {version}: the runs made {_ranges(made)}; `faircopy versions` lists them")


def _ranges(numbers: list[int]) -> str:
    """Version numbers in a message: `1, 2, 5`, or `1 to 9, 9 in all` for many."""
    if not numbers:
        return "none yet"
    if len(numbers) < 6:
        return ", ".join(map(str, numbers))
    return f"{numbers[0]} to {numbers[-1]}, {len(numbers)} in all"
