"""Bad input in raw folders: the rest of the run is published, and `raw/` is not touched."""

from __future__ import annotations

import codecs
import os

import pytest

from faircopy.corpus.settings.load import load_settings
from faircopy.corpus.settings.model import SettingsError
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.verify import verify

GOOD = "site/good.txt"


def snapshot(folder):
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def run_beside_a_good_one(project):
    project.write(GOOD, "All  well\n")
    before = snapshot(project.raw)
    summary = project.run()
    assert snapshot(project.raw) == before
    assert project.rows()[GOOD].text == "All well\n"
    assert verify(project.table()).broken == []
    return summary


HELD = [
    ("binary.txt", bytes(range(256)) * 9, "is a binary file"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(90), "is a binary file"),
    ("broken-bom.txt", codecs.BOM_UTF16_LE + b"odd", "do not survive"),
    ("site/noise.txt", b"NOISE", "mostly noise"),
    ("page.html", codecs.BOM_UTF8 + b"<p>\xff\xfe", "do not survive"),
]


@pytest.mark.parametrize(("name", "data", "reason"), HELD)
def test_held_with_its_reason_and_its_bytes(project, name, data, reason):
    project.write(name, data)
    summary = run_beside_a_good_one(project)
    assert summary.held == 1
    [(held, why)] = summary.held_documents
    assert (held, reason in why) == (name, True)
    row = project.rows()[name]
    assert (row.status, row.text, row.stale, row.raw_bytes()) == ("held", None, False, data)
    assert name not in project.mirror()
    assert project.run().version is None


PUBLISHED = [
    ("empty.txt", b"", ""),
    ("nul.txt", b"a\x00b\n", "a\x00b\n"),
    ("latin.txt", "café".encode("latin-1"), "café"),
    ("mixed.txt", "café ".encode() + "naïve".encode("latin-1"), "cafÃ© naïve"),
    ("line.txt", b"word " * 4_000_000, "word " * 4_000_000),
    ("page.html", b"<div><p>One<table><td>Two</p></b><p", "One\n\nTwo"),
    ("nothing.html", b"", ""),
    ("separators.txt", "a\u2028b\x85c\r\n".encode(), "a\u2028b\x85c\r\n"),
]


@pytest.mark.parametrize(("name", "data", "text"), PUBLISHED, ids=[case[0] for case in PUBLISHED])
def test_odd_and_yet_published(project, name, data, text):
    project.write(name, data)
    summary = run_beside_a_good_one(project)
    assert summary.held_documents == ()
    row = project.rows()[name]
    assert row.text == text
    assert row.raw_bytes() == data


def test_lines_that_are_no_documents(project):
    project.write("site/f.jsonl", '[1]\n{"text": "no id"}\n{"id": 1, "text": "good"}\n')
    summary = run_beside_a_good_one(project)
    assert [where for where, _ in summary.unreadable] == ["site/f.jsonl:1", "site/f.jsonl:2"]
    assert project.rows()["site/f.jsonl/1"].text == "good"
    again = project.run()
    assert (again.version, again.unreadable) == (None, summary.unreadable)


