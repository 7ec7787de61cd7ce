"""One document per row: `.parquet` with the columns of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import orjson

from faircopy.corpus.readers.document import Problem, RawDocument
from faircopy.corpus.readers.folder import RawFile, RawFolder
from faircopy.corpus.readers.record import document_of_record, hold_duplicate_ids

ROWS = 256  # rows read at a time


def read_parquet(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """Every row with an `id` and a `text` or `html`. The hash of a row is the hash of its values as sorted JSON."""
    import pyarrow.parquet as pq

    with folder.open(file) as stream:
        batches = pq.ParquetFile(stream).iter_batches(batch_size=ROWS)
        rows = (values for batch in batches for values in batch.to_pylist())
        yield from hold_duplicate_ids(
            ((number, _document(file, number, values)) for number, values in enumerate(rows, 1)), "rows"
        )


def _document(file: RawFile, number: int, values: Mapping[str, object]) -> RawDocument | Problem:
    data = orjson.dumps(values, default=str, option=orjson.OPT_SORT_KEYS)
    return document_of_record(file, f"{file.id}:{number}", orjson.loads(data), data)
