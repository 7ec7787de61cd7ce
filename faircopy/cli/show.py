"""`faircopy show`: print a clean text."""

from __future__ import annotations

import sys

from faircopy.cli.framework.failures import Failed
from faircopy.cli.framework.parameters import CleanInput, Config, Document, Version

EXAMPLES = (
    "faircopy show harbour-herald/regatta.txt",
    "faircopy show harbour-herald/regatta.txt --version 1 | less",
)


def show(doc: Document, version: Version = None, clean: CleanInput = None, config: Config = None) -> None:
    """Print a clean text, in the newest or an older version."""
    from faircopy.cli.framework.selection import row_of, table_at

    row = row_of(table_at(clean, config), doc, version)
    if row.text is None:
        raise Failed(f"{row.doc_id} has no clean text: {row.status}, {row.held_reason or 'no longer in raw'}")
    sys.stdout.buffer.write(row.text.encode())
