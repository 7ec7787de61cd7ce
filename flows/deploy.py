"""`faircopy deploy`: the two deployments on the user's own Prefect server."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from faircopy.flows.deployments import Nightly, Target, deployments, leave_paused, parameters_for
from faircopy.flows.names import NIGHTLY
from faircopy.flows.server import environment
from faircopy.flows.server.heartbeat import watch_heartbeats
from faircopy.flows.server.local_server import ServerError
from faircopy.flows.server.users_server import users_server

if TYPE_CHECKING:
    from uuid import UUID

    from faircopy.corpus.settings.model import Settings

POOL_TYPE = "process"


def deploy(settings: Settings, nightly: Nightly, pool: str, say: Callable[[str], None]) -> None:
    """Register both deployments with the user's server, for workers of a work pool.

    Raises `ServerError` if no server answers, `ScheduleError` for a schedule that is not valid.
    """
    environment.set_defaults(environment.COMMON)
    server = users_server()
    _make_pool(pool)
    registered = []
    for deployment in deployments(nightly, Target(parameters_for(settings), pool)):
        registered.append(cast("UUID", leave_paused(deployment).apply()))
        say(f"deployed   {deployment.full_name}")
    watch_heartbeats(registered)
    say(f"server     {server}")
    say(f"{NIGHTLY:<10} {nightly.cron}  ({nightly.timezone})")
    say(f"Runs need a worker, where faircopy is installed:  prefect worker start --pool {pool}")


def _make_pool(name: str) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.actions import WorkPoolCreate
    from prefect.exceptions import ObjectNotFound
    from prefect.workers.process import ProcessWorker

    with get_client(sync_client=True) as client:
        try:
            present = client.read_work_pool(name)
        except ObjectNotFound:
            template = ProcessWorker.get_default_base_job_template()
            client.create_work_pool(WorkPoolCreate(name=name, type=POOL_TYPE, base_job_template=template))
        else:
            if present.type != POOL_TYPE:
                raise ServerError(f"work pool {name!r} is of type {present.type}: name a process pool with --pool")
