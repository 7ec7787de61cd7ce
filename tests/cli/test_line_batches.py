"""The size of the batches that `clean --jsonl` cleans at once: its memory is bounded by them."""

import io
import os

import pytest

from faircopy.cli.cleaning.line_batches import BATCH_BYTES, BATCH_LINES, batches

HALF = b"x" * (BATCH_BYTES // 2)


@pytest.mark.parametrize(
    ("lines", "sizes"),
    [
        ([HALF] * 5, [2, 2, 1]),
        ([b"x" * (BATCH_BYTES // 2 - 1), HALF, HALF], [3]),  # one byte short of the limit after two lines
        ([b"x" * (3 * BATCH_BYTES), b"y"], [1, 1]),
        ([b"x"] * (2 * BATCH_LINES + 1), [BATCH_LINES, BATCH_LINES, 1]),
        ([], []),
    ],
)
def test_a_batch_ends_at_so_many_lines_or_bytes(lines, sizes):
    found = list(batches(io.BufferedReader(io.BytesIO(b"\n".join(lines)))))
    assert [len(batch) for batch in found] == sizes
    assert [line for batch in found for line in batch] == lines


@pytest.mark.parametrize(
    ("stream", "lines"),
    [
        (b"a\nb\n", [b"a", b"b"]),
        (b"a\n\nb", [b"a", b"", b"b"]),
        ("a\u2028b\x85c\r\nd".encode(), ["a\u2028b\x85c\r".encode(), b"d"]),
    ],
)
def test_lines_end_at_line_feeds_alone(stream, lines):
    assert list(batches(io.BufferedReader(io.BytesIO(stream)))) == [lines]


def test_a_batch_ends_where_nothing_more_arrives():
    source, sink = os.pipe()
    with os.fdopen(source, "rb") as stream, os.fdopen(sink, "wb", buffering=0) as writer:
        found = batches(stream)
        for line in (b"one", b"two"):
            writer.write(line + b"\n")
            assert next(found) == [line]
