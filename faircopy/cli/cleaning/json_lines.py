"""`faircopy clean --jsonl`: one JSON object per line in, one answer per line out, in order and in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO

import orjson

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.runner import Held
from faircopy.cleaners.stage import Document
from faircopy.cli.cleaning.line_batches import batches
from faircopy.corpus.readers.record import NotADocument, json_type, read_record

Answer = dict[str, object]
Clean = Callable[[Sequence[Document]], Sequence[FairCopy | Held]]


def answer_lines(source: BinaryIO, sink: BinaryIO, clean: Clean) -> None:
    """Answer every line of `source` in order, skipping empty lines.

    The answer to an unreadable line has its number and an error message.
    """
    number = 1
    for lines in batches(source):
        answers = _answers(lines, number, clean)
        sink.write(b"".join(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE) for answer in answers))
        sink.flush()
        number += len(lines)


def _answers(lines: Sequence[bytes], number: int, clean: Clean) -> list[Answer]:
    """The answers to a batch of lines. `number` is the number of the first line."""
    answers: list[Answer] = []
    documents: list[Document] = []
    pending: list[tuple[int, str | int]] = []  # per document: the index of its answer, the id as given
    for n, line in enumerate(lines, number):
        if not line.strip():
            continue
        try:
            own_id, document = read_document(line)
        except NotADocument as error:
            answers.append({"id": None, "line": n, "error": str(error)})
        else:
            pending.append((len(answers), own_id))
            documents.append(document)
            answers.append({})
    for (place, own_id), copy in zip(pending, clean(documents), strict=True):
        answers[place] = {**copy.as_record(), "id": own_id}
    return answers


def read_document(line: bytes) -> tuple[str | int, Document]:
    """Read a line: the id as given, and the document. Raises `NotADocument`."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise NotADocument(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise NotADocument(f'not a JSON object: write {{"id": …, "text": …}}, not {json_type(row)}')
    record = read_record(row)
    html = record.text if record.is_html else None
    return record.id, Document(str(record.id), "" if record.is_html else record.text, html=html, record=record.others)
