"""The gate: how much a run may change without `--yes`."""

from __future__ import annotations

import pytest

from faircopy.corpus.summary import GateStop


def fill(project, count, text="Text {}  here\n"):
    for number in range(count):
        project.write(f"site/{number}.txt", text.format(number))


def test_an_empty_raw_folder_stops_the_run_however_small_the_table(project):
    file = project.write("a.txt", "A\n")
    project.run(yes=False)
    file.unlink()
    with pytest.raises(GateStop, match=r"nothing was published: raw/ .* contains no document, the table 1\. .*--yes"):
        project.run(yes=False)
    assert project.rows()["a.txt"].text == "A\n"
    assert project.run(yes=True).removed == 1


@pytest.mark.parametrize(("documents", "gone", "stops"), [(3, 1, False), (20, 4, False), (24, 5, True), (25, 5, False)])
def test_removing(project, documents, gone, stops):
    fill(project, documents)
    project.run(yes=False)
    for number in range(gone):
        (project.raw / f"site/{number}.txt").unlink()
    if stops:
        with pytest.raises(GateStop, match=rf"it would remove {gone} of {documents} documents"):
            project.run(yes=False)
    else:
        assert project.run(yes=False).removed == gone


@pytest.mark.parametrize(("good", "bad", "stops"), [(0, 4, False), (0, 5, True), (20, 5, False), (15, 5, True)])
def test_holding_counts_on_the_first_run_too(project, good, bad, stops):
    fill(project, good)
    for number in range(bad):
        project.write(f"bad/{number}.txt", bytes(range(256)))
    if stops:
        with pytest.raises(GateStop, match=rf"it would hold {bad} of {good + bad} documents"):
            project.run(yes=False)
        assert project.rows() == {}
    else:
        assert project.run(yes=False).held == bad
        assert project.run(yes=False).version is None


def test_altering_documents_whose_bytes_are_the_same(project):
    fill(project, 10)
    project.run(yes=False)
    with pytest.raises(GateStop, match=r"it would alter, though their raw bytes are the same, 10 of 10 documents"):
        project.run(yes=False, switches={"layout": "off"})
    assert project.run(yes=True, switches={"layout": "off"}).changed == 10


def test_a_dry_run_says_what_would_stop_a_run_that_publishes(project):
    fill(project, 10)
    project.run(yes=False)
    assert project.run(dry_run=True, yes=False).gate == ()
    [seen] = project.run(dry_run=True, yes=False, switches={"layout": "off"}).gate
    assert "10 of 10 documents" in seen


def test_changed_bytes_are_no_alarm(project):
    fill(project, 10)
    project.run(yes=False)
    fill(project, 10, "Other {}  text\n")
    assert project.run(yes=False).changed == 10


def test_the_limits_are_settings(project):
    fill(project, 10)
    project.run(yes=False)
    gate = {"altered": 1.0}
    assert project.run(yes=False, switches={"layout": "off"}, gate=gate).changed == 10


def test_what_a_stopped_run_cleaned_is_used_by_the_next(project, monkeypatch):
    fill(project, 10)
    project.run(yes=False)
    with pytest.raises(GateStop):
        project.run(yes=False, switches={"layout": "off"})
    monkeypatch.setattr("faircopy.corpus.workers.cleaning.clean_batch", lambda batch, *rest: [] if not batch else 1 / 0)
    assert project.run(yes=True, switches={"layout": "off"}).changed == 10
    assert list((project.clean / "_state" / "staging").iterdir()) == []
