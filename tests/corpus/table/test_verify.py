"""Whether every character of a table is accounted for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faircopy.corpus.table.verify import _fault, verify


def test_verify_a_whole_table(project):
    project.write("a.txt", "A  b\n")
    project.write("b.html", "<p>B  c</p>")
    project.write("f.jsonl", '{"id": 1, "text": "C  d"}\n')
    project.write("bad.txt", bytes(range(256)))
    project.run()
    assert (verify(project.table()).documents, verify(project.table()).broken) == (4, [])


FAULTS = [
    ({"text": "Ab\n"}, "at 1 expected ' ', the text says 'b'"),
    ({"text": "A b\nmore"}, "its clean text does not match its hash"),
    ({"raw_text_sha256": "0" * 64}, "undoing its edits does not give the text received"),
    ({"encoding": "utf-16-le"}, "the bytes rebuilt differ from those received"),
    ({"text": None}, "is published without a text"),
]


@pytest.mark.parametrize(("change", "why"), FAULTS)
def test_verify_tells_what_is_broken(project, change, why):
    import re

    project.write("a.txt", "A  b\n")
    project.run()
    row = project.table().row("a.txt")
    assert _fault(row) == ""
    assert re.search(why, _fault(replace(row, **change)))


def test_verify_names_rows_that_cannot_be_read_and_goes_on(project):
    from deltalake import write_deltalake

    for name in ("bytes.html", "edits.txt", "meta.txt", "whole.txt"):
        project.write(name, "A  b\n")
    project.run()
    stored = project.table().clean.delta().to_pyarrow_table()
    rows = {row["doc_id"]: row for row in stored.to_pylist()}
    rows["bytes.html"]["original"] = b"not packed"
    rows["edits.txt"]["edits"][0]["start"] = None
    rows["meta.txt"]["meta"] = "{not JSON"
    damaged = stored.from_pylist(list(rows.values()), stored.schema)
    write_deltalake(project.clean / "table", damaged, mode="overwrite")
    result = verify(project.table())
    assert (result.documents, [name for name, _ in result.broken]) == (4, ["bytes.html", "edits.txt", "meta.txt"])
    assert [why.partition(" (")[0] for _, why in result.broken] == ["cannot be read"] * 3
