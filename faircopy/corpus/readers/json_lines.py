"""One document per line: `.jsonl`, also compressed with gzip or Zstandard."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

import orjson

from faircopy.corpus.readers.document import Problem, RawDocument
from faircopy.corpus.readers.files import MAX_BYTES
from faircopy.corpus.readers.folder import RawFile, RawFolder
from faircopy.corpus.readers.record import document_of_record, hold_duplicate_ids

BOM = b"\xef\xbb\xbf"


def read_json_lines(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """Every line that is an object with an `id` and a `text` or `html`; a problem for every other line.

    Lines end at `\\n` alone: U+2028 and similar characters occur inside real articles.
    """
    with folder.open(file) as stream, _decompressed(stream, file.path) as plain:
        yield from hold_duplicate_ids(_documents(file, plain), "lines")


def _documents(file: RawFile, stream: BinaryIO) -> Iterator[tuple[int, RawDocument | Problem]]:
    for number, line in enumerate(_lines(stream), 1):
        if line is None:
            why = f"is longer than {MAX_BYTES >> 20} MB, the most that one document may have; split it"
            yield number, Problem(f"{file.id}:{number}", why)
            continue
        data = line.removeprefix(BOM).rstrip(b"\r\n") if number == 1 else line.rstrip(b"\r\n")
        if data.strip():
            yield number, _document(file, number, data)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Every line; None for a line longer than `MAX_BYTES`."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES)
        yield None


def _document(file: RawFile, number: int, data: bytes) -> RawDocument | Problem:
    where = f"{file.id}:{number}"
    try:
        values = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        return Problem(where, f"is not valid JSON ({error}); fix the line")
    if not isinstance(values, dict):
        return Problem(where, 'is not an object; write {"id": …, "text": …}')
    return document_of_record(file, where, values, data)


@contextmanager
def _decompressed(stream: BinaryIO, path: str) -> Iterator[BinaryIO]:
    """The uncompressed stream."""
    if path.lower().endswith(".gz"):
        with gzip.open(stream) as unpacked:
            yield cast(BinaryIO, unpacked)
    elif path.lower().endswith(".zst"):
        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, reader)))
    else:
        yield stream
