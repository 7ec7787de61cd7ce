"""The flow itself. Each run costs a second or more: keep them to six, and test the rest as plain functions."""

import json
import logging
import shutil
from dataclasses import replace

import pytest

from faircopy.corpus.run import run
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.summary import GateStop, RunError
from faircopy.corpus.table.reader import open_table
from faircopy.flows.clean_corpus import clean_corpus
from faircopy.flows.handover import hand_over
from faircopy.flows.names import STOPPED

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture
def settings(raw, tmp_path):
    return Settings(raw=str(raw), clean=str(tmp_path / "clean"), workers=1)


def artifacts(flow_run_id):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

    wanted = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[flow_run_id]))
    with get_client(sync_client=True) as client:
        return {artifact.key: artifact for artifact in client.read_artifacts(artifact_filter=wanted)}


def names_of_tasks(flow_run_id):
    """The task runs of a flow run; the server writes them down a moment after they ended."""
    import time

    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    wanted = FlowRunFilter(id=FlowRunFilterId(any_=[flow_run_id]))
    names, deadline = [], time.monotonic() + 30
    with get_client(sync_client=True) as client:
        while "report" not in names and time.monotonic() < deadline:
            names = sorted(task.name for task in client.read_task_runs(flow_run_filter=wanted))
            time.sleep(0.2)
    return names


def what_lasts(summary):
    """A summary without the fields that differ from run to run."""
    return replace(summary, run_id="", seconds=0.0, table_path="", mirror_path=None)


def test_it_is_the_same_job_as_in_plain_python(settings, tmp_path):
    seen = []
    with hand_over(settings, lambda done, total: seen.append((done, total))):
        state = clean_corpus(raw=settings.raw, clean=settings.clean, return_state=True)
    summary = state.result()
    plain = run(settings.model_copy(update={"clean": str(tmp_path / "plain")}))
    assert what_lasts(summary) == what_lasts(plain)
    assert [held for held, _ in summary.held_documents] == ["harbour-post/picture.txt"]
    rows, others = (
        {row.doc_id: (row.text, row.edits, row.held_reason) for row in open_table(folder).rows()}
        for folder in (settings.clean, tmp_path / "plain")
    )
    assert rows == others
    assert seen[-1] == (3, 3)
    assert state.message == "Version 1: 2 added, 0 changed, 0 removed, 1 held back"


def test_parameters_alone_are_enough_and_the_server_shows_what_was_done(settings):
    state = clean_corpus(
        raw=settings.raw,
        clean=settings.clean,
        style="ap",
        settings={"workers": 1, "switches": {"typos": "off"}},
        return_state=True,
    )
    flow_run_id = state.state_details.flow_run_id
    summary = state.result()
    assert "typos" not in summary.edits_by_stage
    shown = artifacts(flow_run_id)
    assert {row["rule"] for row in json.loads(shown["clean-corpus-edits"].data)} == set(summary.edits_by_rule)
    assert json.loads(shown["clean-corpus-held"].data)[0]["document"] == "harbour-post/picture.txt"
    assert shown["clean-corpus-summary"].data.startswith("## Version 1")
    assert shown["clean-corpus-progress"].data == 100.0
    assert names_of_tasks(flow_run_id) == ["clean part 1", "gate", "plan", "publish", "report"]


def test_the_gate_stops_a_run_in_so_many_words(settings, raw, caplog):
    run(settings)
    shutil.rmtree(raw / "harbour-post")
    with hand_over(settings, None), caplog.at_level(logging.ERROR, "prefect"):
        state = clean_corpus(raw=settings.raw, return_state=True)
        with pytest.raises(GateStop, match="nothing was published") as raised:
            state.result()
    assert (state.type.value, state.name) == ("FAILED", STOPPED)
    assert state.message == str(raised.value)
    assert not [record for record in caplog.records if record.exc_info]
    assert open_table(settings.clean).newest == 1


def test_a_dry_run_publishes_nothing(settings):
    with hand_over(settings, None):
        summary = clean_corpus(raw=settings.raw, dry_run=True)
    assert summary.dry_run
    assert summary.version is None
    assert summary.edits > 0


def test_a_wrong_folder_is_named(tmp_path):
    state = clean_corpus(raw=str(tmp_path / "nowhere"), clean=str(tmp_path / "clean"), return_state=True)
    assert (state.type.value, state.name) == ("FAILED", "Failed")
    assert str(tmp_path / "nowhere") in state.message
    with pytest.raises(RunError):
        state.result()


def test_a_wrong_setting_is_named():
    state = clean_corpus(settings={"quotation": "leave"}, return_state=True)
    assert "quotations" in state.message
