"""`run` and `clean --jsonl` read the same document from a record."""

import orjson
import pytest

from faircopy.cli.cleaning.json_lines import read_document
from faircopy.corpus.readers.document import Problem
from faircopy.corpus.readers.folder import RawFile
from faircopy.corpus.readers.record import NotADocument, document_of_record


def by_run(line: bytes):
    """What a run reads from a line: (text, is it a page, the other values), or None if it refuses the line."""
    document = document_of_record(RawFile("f.jsonl", "f.jsonl", 0, ""), "f.jsonl:1", orjson.loads(line), line)
    return None if isinstance(document, Problem) else (document.text, document.is_html, dict(document.record))


def by_clean(line: bytes):
    try:
        _, document = read_document(line)
    except NotADocument:
        return None
    is_html = document.html is not None
    return document.html if is_html else document.text, is_html, dict(document.record)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (b'{"id": "a", "text": "T"}', ("T", False, {})),
        (b'{"id": 0, "html": "<p>H"}', ("<p>H", True, {})),
        (b'{"id": "a", "text": "T", "html": "<p>H", "url": "u"}', ("<p>H", True, {"url": "u"})),
        (b'{"id": "a", "text": "T", "html": ""}', ("", True, {})),
        (b'{"id": "a", "text": "T", "html": null}', ("T", False, {})),
        (b'{"id": "a", "text": 7, "html": "<p>H"}', None),
        (b'{"id": "a", "text": "T", "html": ["<p>"]}', None),
        (b'{"id": "a", "text": null}', None),
        (b'{"id": "", "text": "T"}', None),
        (b'{"id": 1.5, "text": "T"}', None),
        (b'{"id": true, "text": "T"}', None),
        (b'{"text": "T"}', None),
    ],
)
def test_both_read_the_same(line, read):
    assert by_run(line) == read
    assert by_clean(line) == read