def test_a_document_whose_line_broke_is_not_lost(project):
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n{"id": 2, "text": "B"}\n')
    project.run()
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n{"id": 2, "tex\n')
    summary = project.run()
    assert (summary.removed, [where for where, _ in summary.unreadable]) == (0, ["f.jsonl:2"])
    assert project.rows()["f.jsonl/2"].text == "B"
    assert project.run().removed == 0
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n')
    assert project.run().removed == 1


def test_two_documents_with_one_id_are_held_until_that_is_fixed(project):
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n{"id": 2, "text": "C"}\n')
    project.run()
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n{"id": 2, "text": "C"}\n{"id": 1, "text": "B"}\n')
    summary = run_beside_a_good_one(project)
    assert summary.held_documents == (("f.jsonl/1", "lines 1 and 3 have the same id; give each its own"),)
    row = project.rows()["f.jsonl/1"]
    assert (row.text, row.stale) == ("A", True)
    assert project.run().version is None
    project.write("f.jsonl", '{"id": 1, "text": "A"}\n{"id": 2, "text": "C"}\n')
    assert project.run().held == 0
    assert project.rows()["f.jsonl/1"].status == "published"


def test_a_held_document_keeps_its_last_published_text(project):
    project.write("a.txt", "Good  text\n")
    project.run()
    project.write("a.txt", bytes(range(256)))
    summary = project.run()
    assert (summary.version, summary.held, summary.removed) == (2, 1, 0)
    row = project.rows()["a.txt"]
    assert (row.status, row.stale, row.text, row.raw_text()) == ("held", True, "Good text\n", "Good  text\n")
    assert row.raw_bytes() == bytes(range(256))
    assert project.mirror() == {"a.txt": "Good text\n"}
    assert verify(project.table()).broken == []
    (project.raw / "a.txt").unlink()
    assert project.run().removed == 1
    assert project.mirror() == {}


def test_an_unreadable_file_keeps_its_row(project):
    project.write("site/a.txt", "A\n")
    project.run()
    (project.raw / "site/a.txt").unlink()
    (project.raw / "site/a.txt").symlink_to(project.root / "nowhere")
    (project.raw / "site/new.txt").symlink_to(project.root / "nowhere")
    summary = run_beside_a_good_one(project)
    assert summary.removed == 0
    assert [where for where, _ in summary.unreadable] == ["site/a.txt", "site/new.txt"]
    assert all("No such file" in why and "fix the file" in why for _, why in summary.unreadable)
    assert project.rows()["site/a.txt"].text == "A\n"
    assert "site/new.txt" not in project.rows()


def test_a_file_cut_short_keeps_its_rows(project):
    import gzip

    packed = gzip.compress(b"".join(b'{"id": %d, "text": "text number %d"}\n' % (n, n) for n in range(50)))
    project.write("f.jsonl.gz", packed)
    project.run()
    project.write("f.jsonl.gz", packed[: len(packed) // 2])
    summary = run_beside_a_good_one(project)
    assert summary.removed == 0
    assert len(project.rows()) == 51


def test_an_unreadable_listing_removes_nothing(project, monkeypatch):
    project.write("site/a.txt", "A\n")
    project.write("other/b.txt", "B\n")
    project.run()
    scandir = os.scandir

    def failing(folder):
        if str(folder).endswith("site"):
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr("faircopy.corpus.readers.folder.os.scandir", failing)
    (project.raw / "other/b.txt").unlink()
    summary = project.run()
    assert (summary.version, summary.removed) == (None, 0)
    [(where, why)] = summary.unreadable
    assert where == "site/"
    assert "Permission denied" in why


def test_folders_in_a_circle(project):
    project.write("site/a.txt", "A\n")
    (project.raw / "site/again").symlink_to(project.raw / "site", target_is_directory=True)
    assert project.run().read == 1


def test_other_files_are_counted_and_left_alone(project):
    project.write("notes.md", "x")
    project.write(".hidden.txt", "x")
    summary = run_beside_a_good_one(project)
    assert (summary.ignored, summary.read) == (1, 1)


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_not_utf_8(project):
    project.raw.mkdir()
    (project.raw / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"A\n")
    run_beside_a_good_one(project)
    assert project.rows()["caf%E9.txt"].text == "A\n"
    assert project.run().version is None


def test_a_clean_folder_that_cannot_be_written(project):
    project.write("a.txt", "A\n")
    project.clean.write_text("a file where the folder should be")
    with pytest.raises(RunError, match=r"clean cannot be written .*; name another folder or change its permissions"):
        project.run()


def test_a_mirror_that_cannot_be_written_leaves_the_table_whole(project):
    project.write("site/a.txt", "A\n")
    (project.clean / "text").mkdir(parents=True)
    (project.clean / "text/site").write_text("a file where a folder should be")
    with pytest.raises(RunError, match=r"the mirror cannot be written .*; the table is complete; fix that"):
        project.run()
    assert project.rows()["site/a.txt"].text == "A\n"
    (project.clean / "text/site").unlink()
    assert project.run().version is None
    assert project.mirror() == {"site/a.txt": "A\n"}


def test_a_wrong_key_stops_before_anything_is_read(project):
    project.write(GOOD, "x")
    (project.root / "faircopy.toml").write_text("wrokers = 2\n")
    with pytest.raises(SettingsError, match=r"faircopy.toml:1: no key 'wrokers'; did you mean 'workers'\?"):
        load_settings(project.raw, project.clean)


def test_a_cleaner_that_fails_costs_the_document(project, monkeypatch):
    import re

    close_gaps = re.finditer

    def failing(pattern, text):
        if "bomb" in text:
            raise ZeroDivisionError("division by zero")
        return close_gaps(pattern, text)

    monkeypatch.setattr(re, "finditer", failing)
    project.write("bomb.txt", "a bomb\n")
    summary = run_beside_a_good_one(project)
    [(name, why)] = summary.held_documents
    assert (name, why) == ("bomb.txt", "could not be cleaned (ZeroDivisionError: division by zero); please report this")


def test_links_to_themselves_and_to_pipes(project, tmp_path):
    project.write("s/good.txt", "Good\n")
    os.mkfifo(tmp_path / "pipe")
    (project.raw / "s" / "pipe.txt").symlink_to(tmp_path / "pipe")
    (project.raw / "s" / "loop.txt").symlink_to("loop.txt")
    summary = project.run()
    assert project.rows()["s/good.txt"].text == "Good\n"
    assert [where for where, _ in summary.unreadable] == ["s/loop.txt"]
