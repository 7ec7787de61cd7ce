"""`faircopy raw`: print a raw text, rebuilt from the clean text and its edits."""

from __future__ import annotations

import sys

from faircopy.cli.framework.parameters import CleanInput, Config, Document, Version

EXAMPLES = (
    "faircopy raw harbour-herald/regatta.txt",
    "faircopy raw harbour-herald/regatta.txt | cmp - raw/harbour-herald/regatta.txt",
)


def raw(doc: Document, version: Version = None, clean: CleanInput = None, config: Config = None) -> None:
    """Print a raw text, rebuilt from nothing but the clean text and its edits.

    A text file is rebuilt byte for byte. For an HTML page, a JSON line or a Parquet row, the text in it is printed.
    """
    from faircopy.cli.framework.selection import row_of, table_at

    row = row_of(table_at(clean, config), doc, version)
    is_page = row.original is not None and row.status == "published"
    sys.stdout.buffer.write(row.raw_text().encode() if is_page else row.raw_bytes())
