"""Versions, rows, names of documents, what changed, and whether all is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import faircopy
from faircopy.corpus.mirror.lookup import AmbiguousDocument, UnknownDocument, resolve
from faircopy.corpus.mirror.paths import assign_paths
from faircopy.corpus.table.reader import TableMissing, open_table
from faircopy.corpus.table.row import NoText
from faircopy.corpus.table.verify import _fault, verify
from faircopy.corpus.table.version_diff import Change, changed_since


def test_versions_are_the_runs(project):
    project.write("a.txt", "A  b\n")
    project.write("b.txt", "B\n")
    first = project.run()
    project.write("a.txt", bytes(range(256)))
    (project.raw / "b.txt").unlink()
    second = project.run(switches={"boilerplate": "off"})
    table = project.table()
    assert [(v.number, v.run_id) for v in table.versions()] == [(1, first.run_id), (2, second.run_id)]
    one, two = table.versions()
    assert (one.documents, one.added, one.changed, one.removed, one.held, one.edits) == (2, 2, 0, 0, 0, 1)
    assert (two.documents, two.added, two.changed, two.removed, two.held, two.edits) == (0, 0, 0, 1, 1, 0)
    assert abs(datetime.now(UTC) - two.made_at) < timedelta(minutes=5)
    assert (one.recipe_changes, two.recipe_changes) == ((), ("switches: {} -> {'boilerplate': 'off'}",))
    assert one.recipe != two.recipe
    assert table.newest == 2


def test_maintenance_takes_numbers_and_is_no_run(project):
    project.write("a.txt", "A\n")
    project.run()
    from deltalake import DeltaTable

    DeltaTable(str(project.clean / "table")).alter.set_table_properties(
        {"faircopy.note": "x"}, raise_if_not_exists=False
    )
    assert project.run().version is None
    project.write("a.txt", "B\n")
    assert project.run().version == 3
    assert [version.number for version in project.table().versions()] == [1, 3]
    assert project.table().newest == 3


def test_no_table(tmp_path):
    with pytest.raises(TableMissing, match=r"there is no table in .*; name the folder with --clean, or make it"):
        open_table(tmp_path)


def test_no_such_version(project):
    project.write("a.txt", "A\n")
    project.run()
    for version in (7, -1):
        with pytest.raises(TableMissing, match=f"there is no version {version}; faircopy versions lists them"):
            list(project.table().rows(version))


def test_the_public_face(project):
    project.write("a.txt", "A  b\n")
    project.run()
    row = faircopy.open_table(project.clean).row("a.txt")
    assert (row.text, row.raw_text(), row.fair_copy().replay()) == ("A b\n", "A  b\n", "A b\n")
    assert faircopy.open_table(project.clean).row("b.txt") is None


def test_a_row_without_a_text_says_why(project):
    project.write("a.txt", bytes(range(256)))
    project.run()
    with pytest.raises(NoText, match=r"a.txt has no clean text at this version: is a binary file"):
        project.table().row("a.txt").raw_text()


IDS = ["site/a.txt", "site/b.html", "other/a.txt", "c.html", "fulltext/c.html", "text/d.html", "text/e.html", "e.html"]
PATHS = assign_paths(IDS)


@pytest.mark.parametrize(
    ("name", "endings", "meant"),
    [
        ("site/a.txt", False, "site/a.txt"),
        ("site/b.html.txt", False, "site/b.html"),
        ("clean/text/site/b.html.txt", False, "site/b.html"),
        ("b.html", True, "site/b.html"),
        ("clean/text/fulltext/c.html.txt", False, "fulltext/c.html"),
        ("clean/text/c.html.txt", False, "c.html"),
        ("fulltext/c.html.txt", False, "fulltext/c.html"),
        ("clean/text/text/d.html.txt", False, "text/d.html"),
        ("text/d.html", False, "text/d.html"),
    ],
)
def test_which_document_a_name_means(name, endings, meant):
    assert resolve(name, PATHS, endings=endings) == meant


def test_names_that_mean_none_or_several():
    with pytest.raises(UnknownDocument, match=r"there is no document 'b.html'; did you mean .*'site/b.html'"):
        resolve("b.html", PATHS)
    with pytest.raises(AmbiguousDocument, match=r"2 documents end in 'a.txt': other/a.txt, site/a.txt"):
        resolve("a.txt", PATHS, endings=True)
    with pytest.raises(AmbiguousDocument, match=r"e.html, text/e.html; write the whole id"):
        resolve("clean/text/text/e.html.txt", PATHS)
    with pytest.raises(UnknownDocument):
        resolve("clean/context/c.html.txt", PATHS)


def test_changed_since_by_kind(project):
    for name in ("text", "edits", "held", "removed", "same"):
        project.write(f"{name}.txt", f"{name}  word\n")
    project.run()
    old = {name: row.clean_sha256 for name, row in project.rows().items()}
    project.write("added.txt", "new\n")
    project.write("text.txt", "another text\n")
    project.write("edits.txt", "edits word\n")
    project.write("held.txt", bytes(range(256)))
    (project.raw / "removed.txt").unlink()
    project.run()
    new = {name: row.clean_sha256 for name, row in project.rows().items()}
    assert changed_since(project.table(), 1) == [
        Change("added.txt", "added", None, new["added.txt"]),
        Change("edits.txt", "edits-only", old["edits.txt"], old["edits.txt"]),
        Change("held.txt", "held", old["held.txt"], old["held.txt"]),
        Change("removed.txt", "removed", old["removed.txt"], None),
        Change("text.txt", "text", old["text.txt"], new["text.txt"]),
    ]
    assert changed_since(project.table(), 2) == []
    assert {change.kind for change in changed_since(project.table(), 0)} == {"added", "held"}
    assert len(changed_since(project.table(), 0, until=1)) == 5


def test_verify_a_whole_table(project):
    project.write("a.txt", "A  b\n")
    project.write("b.html", "<p>B  c</p>")
    project.write("f.jsonl", '{"id": 1, "text": "C  d"}\n')
    project.write("bad.txt", bytes(range(256)))
    project.run()
    assert (verify(project.table()).documents, verify(project.table()).broken) == (4, [])


FAULTS = [
    ({"text": "Ab\n"}, "at 1 expected ' ', the text says 'b'"),
    ({"text": "A b\nmore"}, "its clean text is not the one that was hashed"),
    ({"raw_text_sha256": "0" * 64}, "undoing its edits gives another text"),
    ({"encoding": "utf-16-le"}, "the bytes rebuilt are not those received"),
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
