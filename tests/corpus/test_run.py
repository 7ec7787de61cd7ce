"""Runs from raw files to versions."""

from __future__ import annotations

import gzip
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from faircopy.corpus.summary import RunError
from faircopy.corpus.table.version_diff import changed_since

FEED = (
    b'{"id": "x/1", "text": "One  line", "url": "https://news.example/1", "title": "T"}\n'
    b'{"id": 2, "html": "<p>Two</p>"}\n'
)


def test_first_run_is_version_one_and_the_empty_table_version_zero(project):
    project.write("site/a.txt", "A  b\n")
    summary = project.run()
    assert (summary.version, summary.read, summary.added, summary.cleaned) == (1, 1, 1, 1)
    assert (summary.edits, summary.edits_by_stage, summary.edits_by_rule) == (1, {"layout": 1}, {"layout/wide-gap": 1})
    assert list(project.table().rows(0)) == []
    row = project.table().row("site/a.txt")
    assert (row.source, row.path, row.status, row.encoding, row.text) == (
        "site",
        "site/a.txt",
        "published",
        "utf-8",
        "A b\n",
    )
    assert [edit.before for edit in row.edits] == ["  "]
    assert row.meta["language"] == row.language
    assert project.mirror() == {"site/a.txt": "A b\n"}
    log = [orjson.loads(line) for line in project.mirror("changes")["site/a.jsonl"].splitlines()]
    assert log == [edit.as_record() for edit in row.edits]


def test_a_run_that_changes_nothing_makes_no_version(project):
    project.write("a.txt", "A\n")
    project.run()
    summary = project.run()
    assert (summary.version, summary.unchanged, summary.cleaned) == (None, 1, 0)
    assert project.run(full=True).version is None
    assert [version.number for version in project.table().versions()] == [1]


def test_a_document_held_before_counts_as_unchanged_and_one_held_now_does_not(project):
    project.write("a.txt", "A\n")
    project.write("binary.txt", bytes(range(256)))
    first, second = project.run(), project.run()
    assert (first.read, first.added, first.held, first.unchanged) == (2, 1, 1, 0)
    assert (second.read, second.added, second.held, second.unchanged) == (2, 0, 1, 2)


def test_one_changed_document_is_one_row_cleaned_again(project):
    for name in "abc":
        project.write(f"{name}.txt", f"Text of {name}\n")
    project.run()
    project.write("b.txt", "Another  text\n")
    summary = project.run()
    assert (summary.version, summary.cleaned, summary.changed, summary.unchanged) == (2, 1, 1, 2)
    runs = {name: row.run_id == summary.run_id for name, row in project.rows().items()}
    assert runs == {"a.txt": False, "b.txt": True, "c.txt": False}
    [change] = changed_since(project.table(), 1)
    assert (change.id, change.kind) == ("b.txt", "text")
    assert project.rows(1)["b.txt"].text == "Text of b\n"


def test_a_touched_file_with_the_same_bytes_is_not_cleaned_again(project):
    file = project.write("a.txt", "A\n")
    project.run()
    file.touch()
    assert project.run().cleaned == 0


def test_without_its_state_a_run_still_knows_what_changed(project):
    project.write("a.txt", "A\n")
    project.run()
    (project.clean / "_state" / "state.sqlite").unlink()
    summary = project.run()
    assert (summary.version, summary.cleaned, summary.kept_by_hand) == (None, 0, ())


def test_a_deleted_file_is_removed_and_its_history_kept(project):
    project.write("site/a.txt", "A\n")
    project.write("site/sub/b.txt", "B\n")
    project.run()
    (project.raw / "site/sub/b.txt").unlink()
    summary = project.run()
    assert (summary.version, summary.removed, summary.read) == (2, 1, 1)
    row = project.rows()["site/sub/b.txt"]
    assert (row.status, row.text, row.edits) == ("removed", None, ())
    assert project.rows(1)["site/sub/b.txt"].text == "B\n"
    assert project.mirror() == {"site/a.txt": "A\n"}
    assert not (project.clean / "text/site/sub").exists()
    assert [(c.id, c.kind) for c in changed_since(project.table(), 1)] == [("site/sub/b.txt", "removed")]
    assert project.run().version is None


def test_a_removed_document_that_comes_back_is_added(project):
    project.write("a.txt", "A\n")
    project.write("b.txt", "B\n")
    project.run()
    (project.raw / "b.txt").unlink()
    project.run()
    project.write("b.txt", "B\n")
    summary = project.run()
    assert (summary.version, summary.added) == (3, 1)
    assert project.rows()["b.txt"].text == "B\n"


@pytest.mark.parametrize(
    ("name", "pack"),
    [("f.jsonl", bytes), ("f.jsonl.gz", gzip.compress), ("f.jsonl.zst", zstandard.ZstdCompressor().compress)],
)
def test_json_lines(project, name, pack):
    project.write(name, pack(FEED))
    project.run()
    rows = project.rows()
    assert {doc_id: row.text for doc_id, row in rows.items()} == {f"{name}/x/1": "One line", f"{name}/2": "Two"}
    assert rows[f"{name}/x/1"].source == "news.example"
    assert rows[f"{name}/x/1"].meta["title"] == "T"
    assert rows[f"{name}/x/1"].path == f"{name}/x%2F1.txt"
    assert rows[f"{name}/2"].raw_bytes() == b"<p>Two</p>"
    project.write(name, pack(FEED.replace(b"One", b"1")))
    assert project.run().cleaned == 1
    project.write(name, pack(FEED.split(b"\n")[0]))
    assert project.run().removed == 1


