from pathlib import Path
from uuid import uuid4

import pytest
import yaml

from faircopy.corpus.settings.model import Settings
from faircopy.flows.clean_corpus import clean_corpus
from faircopy.flows.deployments import (
    Nightly,
    ScheduleError,
    Target,
    deployments,
    leave_paused,
    parameters_for,
    schedule,
)
from faircopy.flows.names import STOPPED
from faircopy.flows.server.heartbeat import ENDS, SILENCE, automation


@pytest.mark.parametrize(
    ("cron", "timezone", "words"),
    [
        ("61 * * * *", "UTC", "'61 * * * *'"),
        ("every night", "UTC", "five fields"),
        ("0 3 * * * *", "UTC", "five fields"),
        ("0 3 * * *", "Europe/Nowhere", "Europe/London"),
        ("0 3 * * *", "../etc/passwd", "Europe/London"),
        ("0 3 * * *", "", "Europe/London"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(cron, timezone, words):
    with pytest.raises(ScheduleError, match=words.replace("*", r"\*")):
        schedule(Nightly(cron, timezone))


def test_the_schedule_has_a_slug_and_wakes_nobody():
    sent = schedule(Nightly("30 2 * * *", "Europe/London")).model_dump(mode="json", exclude_unset=True)
    assert sent["slug"] == "nightly"
    assert "active" not in sent


def test_the_clock_is_the_time_zones():
    clock = schedule(Nightly("30 2 * * *", "America/New_York")).schedule
    assert clock.timezone == "America/New_York"
    assert clock.cron == "30 2 * * *"


def test_the_form_explains_every_parameter():
    properties = clean_corpus.parameters.properties
    assert all(entry["description"] and entry["title"] == name for name, entry in properties.items())
    kinds = {name: entry["type"] for name, entry in properties.items()}
    assert kinds == {
        "raw": "string",
        "clean": "string",
        "config": "string",
        "style": "string",
        "source": "string",
        "documents": "array",
        "full": "boolean",
        "dry_run": "boolean",
        "yes": "boolean",
        "settings": "object",
    }
    assert not clean_corpus.parameters.required


def test_runs_start_anywhere_so_their_folders_are_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings(raw="raw", clean="s3://news/clean", config_file=Path("faircopy.toml"))
    assert parameters_for(settings) == {
        "raw": str(tmp_path / "raw"),
        "clean": "s3://news/clean",
        "config": str(tmp_path / "faircopy.toml"),
    }


def test_served_and_deployed_are_the_same_but_for_the_pool():
    served = deployments(Nightly(), Target({"raw": "/r"}))
    deployed = deployments(Nightly(), Target({"raw": "/r"}, "faircopy"))
    for here, there in zip(served, deployed, strict=True):
        own = {"work_pool_name", "job_variables"}
        assert here.model_dump(exclude=own) == there.model_dump(exclude=own)
        assert here.entrypoint == "faircopy.flows.clean_corpus.clean_corpus"


def test_the_deployment_file_declares_the_same():
    file = Path(__file__).parents[2] / "prefect.yaml"
    declared = yaml.safe_load(file.read_text(encoding="utf-8"))["deployments"]
    for made, entry in zip(deployments(Nightly(), Target({}, "faircopy")), declared, strict=True):
        pool = entry.pop("work_pool")
        assert made.work_pool_name == pool["name"]
        assert made.job_variables == pool["job_variables"]
        limit = entry.pop("concurrency_limit", None)
        assert made.concurrency_limit == (limit and limit["limit"])
        if limit:
            assert made.concurrency_options.collision_strategy == limit["collision_strategy"]
        clocks = [{"slug": s.slug, "cron": s.schedule.cron, "timezone": s.schedule.timezone} for s in made.schedules]
        assert clocks == entry.pop("schedules", [])
        assert entry == {name: getattr(made, name) for name in ("name", "description", "entrypoint", "tags")}


def test_a_run_is_silent_when_three_heartbeats_are_missing():
    deployment = uuid4()
    trigger = automation([deployment]).trigger
    assert trigger.within == SILENCE
    assert trigger.match_related["prefect.resource.id"] == [f"prefect.deployment.{deployment}"]
    assert STOPPED in ENDS
    assert trigger.expect == {"prefect.flow-run.heartbeat", *(f"prefect.flow-run.{end}" for end in ENDS)}


@pytest.mark.usefixtures("prefect_server")
def test_registered_it_is_due_and_stays_paused_once_somebody_paused_it():
    """Proof, too, that Prefect and SQLAlchemy agree: with a wrong pair a schedule makes no runs, in silence."""
    from prefect.client.orchestration import get_client

    first, again = (deployments(Nightly("0 3 * * *"), Target({"raw": "/r"}))[0] for _ in range(2))
    nightly = leave_paused(first).apply()
    with get_client(sync_client=True) as client:
        client._client.post(f"/deployments/{nightly}/schedule", json={"min_runs": 2}).raise_for_status()
        states = [run.state_name for run in client.read_flow_runs() if run.deployment_id == nightly]
        assert states.count("Scheduled") >= 2
        client.pause_deployment(nightly)
        assert leave_paused(again).apply() == nightly
        assert client.read_deployment(nightly).paused
