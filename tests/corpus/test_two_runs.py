"""Two runs at once: both publish, and neither overwrites newer rows of the other."""

from __future__ import annotations

from threading import Thread

import orjson
import pytest
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from faircopy.corpus import run as running
from faircopy.corpus.run import Run
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.verify import verify


def start(project, **options):
    """A run up to the moment before it publishes."""
    run = Run(project.settings(**options))
    run.plan()
    for part in run.parts:
        run.clean(part)
    return run


def finish(run):
    with run:
        run.publish()
        return run.summary()


def test_different_documents_both_land(project):
    project.write("site/a.txt", "A\n")
    first = start(project)
    project.write("site/b.txt", "B\n")
    assert project.run(documents={"site/b.txt"}).version == 1
    assert finish(first).version == 2
    assert {name: row.text for name, row in project.rows().items()} == {"site/a.txt": "A\n", "site/b.txt": "B\n"}
    assert len({row.part for row in project.rows().values()}) == 1
    assert project.run().version is None


def test_the_same_documents_are_written_once(project):
    project.write("a.txt", "A  b\n")
    first = start(project)
    assert project.run().version == 1
    assert finish(first).version is None


COUNTS = ("read", "added", "changed", "unchanged", "held", "removed", "cleaned", "edits", "edits_by_rule")


def counts_of_the_commit(project):
    newest = DeltaTable(str(project.clean / "table")).history(1)[0]
    return orjson.loads(newest["faircopy.summary"])


def test_the_summary_counts_what_was_committed_after_a_race(project):
    project.write("a.txt", "A  old\n")
    project.run()
    project.write("a.txt", "A  new\n")
    project.write("b.txt", "B  b  b\n")
    project.write("c.txt", "C\n")
    late = start(project)
    project.run(documents={"a.txt", "c.txt"})
    summary = finish(late)
    assert (summary.version, summary.added, summary.changed, summary.cleaned, summary.edits) == (3, 1, 0, 1, 2)
    committed = counts_of_the_commit(project)
    assert {name: getattr(summary, name) for name in COUNTS} == {name: committed[name] for name in COUNTS}
    newest = project.table().versions()[-1]
    assert (newest.added, newest.changed, newest.documents) == (1, 0, 3)


def test_a_document_cleaned_again_after_a_race_is_counted_once(project):
    project.write("a.txt", "A\n")
    project.write("b.txt", "B  1\n")
    late = start(project)
    project.run()
    project.write("b.txt", "B  2  2\n")
    summary = finish(late)
    assert (summary.version, summary.added, summary.changed, summary.cleaned, summary.edits) == (2, 0, 1, 1, 2)
    committed = counts_of_the_commit(project)
    assert {name: getattr(summary, name) for name in COUNTS} == {name: committed[name] for name in COUNTS}


def test_a_commit_that_comes_too_late_is_counted_anew(project, monkeypatch):
    project.write("a.txt", "A\n")
    project.write("b.txt", "B\n")
    late = start(project)
    real, calls = running.commit_changes, []

    def overtaken(*arguments):
        if not calls:
            calls.append(arguments)
            project.run(documents={"b.txt"})
        return real(*arguments)

    monkeypatch.setattr("faircopy.corpus.run.commit_changes", overtaken)
    summary = finish(late)
    assert (summary.version, summary.added) == (2, 1)
    assert counts_of_the_commit(project)["added"] == 1


def test_a_run_that_commits_nothing_reports_nothing_added_or_changed(project):
    for name in "abc":
        project.write(f"{name}.txt", "A  b\n")
    late = start(project)
    assert project.run().added == 3
    summary = finish(late)
    assert (summary.version, summary.added, summary.changed, summary.removed) == (None, 0, 0, 0)
    assert (summary.read, summary.unchanged) == (3, 3)


def test_a_document_that_moved_on_is_looked_at_again(project):
    project.write("a.txt", "old\n")
    project.run()
    project.write("a.txt", "newer\n")
    late = start(project)
    project.write("a.txt", "newest\n")
    assert project.run().version == 2
    assert finish(late).version is None
    assert project.rows()["a.txt"].text == "newest\n"
    assert project.mirror() == {"a.txt": "newest\n"}


