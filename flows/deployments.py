"""The two deployments of the flow: `nightly` runs on a schedule, `manual` from a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from faircopy.errors import UsageError
from faircopy.flows.names import MANUAL, NIGHTLY, TAG
from faircopy.flows.server.heartbeat import HEARTBEAT_SECONDS

if TYPE_CHECKING:
    from prefect.client.schemas.actions import DeploymentScheduleCreate
    from prefect.deployments.runner import RunnerDeployment

    from faircopy.corpus.settings.model import Settings

NIGHTLY_CRON = "0 3 * * *"
TIMEZONE = "UTC"


class ScheduleError(UsageError, ValueError):
    """A schedule is not valid; the message says why."""


@dataclass(frozen=True, slots=True)
class Nightly:
    """When the nightly run starts: a cron expression of five fields, in an IANA time zone."""

    cron: str = NIGHTLY_CRON
    timezone: str = TIMEZONE

    def __post_init__(self) -> None:
        if len(self.cron.split()) != 5:
            raise ScheduleError(f"cron {self.cron!r} needs five fields: minute, hour, day, month, weekday")
        try:
            ZoneInfo(self.timezone)
        except (ValueError, OSError, LookupError):
            raise ScheduleError(f"no time zone {self.timezone!r}; try one such as Europe/London or UTC") from None


@dataclass(frozen=True, slots=True)
class Target:
    """The parameters of the runs, and the work pool if workers execute them."""

    parameters: Mapping[str, object] = field(default_factory=dict)
    pool: str | None = None


def parameters_for(settings: Settings) -> dict[str, object]:
    """The flow's parameters for these settings, with absolute paths: a run may start in any folder."""
    config = "" if settings.config_file is None else str(Path(settings.config_file).resolve())
    return {"raw": _absolute(settings.raw), "clean": _absolute(settings.clean), "config": config}


def deployments(nightly: Nightly, target: Target) -> list[RunnerDeployment]:
    """Both deployments, to be registered with a server."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

    # Runs missed while the server was off become due together; one run is enough.
    one_run = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    clock = {"schedules": [schedule(nightly)], "concurrency_limit": one_run}
    return [
        _deployment(NIGHTLY, "Cleans new and changed documents on a schedule.", target, **clock),
        _deployment(MANUAL, "Cleans on demand, with parameters.", target),
    ]


def _deployment(name: str, description: str, target: Target, **own: Any) -> RunnerDeployment:
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from faircopy.flows.clean_corpus import clean_corpus

    if target.pool is not None:
        heartbeat = {"PREFECT_FLOWS_HEARTBEAT_FREQUENCY": str(HEARTBEAT_SECONDS)}
        own |= {"work_pool_name": target.pool, "job_variables": {"env": heartbeat}}
    return RunnerDeployment.from_flow(
        clean_corpus,
        name=name,
        description=description,
        tags=[TAG],
        parameters=dict(target.parameters),
        entrypoint_type=EntrypointType.MODULE_PATH,
        **own,
    )


def leave_paused(deployment: RunnerDeployment) -> RunnerDeployment:
    """A deployment that somebody paused on the server stays paused when it is registered again."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client:
        try:
            deployment.paused = client.read_deployment_by_name(deployment.full_name).paused
        except ObjectNotFound:
            deployment.paused = False
    return deployment


def schedule(nightly: Nightly) -> DeploymentScheduleCreate:
    """The schedule, identified by its slug. Without `active`, a schedule that somebody paused stays paused."""
    from prefect.client.schemas.actions import DeploymentScheduleCreate
    from prefect.client.schemas.schedules import CronSchedule

    try:
        when = CronSchedule(cron=nightly.cron, timezone=nightly.timezone)
    except ValueError:
        raise ScheduleError(f"cron {nightly.cron!r} is not valid: give minute, hour, day, month, weekday") from None
    return DeploymentScheduleCreate(schedule=when, slug=NIGHTLY)


def _absolute(place: str) -> str:
    return place if urlsplit(place).scheme else str(Path(place).resolve())
