"""Reads the tables beside this module: CSV files that people edit."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of `NAME.csv`, cells stripped. Raises `ValueError` where a row has too many cells."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, restval=""))
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise ValueError(f"{name}.csv, row {number}: too many cells; put a cell with a comma in quotes")
    return [{column: cell.strip() for column, cell in row.items()} for row in rows]
