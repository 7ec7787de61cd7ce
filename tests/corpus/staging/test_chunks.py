"""Chunks contain every batch once, in order, several batches each."""

import pytest

from faircopy.corpus.staging.chunks import LEAST_BATCHES, MOST_CHUNKS, Batch, make_chunks


def batches(count):
    return [Batch(f"{n}.raw", f"{n}.lines", f"{n}.outcome", documents=512, bytes=1_000_000) for n in range(count)]


@pytest.mark.parametrize("count", [0, 1, LEAST_BATCHES, LEAST_BATCHES + 1, 5000])
def test_every_batch_lies_in_one_chunk_in_order(count):
    chunks = make_chunks(batches(count), "staging")

    assert [batch for chunk in chunks for batch in chunk.batches] == batches(count)
    assert len(chunks) <= MOST_CHUNKS


def test_a_chunk_has_work_for_several_workers():
    first, *_ = make_chunks(batches(100), "staging")

    assert len(first.batches) == LEAST_BATCHES