def test_parquet(project):
    columns = {"id": ["a", "b"], "text": ["A  a", None], "html": [None, "<p>B</p>"], "n": [1, 2]}
    project.raw.mkdir()
    pq.write_table(pa.table(columns), project.raw / "f.parquet")
    project.run()
    rows = project.rows()
    assert {name: row.text for name, row in rows.items()} == {"f.parquet/a": "A a", "f.parquet/b": "B"}
    assert rows["f.parquet/a"].meta["n"] == 1
    assert project.run().version is None


def test_html_keeps_its_bytes(project):
    page = '<meta charset="windows-1251"><p>Київ  1</p>'.encode("cp1251")
    project.write("site/p.html", page)
    project.run()
    row = project.table().row("site/p.html")
    assert (row.encoding, row.text.strip()) == ("cp1251", "Київ 1")
    assert row.raw_bytes() == page


def test_text_bytes_come_back_without_raw(project):
    files = {"bom.txt": "\ufeffa  b\r\n", "wide.txt": "«x»  y"}
    project.write("bom.txt", files["bom.txt"].encode("utf-8"))
    project.write("wide.txt", files["wide.txt"].encode("utf-16"))
    project.run()
    received = {path.name: path.read_bytes() for path in project.raw.iterdir()}
    for path in project.raw.iterdir():
        path.unlink()
    assert {name: row.raw_bytes() for name, row in project.rows().items()} == received


def test_a_dry_run_leaves_nothing(project):
    project.write("a.txt", "A  b\n")
    summary = project.run(dry_run=True)
    assert (summary.version, summary.dry_run, summary.added, summary.edits) == (None, True, 1, 1)
    assert project.rows() == {}
    assert project.mirror() == {}
    assert project.run().version == 1


def test_a_run_limited_to_some_documents_leaves_the_others(project):
    for name in ("s/a.txt", "s/b.txt", "t/c.txt"):
        project.write(name, "1\n")
    project.run()
    for name in ("s/a.txt", "s/b.txt", "t/c.txt"):
        project.write(name, "2\n")
    (project.raw / "t/c.txt").unlink()
    assert project.run(documents={"s/a.txt"}).cleaned == 1
    assert project.run(source="s").cleaned == 1
    assert {name: row.text for name, row in project.rows().items()} == {
        "s/a.txt": "2\n",
        "s/b.txt": "2\n",
        "t/c.txt": "1\n",
    }
    assert project.run().removed == 1


def test_another_recipe_cleans_every_document_again(project):
    project.write("a.txt", "A  b\n")
    project.run()
    summary = project.run(switches={"layout": "off"})
    assert (summary.version, summary.cleaned, summary.changed) == (2, 1, 1)
    assert project.rows()["a.txt"].text == "A  b\n"
    assert project.table().versions()[1].recipe_changes == ("switches: {} -> {'layout': 'off'}",)


def test_a_source_may_have_settings_of_its_own(project):
    project.write("s/a.txt", "A  b\n")
    project.write("t/a.txt", "A  b\n")
    project.run()
    project.options["source"] = {"t": {"switches": {"layout": "suggest"}}}
    assert project.run().cleaned == 1
    rows = project.rows()
    assert (rows["s/a.txt"].text, rows["t/a.txt"].text) == ("A b\n", "A  b\n")
    assert [edit.status for edit in rows["t/a.txt"].suggestions] == ["suggested"]


def test_progress_counts_documents(project):
    from faircopy.corpus.run import run

    for number in range(3):
        project.write(f"{number}.txt", "x\n")
    heard = []
    run(project.settings(), progress=lambda done, total: heard.append((done, total)))
    assert heard == [(3, 3)]


def test_the_staging_folder_is_cleared(project):
    project.write("a.txt", "A\n")
    project.run()
    assert list((project.clean / "_state" / "staging").iterdir()) == []


def test_raw_on_a_file_system_of_fsspec(project):
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/faircopy-raw/site/a.txt", b"A  b\n")
    memory.pipe("/faircopy-raw/f.jsonl", FEED)
    settings = project.settings().model_copy(update={"raw": "memory://faircopy-raw"})
    from faircopy.corpus.run import run

    assert run(settings).read == 3
    assert project.rows()["site/a.txt"].text == "A b\n"
    assert run(settings).version is None
    memory.rm("/faircopy-raw", recursive=True)


def test_folders_may_be_file_urls(project):
    from faircopy.corpus.run import run

    project.write("a.txt", "A\n")
    urls = {"raw": project.raw.as_uri(), "clean": project.clean.as_uri()}
    assert run(project.settings().model_copy(update=urls)).version == 1
    assert project.mirror() == {"a.txt": "A\n"}


def test_no_raw_folder(project):
    with pytest.raises(RunError, match=r"there is no folder .*raw; name the raw folder"):
        project.run()
    assert not Path(project.clean).exists()


def test_clean_may_lie_inside_raw_and_is_not_read(project):
    from faircopy.corpus.run import run

    project.write("a.txt", "A\n")
    inside = project.settings().model_copy(update={"clean": str(project.raw / "out")})
    assert run(inside).version == 1
    assert run(inside).version is None
    with pytest.raises(RunError, match=r"is named both as raw and as clean"):
        run(project.settings().model_copy(update={"clean": str(project.raw)}))


def test_what_is_asked_for_must_be_there(project):
    project.write("site/a.txt", "A\n")
    project.run()
    with pytest.raises(RunError, match=r"there is no document 'site/b.txt' in raw/; did you mean 'site/a.txt'"):
        project.run(documents={"site/b.txt"})
    with pytest.raises(RunError, match=r"there is no source 'other' in raw/; there are: site"):
        project.run(source="other")
    assert list((project.clean / "_state" / "staging").iterdir()) == []
