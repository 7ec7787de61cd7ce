"""Reads the tables beside this module: CSV files that people edit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

FOLDER = Path(__file__).parent


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of `NAME.csv`, cells stripped. Raises `ValueError` where `read_rows` does."""
    return read_rows(f"{name}.csv", (FOLDER / f"{name}.csv").read_bytes())


def read_rows(name: str, content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, cells stripped; empty rows are skipped.

    Raises `ValueError`, which names the file, where it is not in UTF-8, lacks commas, or a row has too many cells.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{name}, row {line}: not in UTF-8; save the file as CSV in UTF-8") from error
    if "," not in text.partition("\n")[0]:
        raise ValueError(f"{name}: no comma in the first row; save the file with commas between the cells")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), restval=""))
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise ValueError(f"{name}, row {number}: too many cells; put a cell with a comma in quotes")
    stripped = ({column: cell.strip() for column, cell in row.items()} for row in rows)
    return [row for row in stripped if any(row.values())]
