"""The promise that every character is accounted for, checked on every document of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import sha256

import pyarrow as pa

from faircopy.cleaners.edits import StaleEdit, UnaccountedChange
from faircopy.corpus.mirror.paths import container_in
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.reader import Table
from faircopy.corpus.table.row import Row, row_of
from faircopy.corpus.table.schema import PUBLISHED, REMOVED


@dataclass(frozen=True)
class Verification:
    """How many documents were checked, and which are broken, with the reason."""

    documents: int
    broken: list[tuple[str, str]]


def verify(table: Table, version: int | None = None) -> Verification:
    """Undo and replay the edits of every document and check every hash."""
    broken = []
    documents = 0
    for stored in _stored_rows(table, version):
        if stored["status"].as_py() == REMOVED:
            continue
        documents += 1
        try:
            why = _fault(row_of(stored.as_py()))
        except Exception as error:  # whatever a damaged row leads to, the others are checked as well
            why = f"cannot be read ({type(error).__name__}: {error})"
        if why:
            broken.append((stored["doc_id"].as_py(), why))
    return Verification(documents, sorted(broken))


def _stored_rows(table: Table, version: int | None) -> Iterator[pa.StructScalar]:
    """The rows as they are stored, so that one that cannot be read does not hide the rest."""
    names = [field.name for field in fields(Row)]
    dataset = dataset_of(table.clean.delta(version))
    scanner = dataset.scanner(columns=names, batch_size=256, batch_readahead=2, fragment_readahead=1)
    for batch in scanner.to_batches():
        yield from batch.to_struct_array()


def _fault(row: Row) -> str:
    """What is wrong with a row; empty when nothing is."""
    if row.text is not None:
        try:
            copy = row.fair_copy()
        except (StaleEdit, UnaccountedChange) as error:
            return str(error)
        if _hash(copy.text.encode("utf-8")) != row.clean_sha256:
            return "its clean text is not the one that was hashed"
        if _hash(copy.raw.encode("utf-8")) != row.raw_text_sha256:
            return "undoing its edits gives another text than was received"
    elif row.status == PUBLISHED:
        return "is published without a text"
    if _has_bytes(row) and _hash(row.raw_bytes()) != row.raw_sha256:
        return "the bytes rebuilt are not those received"
    return ""


def _has_bytes(row: Row) -> bool:
    """Whether the row gives back the bytes of a file: it is one, and not too large to be kept."""
    is_file = container_in(row.doc_id) is None and row.raw_sha256 is not None
    return is_file and (row.original is not None or row.status == PUBLISHED)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
