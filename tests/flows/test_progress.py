from uuid import uuid4

import pytest

from faircopy.flows import progress


@pytest.fixture
def calls(monkeypatch):
    made = []
    monkeypatch.setattr("prefect.artifacts.create_progress_artifact", lambda *args: made.append(args) or uuid4())
    monkeypatch.setattr("prefect.artifacts.update_progress_artifact", lambda _id, *args: made.append(args))
    return made


def test_the_end_is_always_shown_and_the_server_is_not_flooded(calls):
    show = progress.ProgressArtifact()
    for done in range(1, 1001):
        show(done, 1000)
    assert calls[0] == (0.1, "clean-corpus-progress", "1 of 1,000 documents cleaned")
    assert calls[-1] == (100.0, "1,000 of 1,000 documents cleaned")
    assert len(calls) == 2


def test_a_slow_run_is_shown_as_it_goes(calls, monkeypatch):
    monkeypatch.setattr(progress, "PAUSE_SECONDS", 0.0)
    show = progress.ProgressArtifact()
    for done in (5, 10, 20):
        show(done, 20)
    assert [call[0] for call in calls] == [25.0, 50.0, 100.0]