def test_a_document_removed_meanwhile_stays_removed(project):
    project.write("a.txt", "A\n")
    project.write("b.txt", "B\n")
    project.run()
    project.write("a.txt", "A 2\n")
    project.write("b.txt", "B 2\n")
    late = start(project)
    (project.raw / "b.txt").unlink()
    project.run(documents={"b.txt"})
    assert project.rows()["b.txt"].status == "removed"
    assert finish(late).version == 3
    assert {name: row.text for name, row in project.rows().items()} == {"a.txt": "A 2\n", "b.txt": None}


def test_a_document_deleted_during_the_run_is_removed_by_the_catch_up(project):
    project.write("a.txt", "A\n")
    project.write("b.txt", "B\n")
    project.run()
    for name in ("a.txt", "b.txt"):
        project.write(name, "another text\n")
    late = start(project)
    project.run(documents={"b.txt"}, switches={"layout": "off"})
    (project.raw / "b.txt").unlink()
    summary = finish(late)
    assert (summary.version, summary.changed, summary.removed) == (3, 1, 1)
    assert {name: row.status for name, row in project.rows().items()} == {"a.txt": "published", "b.txt": "removed"}


def test_another_recipe_meanwhile(project):
    project.write("a.txt", "A  b\n")
    late = start(project)
    project.run(switches={"layout": "off"})
    assert finish(late).version == 2
    assert project.rows()["a.txt"].text == "A b\n"


def test_who_never_gets_a_turn_says_so(project, monkeypatch):
    project.write("a.txt", "A\n")
    monkeypatch.setattr("faircopy.corpus.run.commit_changes", lambda *rest: None)
    with pytest.raises(RunError, match=r"other runs keep committing; nothing of this run was published, run it again"):
        project.run()


def test_at_the_same_moment(project):
    for source in "abc":
        for number in range(3):
            project.write(f"{source}/{number}.txt", f"{source}  {number}\n")
    summaries = []
    threads = [Thread(target=lambda s=s: summaries.append(project.run(source=s))) for s in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(summary.version for summary in summaries) == [1, 2, 3]
    assert all(summary.added == 3 for summary in summaries)
    assert len(project.mirror()) == len(project.rows()) == 9
    assert verify(project.table()).broken == []
    assert project.run().version is None


def test_a_third_run_while_the_first_catches_up(project, monkeypatch):
    project.write("x.txt", "x 1\n")
    project.write("y.txt", "y 1\n")
    project.run()
    project.write("x.txt", "x 2\n")
    project.write("y.txt", "y 2\n")
    late = start(project)
    project.write("y.txt", "y 3\n")
    project.run(documents={"y.txt"})
    real, calls = running.make_plan, []

    def meanwhile(*rest):
        plan = real(*rest)
        if not calls:
            calls.append(plan)
            project.write("x.txt", "x 3\n")
            project.run(documents={"x.txt"})
        return plan

    monkeypatch.setattr("faircopy.corpus.run.make_plan", meanwhile)
    finish(late)
    assert calls
    assert {name: row.text for name, row in project.rows().items()} == {"x.txt": "x 3\n", "y.txt": "y 3\n"}


def test_two_runs_that_each_bring_half_of_a_repeating_line(project):
    for number in range(2):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    first = start(project)
    for number in range(2, 4):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    project.run(documents={"a/2.txt", "a/3.txt"})
    finish(first)
    project.run()
    assert all("Share" not in row.text for row in project.rows().values())
    assert project.run().version is None


def test_a_commit_that_fails_with_nobody_ahead_is_no_lost_race(project, monkeypatch):
    project.write("a.txt", "A\n")
    late = start(project)

    def refuse(self, *rest, **named):
        raise CommitFailedError("Permission denied")

    monkeypatch.setattr(DeltaTable, "create_write_transaction", refuse)
    with pytest.raises(RunError, match="Permission denied"):
        finish(late)
    assert not list((project.clean / "table").rglob("*.parquet"))
