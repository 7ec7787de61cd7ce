"""Other tools read the table; faircopy is imported only to make one."""

from __future__ import annotations

import duckdb
import pandas as pd
import polars as pl
import pytest
from deltalake import DeltaTable

EXPECTED = {
    1: {"site/a.txt": ("One two\n", "published", ["  "]), "site/b.txt": ("Same\n", "published", [])},
    2: {"site/a.txt": ("One two three\n", "published", ["  ", "   "]), "site/b.txt": (None, "removed", [])},
}


@pytest.fixture
def table(project):
    project.write("site/a.txt", "One  two\n")
    project.write("site/b.txt", "Same\n")
    project.run()
    project.write("site/a.txt", "One  two   three\n")
    (project.raw / "site/b.txt").unlink()
    project.run()
    return str(project.clean / "table")


def found(rows):
    return {row["doc_id"]: (row["text"], row["status"], [edit["before"] for edit in row["edits"]]) for row in rows}


def with_polars(table, version):
    return pl.scan_delta(table, version=version).select("doc_id", "text", "status", "edits").collect().to_dicts()


def with_pandas(table, version):
    frame = DeltaTable(table, version=version).to_pandas(columns=["doc_id", "text", "status", "edits"])
    return [{**row, "text": None if pd.isna(row["text"]) else row["text"]} for row in frame.to_dict("records")]


def with_duckdb(table, version):
    dataset = DeltaTable(table, version=version).to_pyarrow_dataset()  # noqa: F841 (read by the query)
    cursor = duckdb.sql("select doc_id, text, status, edits from dataset")
    return [dict(zip(cursor.columns, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.parametrize("read", [with_polars, with_pandas, with_duckdb])
@pytest.mark.parametrize("version", [1, 2])
def test_versions(table, version, read):
    assert found(read(table, version)) == EXPECTED[version]


def test_the_commit_says_which_run_it_was(table):
    newest = DeltaTable(table).history(1)[0]
    assert newest["faircopy.run_id"]
    assert newest["version"] == 2


def test_history_is_kept(table):
    properties = DeltaTable(table).metadata().configuration
    assert properties["delta.logRetentionDuration"] == "interval 36500 days"
    assert properties["delta.deletedFileRetentionDuration"] == "interval 36500 days"
