"""One document a line: `.jsonl`, also compressed with gzip or Zstandard."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO, cast

import orjson

from corpus.readers.document import Problem, RawDocument, digest, source_of
from corpus.readers.folder import RawFile, RawFolder

BOM = b"\xef\xbb\xbf"


def read_json_lines(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """Every line that is an object with an `id` and a `text` or `html`; what is wrong with the others.

    Lines end at `\\n` alone: U+2028 and its like occur inside real articles. Of two lines with one id
    neither is published, unless they are the same.
    """
    seen: dict[str, tuple[str, int]] = {}
    with folder.open(file) as stream, _plain(stream, file.path) as lines:
        for number, line in enumerate(lines, 1):
            data = line.removeprefix(BOM).rstrip(b"\r\n") if number == 1 else line.rstrip(b"\r\n")
            if not data.strip():
                continue
            document = _document(file, number, data)
            if isinstance(document, RawDocument):
                first = seen.setdefault(document.id, (document.raw_sha256 or "", number))
                if first[1] != number:
                    if first[0] == document.raw_sha256:
                        continue
                    why = f"lines {first[1]} and {number} have the same id; give each its own"
                    document = RawDocument(document.id, document.source, None, held_reason=why)
            yield document


def document_of_record(file: RawFile, where: str, values: Mapping[str, object], data: bytes) -> RawDocument | Problem:
    """The document of a record (`id`, `text` or `html`, and what else is known of it); `data` is hashed."""
    name = values.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        return Problem(where, 'lacks an "id"; add one, unique in the file')
    key = next((key for key in ("text", "html") if isinstance(values.get(key), str)), None)
    if key is None:
        return Problem(where, 'has neither "text" nor "html"; add one of them')
    text = cast(str, values[key])
    record = {name: value for name, value in values.items() if name not in ("id", "text", "html")}
    return RawDocument(
        id=f"{file.id}/{name}",
        source=source_of(file.id, record.get("url")),
        raw_sha256=digest(data),
        text=text,
        is_html=key == "html",
        encoding="utf-8",
        record=record,
        original=text.encode("utf-8") if key == "html" else None,
        size=len(data),
    )


def _document(file: RawFile, number: int, data: bytes) -> RawDocument | Problem:
    where = f"{file.id}:{number}"
    try:
        values = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        return Problem(where, f"is not valid JSON ({error}); mend the line")
    if not isinstance(values, dict):
        return Problem(where, 'is not an object; write {"id": …, "text": …}')
    return document_of_record(file, where, values, data)


@contextmanager
def _plain(stream: BinaryIO, path: str) -> Iterator[BinaryIO]:
    """The stream uncompressed, to be read by line."""
    if path.lower().endswith(".gz"):
        with gzip.open(stream) as unpacked:
            yield cast(BinaryIO, unpacked)
    elif path.lower().endswith(".zst"):
        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        yield cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, reader)))
    else:
        yield stream
