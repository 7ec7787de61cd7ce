"""A document from a record: a line of JSON lines or a row of Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from faircopy.corpus.readers.document import Problem, RawDocument, digest, source_of
from faircopy.corpus.readers.folder import RawFile

CONTENTS = ("html", "text")  # of a record with both, the page is used


def document_of_record(file: RawFile, where: str, values: Mapping[str, object], data: bytes) -> RawDocument | Problem:
    """Make a document of a record: `id`, `text` or `html`, and any metadata. `data` are the bytes to hash.

    `faircopy clean --jsonl` refuses the same records (docs/answers.md).
    """
    name = values.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        return Problem(where, 'lacks an "id"; add one, unique in the file')
    contents = {key: values[key] for key in CONTENTS if values.get(key) is not None}
    for key, value in contents.items():
        if not isinstance(value, str):
            return Problem(where, f'has a "{key}" that is not a string; make it one')
    if not contents:
        return Problem(where, 'has neither "text" nor "html"; add one of them')
    key, text = next((key, str(value)) for key, value in contents.items())
    record = {name: value for name, value in values.items() if name not in ("id", *CONTENTS)}
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


def hold_duplicate_ids(
    numbered: Iterable[tuple[int, RawDocument | Problem]], what: str
) -> Iterator[RawDocument | Problem]:
    """The documents of numbered records. Two that share an id are both held, unless their bytes are the same.

    `what` names the records in the reason: lines, rows.
    """
    seen: dict[str, tuple[str | None, int]] = {}
    for number, document in numbered:
        if isinstance(document, RawDocument):
            raw_sha256, first = seen.setdefault(document.id, (document.raw_sha256, number))
            if first != number:
                if raw_sha256 == document.raw_sha256:
                    continue
                why = f"{what} {first} and {number} have the same id; give each its own"
                document = RawDocument(document.id, document.source, None, held_reason=why)
        yield document
