"""Checks on every document of a table that its edits account for every character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import pyarrow as pa

from faircopy.cleaners.edits import StaleEdit, UnaccountedChange
from faircopy.corpus.mirror.paths import container_from_id
from faircopy.corpus.table.dataset import dataset_of
from faircopy.corpus.table.reader import Table
from faircopy.corpus.table.row import Row, row_of
from faircopy.corpus.table.schema import PUBLISHED, REMOVED, TABLE


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
        except Exception as error:  # a damaged row may raise anything; the others are checked all the same
            why = f"cannot be read ({type(error).__name__}: {error})"
        if why:
            broken.append((stored["doc_id"].as_py(), why))
    return Verification(documents, sorted(broken))


def _stored_rows(table: Table, version: int | None) -> Iterator[pa.StructScalar]:
    """The rows as Arrow scalars, so that a row that cannot be converted does not hide the others."""
    dataset = dataset_of(table.clean.delta(version))
    scanner = dataset.scanner(columns=TABLE.names, batch_size=256, batch_readahead=2, fragment_readahead=1)
    for batch in scanner.to_batches():
        yield from batch.to_struct_array()


def _fault(row: Row) -> str:
    """What is wrong with a row; empty when it is sound."""
    if row.text is not None:
        try:
            copy = row.fair_copy()
        except (StaleEdit, UnaccountedChange) as error:
            return str(error)
        if _hash(copy.text.encode("utf-8")) != row.clean_sha256:
            return "its clean text does not match its hash"
        if _hash(copy.raw.encode("utf-8")) != row.raw_text_sha256:
            return "undoing its edits does not give the text received"
    elif row.status == PUBLISHED:
        return "is published without a text"
    if _has_bytes(row) and _hash(row.raw_bytes()) != row.raw_sha256:
        return "the bytes rebuilt differ from those received"
    return ""


def _has_bytes(row: Row) -> bool:
    """Whether the bytes of the raw file can be rebuilt: the document is a whole file, and its bytes were kept."""
    is_file = container_from_id(row.doc_id) is None and row.raw_sha256 is not None
    return is_file and (row.original is not None or row.status == PUBLISHED)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
