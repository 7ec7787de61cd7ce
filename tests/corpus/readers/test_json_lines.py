"""JSON lines: one document per line."""

from __future__ import annotations

import pytest

from faircopy.corpus.readers.document import Problem, RawDocument
from faircopy.corpus.readers.folder import LocalFolder
from faircopy.corpus.readers.formats import read_documents


def read(tmp_path, data, name="f.jsonl"):
    (tmp_path / name).write_bytes(data)
    folder = LocalFolder(str(tmp_path))
    [file] = folder.list().files
    return list(read_documents(folder, file))


def test_lines_end_at_line_feeds_alone(tmp_path):
    odd = "one\N{LINE SEPARATOR}two\N{NEXT LINE}three"
    [document] = read(tmp_path, ('{"id": "a", "text": "' + odd + '"}\r\n\n').encode())
    assert (document.id, document.text) == ("f.jsonl/a", odd)


PROBLEMS = [
    (b"[1, 2]", "is not an object"),
    (b'"text"', "is not an object"),
    (b"null", "is not an object"),
    (b'{"text": "no id"}', '"id" is missing'),
    (b'{"id": "", "text": "empty id"}', '"id" is empty'),
    (b'{"id": true, "text": "x"}', '"id" is a boolean'),
    (b'{"id": 1, "body": "x"}', 'neither "text" nor "html"'),
    (b'{"id": 1, "text": 5}', '"text" of document 1 is a number, not a string'),
    (b'{"id": 1, "text": "cut o', "is not valid JSON"),
    (b'{"id": 1, "text": "lone \\ud800 surrogate"}', "is not valid JSON"),
    (b'{"id": 1, "text": "\xff"}', "is not valid JSON"),
]


@pytest.mark.parametrize(("line", "why"), PROBLEMS)
def test_a_bad_line_is_told_with_its_number_and_the_others_are_read(tmp_path, line, why):
    first, problem, last = read(tmp_path, b'{"id": "a", "text": "A"}\n' + line + b'\n{"id": "b", "text": "B"}\n')
    assert (first.id, last.id) == ("f.jsonl/a", "f.jsonl/b")
    assert isinstance(problem, Problem)
    assert problem.where == "f.jsonl:2"
    assert why in problem.why


@pytest.mark.parametrize("long", [81, 159, 160, 161, 1000])
def test_a_line_longer_than_memory_should_hold_is_told_and_the_others_are_read(tmp_path, monkeypatch, long):
    monkeypatch.setattr("faircopy.corpus.readers.json_lines.MAX_BYTES", 80)
    line = b'{"id": "m", "text": "' + b"m" * (long - 23) + b'"}'
    first, problem, last = read(tmp_path, b'{"id": "a", "text": "A"}\n' + line + b'\n{"id": "b", "text": "B"}')
    assert (first.id, problem.where, last.id) == ("f.jsonl/a", "f.jsonl:2", "f.jsonl/b")
    assert "is longer than" in problem.why


def test_two_lines_with_one_id(tmp_path):
    first, second = read(tmp_path, b'{"id": 1, "text": "A"}\n{"id": "1", "text": "B"}\n')
    assert first.id == second.id == "f.jsonl/1"
    assert isinstance(second, RawDocument)
    assert second.held_reason == "lines 1 and 2 have the same id; give each its own"


def test_the_same_line_twice_is_one_document(tmp_path):
    assert len(read(tmp_path, b'{"id": 1, "text": "A"}\n' * 2)) == 1


@pytest.mark.parametrize("name", ["f.jsonl.gz", "f.jsonl.zst", "f.parquet"])
def test_a_file_that_cannot_be_unpacked_is_told(tmp_path, name):
    [problem] = read(tmp_path, b"not packed at all", name)
    assert isinstance(problem, Problem)
    assert problem.where == name
    assert "cannot be read" in problem.why
