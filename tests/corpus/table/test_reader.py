"""Reading a table: versions, rows, names of documents, changes, verification."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import faircopy
from faircopy.corpus.table.reader import TableMissing, open_table
from faircopy.corpus.table.row import NoText


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
    with pytest.raises(TableMissing, match=r"there is no table in .*; name the folder with --clean, or create it"):
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
