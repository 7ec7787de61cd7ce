"""Two runs at once: both land, and neither writes over what the other knew better."""

from __future__ import annotations

from threading import Thread

import pytest
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from faircopy.corpus import publish as publishing
from faircopy.corpus.run import clean_chunk, plan_run, publish, summarise
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.verify import verify


def start(project, **options):
    """A run up to the moment before it publishes."""
    settings = project.settings(**options)
    plan = plan_run(settings)
    return plan, [clean_chunk(chunk, settings) for chunk in plan.chunks], settings


def finish(plan, results, settings):
    version = publish(plan, results, settings)
    return summarise(plan, results, version, settings)


def test_different_documents_both_land(project):
    project.write("site/a.txt", "A\n")
    first = start(project)
    project.write("site/b.txt", "B\n")
    assert project.run(documents=["site/b.txt"]).version == 1
    assert finish(*first).version == 2
    assert {name: row.text for name, row in project.rows().items()} == {"site/a.txt": "A\n", "site/b.txt": "B\n"}
    assert len({row.part for row in project.rows().values()}) == 1
    assert project.run().version is None


def test_the_same_documents_are_written_once(project):
    project.write("a.txt", "A  b\n")
    first = start(project)
    assert project.run().version == 1
    assert finish(*first).version is None


def test_a_document_that_moved_on_is_looked_at_again(project):
    project.write("a.txt", "old\n")
    project.run()
    project.write("a.txt", "newer\n")
    late = start(project)
    project.write("a.txt", "newest\n")
    assert project.run().version == 2
    assert finish(*late).version is None
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
    project.run(documents=["b.txt"])
    assert project.rows()["b.txt"].status == "removed"
    assert finish(*late).version == 3
    assert {name: row.text for name, row in project.rows().items()} == {"a.txt": "A 2\n", "b.txt": None}


def test_another_recipe_meanwhile(project):
    project.write("a.txt", "A  b\n")
    late = start(project)
    project.run(switches={"layout": "off"})
    assert finish(*late).version == 2
    assert project.rows()["a.txt"].text == "A b\n"


def test_who_never_gets_a_turn_says_so(project, monkeypatch):
    project.write("a.txt", "A\n")
    monkeypatch.setattr("faircopy.corpus.publish.commit_changes", lambda *rest: None)
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
    project.run(documents=["y.txt"])
    real, calls = publishing.plan_into, []

    def meanwhile(*rest):
        plan = real(*rest)
        if not calls:
            calls.append(plan)
            project.write("x.txt", "x 3\n")
            project.run(documents=["x.txt"])
        return plan

    monkeypatch.setattr("faircopy.corpus.publish.plan_into", meanwhile)
    finish(*late)
    assert calls
    assert {name: row.text for name, row in project.rows().items()} == {"x.txt": "x 3\n", "y.txt": "y 3\n"}


def test_two_runs_that_each_bring_half_of_a_repeating_line(project):
    for number in range(2):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    first = start(project)
    for number in range(2, 4):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    project.run(documents=["a/2.txt", "a/3.txt"])
    finish(*first)
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
        finish(*late)
    assert not list((project.clean / "table").rglob("*.parquet"))
