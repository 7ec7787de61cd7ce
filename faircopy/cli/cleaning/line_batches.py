"""Split a stream into batches of lines: large while input keeps arriving, small when a caller waits for an answer."""

from __future__ import annotations

import io
import select
import sys
from collections.abc import Iterator
from typing import BinaryIO

BATCH_LINES = 512
BATCH_BYTES = 8_000_000
CHUNK_BYTES = 1 << 20
LULL_SECONDS = 0.05


def batches(source: BinaryIO) -> Iterator[list[bytes]]:
    """Split a stream at line feeds alone; other line separators occur inside JSON strings.

    A batch ends after 512 lines, after 8 MB, or when nothing arrives for 50 milliseconds.
    """
    batch: list[bytes] = []
    size = 0
    for line in _lines(source):
        if line is None:
            if batch and not _more_soon(source):
                yield batch
                batch, size = [], 0
            continue
        batch.append(line)
        size += len(line)
        if len(batch) >= BATCH_LINES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Complete lines without their line feed, and None at the end of each chunk read."""
    unfinished: list[bytes] = []
    while chunk := source.read1(CHUNK_BYTES):  # type: ignore[attr-defined]
        first, *others = chunk.split(b"\n")
        unfinished.append(first)
        if others:
            yield b"".join(unfinished)
            *whole, last = others
            yield from whole
            unfinished = [last]
        yield None
    if last_line := b"".join(unfinished):
        yield last_line


def _more_soon(source: BinaryIO) -> bool:
    """Whether a pipe or a terminal has more input soon. A file always has, until its end."""
    if sys.platform == "win32":  # select works only on sockets there; prompt answers matter more than full batches
        return False
    try:
        return bool(select.select([source.fileno()], [], [], LULL_SECONDS)[0])
    except io.UnsupportedOperation:
        return True
