"""`faircopy clean --jsonl`: one JSON object a line in, one answer a line out, in order, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

import orjson

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.runner import Held
from faircopy.cleaners.stage import Document
from faircopy.cli.line_batches import batches

Answer = dict[str, object]
Clean = Callable[[Sequence[Document]], Sequence[FairCopy | Held]]


class UnreadableLine(ValueError):
    """A line of input that holds no document; the message says why."""


def answer_lines(source: BinaryIO, sink: BinaryIO, clean: Clean) -> None:
    """Answer every line of `source` in order; empty lines are passed over.

    An unreadable line is answered with its number and what is wrong with it.
    """
    number = 1
    for lines in batches(source):
        answers = _answers(lines, number, clean)
        sink.write(b"".join(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE) for answer in answers))
        sink.flush()
        number += len(lines)


def _answers(lines: Sequence[bytes], number: int, clean: Clean) -> list[Answer]:
    """The answers to a batch of lines; `number` is that of the first."""
    answers: list[Answer] = []
    documents: list[Document] = []
    asked: list[tuple[int, str | int]] = []  # where the documents' answers belong, and their ids as given
    for n, line in enumerate(lines, number):
        if not line.strip():
            continue
        try:
            own_id, document = read_document(line)
        except UnreadableLine as unreadable:
            answers.append({"id": None, "line": n, "error": str(unreadable)})
        else:
            asked.append((len(answers), own_id))
            documents.append(document)
            answers.append({})
    for (place, own_id), copy in zip(asked, clean(documents), strict=True):
        answers[place] = {**copy.as_record(), "id": own_id}
    return answers


def read_document(line: bytes) -> tuple[str | int, Document]:
    """A line's id as given and its document. Raises `UnreadableLine`.

    What it refuses, a run refuses too (`faircopy.corpus.readers.record`, which would load more than a filter may).
    """
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise UnreadableLine(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise UnreadableLine(f'not a JSON object: write {{"id": …, "text": …}}, not {_kind(row)}')
    given = row.pop("id", None)
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise UnreadableLine(f'"id" is {_kind(given)}: give every document a string as its id')
    if given == "":
        raise UnreadableLine('"id" is empty: give every document a string as its id')
    text, html = row.pop("text", None), row.pop("html", None)
    for name, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            raise UnreadableLine(f'"{name}" of document {given!r} is {_kind(value)}, not a string')
    if text is None and html is None:
        raise UnreadableLine(f'document {given!r} has neither "text" nor "html"')
    return given, Document(str(given), text or "", html=html, record=row)


def _kind(value: object) -> str:
    """What a JSON value is, in the words of JSON."""
    if value is None:
        return "missing"
    names = {
        bool: "a boolean",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "an array",
        dict: "an object",
    }
    return names[type(value)]
