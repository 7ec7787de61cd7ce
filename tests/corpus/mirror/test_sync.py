"""The mirror follows the table, except where a person edited a file."""

from __future__ import annotations

import pytest


def test_a_file_that_a_person_edited_is_kept_and_told(project):
    project.write("site/a.txt", "One\n")
    project.write("site/b.txt", "Two\n")
    project.run()
    (project.clean / "text/site/a.txt").write_text("Mine\n")
    project.write("site/a.txt", "One more\n")
    project.write("site/b.txt", "Two more\n")
    for _ in range(2):
        assert project.run().kept_by_hand == ("site/a.txt",)
        assert project.mirror() == {"site/a.txt": "Mine\n", "site/b.txt": "Two more\n"}
    assert project.rows()["site/a.txt"].text == "One more\n"
    (project.clean / "text/site/a.txt").unlink()
    assert project.run().kept_by_hand == ()
    assert project.mirror()["site/a.txt"] == "One more\n"


def test_also_where_the_state_was_lost(project):
    for name in ("a", "b"):
        project.write(f"{name}.txt", "One\n")
    project.run()
    (project.clean / "text/a.txt").write_text("Mine\n")
    (project.clean / "_state/state.sqlite").unlink()
    for name in ("a", "b"):
        project.write(f"{name}.txt", "Two\n")
    assert project.run().kept_by_hand == ("a.txt",)
    assert project.mirror() == {"a.txt": "Mine\n", "b.txt": "Two\n"}


def test_an_edited_log_is_kept(project):
    project.write("a.txt", "One  two\n")
    project.run()
    (project.clean / "changes/a.jsonl").write_text("my notes\n")
    project.write("a.txt", "One  two  three\n")
    assert project.run().kept_by_hand == ("a.txt",)
    assert project.mirror("changes") == {"a.jsonl": "my notes\n"}


def test_an_edited_file_outlives_its_document(project):
    project.write("a.txt", "One\n")
    project.write("b.txt", "Two\n")
    project.run()
    (project.clean / "text/a.txt").write_text("Mine\n")
    for name in ("a.txt", "b.txt"):
        (project.raw / name).unlink()
    assert project.run().kept_by_hand == ("a.txt",)
    assert project.mirror() == {"a.txt": "Mine\n"}


def test_a_run_killed_between_commit_and_mirror_is_repaired_by_the_next(project, monkeypatch):
    project.write("a.txt", "One\n")
    project.write("gone.txt", "Two\n")
    project.run()
    project.write("a.txt", "One more\n")
    (project.raw / "gone.txt").unlink()

    class Killed(BaseException):
        pass

    def killed(self, path, *rest):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("faircopy.corpus.mirror.files.MirrorFiles.write", killed)
        with pytest.raises(Killed):
            project.run()
    assert project.table().newest == 2
    assert project.mirror()["a.txt"] == "One\n"
    summary = project.run()
    assert (summary.version, summary.kept_by_hand) == (None, ())
    assert project.mirror() == {"a.txt": "One more\n"}


def test_deleted_mirror_files_come_back(project):
    project.write("site/a.txt", "One\n")
    project.run()
    (project.clean / "text/site/a.txt").unlink()
    project.run()
    assert project.mirror() == {"site/a.txt": "One\n"}


def test_a_text_beside_a_container_of_its_name(project):
    project.write("site/feed.txt", "One  gap.\n")
    project.run()
    project.write("site/feed.jsonl", '{"id": "7", "text": "Two  gaps."}\n')
    project.run()
    assert sorted(project.mirror().values()) == ["One gap.\n", "Two gaps."]
    assert "site/feed.jsonl/7.jsonl" in project.mirror("changes")


def test_case_twins_move_apart_and_together_again(project):
    project.write("site/a.txt", "small\n")
    project.run()
    project.write("site/A.txt", "large\n")
    summary = project.run()
    assert summary.cleaned == 1
    assert sorted(project.mirror().values()) == ["large\n", "small\n"]
    assert "site/a.txt" not in project.mirror()
    assert {row.path for row in project.rows().values()} == set(project.mirror())
    (project.raw / "site/A.txt").unlink()
    project.run()
    assert project.mirror() == {"site/a.txt": "small\n"}


def test_switched_off_it_is_left_alone(project):
    project.write("a.txt", "One\n")
    summary = project.run(mirror=False)
    assert (summary.mirror_path, project.mirror()) == (None, {})
    assert project.run().version is None
    assert project.mirror() == {"a.txt": "One\n"}


def test_only_what_changed_is_written(project):
    project.write("a.txt", "One\n")
    project.write("b.txt", "Two\n")
    project.run()
    before = (project.clean / "text/a.txt").stat()
    project.write("b.txt", "Three\n")
    project.run()
    after = (project.clean / "text/a.txt").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_line_ends_stay_as_they_are(project):
    project.write("a.txt", b"One\r\nTwo\rThree\n")
    project.run()
    assert (project.clean / "text/a.txt").read_bytes() == b"One\r\nTwo\rThree\n"
