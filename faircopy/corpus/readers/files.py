"""One document per file: `.txt` and `.html`."""

from __future__ import annotations

from collections.abc import Iterator

from faircopy.corpus.readers.decode import Undecodable, decode
from faircopy.corpus.readers.document import Problem, RawDocument, digest, source_of
from faircopy.corpus.readers.folder import RawFile, RawFolder

MAX_BYTES = 1 << 28


def read_text(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """A text file as one document."""
    yield _one(folder, file, is_html=False)


def read_page(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """An HTML file as one document; its bytes are kept."""
    yield _one(folder, file, is_html=True)


def _one(folder: RawFolder, file: RawFile, *, is_html: bool) -> RawDocument:
    with folder.open(file) as stream:
        data = stream.read(MAX_BYTES + 1)
    document_id, source, raw_sha256 = file.id, source_of(file.id), digest(data)
    if len(data) > MAX_BYTES:
        why = f"is larger than {MAX_BYTES >> 20} MB, the most that one document may have; split it"
        return RawDocument(document_id, source, raw_sha256, held_reason=why)
    try:
        text, encoding = decode(data, page=is_html)
    except Undecodable as reason:
        return RawDocument(document_id, source, raw_sha256, original=data, held_reason=str(reason), size=len(data))
    original = data if is_html else None
    return RawDocument(document_id, source, raw_sha256, text, is_html, encoding, original=original, size=len(data))
