"""A document from a record: a line of JSON lines or a row of Parquet.

`faircopy clean --jsonl` reads its lines with `read_record` too, so importing this module must stay cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from faircopy.corpus.readers.document import Problem, RawDocument, digest, source_of

if TYPE_CHECKING:
    from faircopy.corpus.readers.folder import RawFile

CONTENTS = ("html", "text")  # with both, the page counts
JSON_TYPES = {
    type(None): "missing",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "an array",
    dict: "an object",
}


class NotADocument(ValueError):
    """A record without a usable id or text; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Record:
    """The document of a record: its id as given, its text (HTML if `is_html`), and the record's other values."""

    id: str | int
    text: str
    is_html: bool
    others: Mapping[str, object]


def read_record(values: Mapping[str, object]) -> Record:
    """Read `id` and `text` or `html` from a record (docs/answers.md). Raises `NotADocument`."""
    name = values.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise NotADocument(f'"id" is {json_type(name)}: give every document a string as its id')
    if name == "":
        raise NotADocument('"id" is empty: give every document a string as its id')
    contents = {key: value for key in CONTENTS if (value := values.get(key)) is not None}
    for key, value in contents.items():
        if not isinstance(value, str):
            raise NotADocument(f'"{key}" of document {name!r} is {json_type(value)}, not a string')
    if not contents:
        raise NotADocument(f'document {name!r} has neither "text" nor "html"; add one of them')
    kind, text = next(iter(contents.items()))
    others = {key: value for key, value in values.items() if key not in ("id", *CONTENTS)}
    return Record(name, str(text), kind == "html", others)


def json_type(value: object) -> str:
    """The type of a value in JSON's terms, with its article: `an array`."""
    return JSON_TYPES.get(type(value), f"a {type(value).__name__}")


def document_of_record(file: RawFile, where: str, values: Mapping[str, object], data: bytes) -> RawDocument | Problem:
    """The document of a record in a file, or why there is none. `data` is the record's bytes, for the hash."""
    try:
        record = read_record(values)
    except NotADocument as error:
        return Problem(where, str(error))
    return RawDocument(
        id=f"{file.id}/{record.id}",
        source=source_of(file.id, record.others.get("url")),
        raw_sha256=digest(data),
        text=record.text,
        is_html=record.is_html,
        encoding="utf-8",
        record=record.others,
        original=record.text.encode("utf-8") if record.is_html else None,
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
