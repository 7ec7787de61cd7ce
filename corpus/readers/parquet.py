"""One document a row: `.parquet` with the columns of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from corpus.readers.document import Problem, RawDocument
from corpus.readers.folder import RawFile, RawFolder
from corpus.readers.json_lines import document_of_record

ROWS = 256  # rows read at a time


def read_parquet(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """Every row with an `id` and a `text` or `html`. The hash of a row is that of its values as sorted JSON."""
    import pyarrow.parquet as pq

    seen: dict[str, tuple[str | None, int]] = {}
    number = 0
    with folder.open(file) as stream:
        for batch in pq.ParquetFile(stream).iter_batches(batch_size=ROWS):
            for values in batch.to_pylist():
                number += 1
                data = orjson.dumps(values, default=str, option=orjson.OPT_SORT_KEYS)
                document = document_of_record(file, f"{file.id}:{number}", orjson.loads(data), data)
                if isinstance(document, RawDocument):
                    first = seen.setdefault(document.id, (document.raw_sha256, number))
                    if first[1] != number:
                        if first[0] == document.raw_sha256:
                            continue
                        why = f"rows {first[1]} and {number} have the same id; give each its own"
                        document = RawDocument(document.id, document.source, None, held_reason=why)
                yield document
