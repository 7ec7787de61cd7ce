"""The lines of a stream in batches: large while input pours in, small when somebody waits for an answer."""

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

    A batch ends at 512 lines, at 8 MB, or where nothing more arrives for 50 milliseconds.
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
    """Whole lines without their line feed; None after what has arrived so far."""
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
    """Whether a pipe or a terminal gives more within the lull. A file always does, until its end."""
    if sys.platform == "win32":  # select knows sockets alone there: prompt answers are worth more than full batches
        return False
    try:
        return bool(select.select([source.fileno()], [], [], LULL_SECONDS)[0])
    except io.UnsupportedOperation:
        return True
