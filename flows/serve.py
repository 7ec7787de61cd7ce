"""`faircopy serve`: a Prefect server on this machine, and a runner for its two deployments."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from faircopy.flows.deployments import Nightly, Target, deployments, leave_paused, parameters_for
from faircopy.flows.names import FLOW, MANUAL, NIGHTLY
from faircopy.flows.server import environment
from faircopy.flows.server.heartbeat import watch_heartbeats
from faircopy.flows.server.local_server import ServerError, address, api_address, refuse_taken_port, starting_server

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.deployments.runner import RunnerDeployment

    from faircopy.corpus.settings.model import Settings

Say = Callable[[str], None]


def serve(settings: Settings, nightly: Nightly, port: int, say: Say) -> None:
    """Serve both deployments until Ctrl-C or SIGTERM; `say` prints where to find them.

    Raises `ServerError` if the server does not start, `ScheduleError` for a schedule that is not valid.
    """
    refuse_taken_port(port)
    if environment.has_own_server():
        say(f"Not used: PREFECT_API_URL={os.environ['PREFECT_API_URL']} (`faircopy deploy` puts the deployments there)")
    environment.set_defaults(environment.COMMON)
    _stop_on_signals()
    try:
        with environment.prefect_home(settings, lasting=True) as home, environment.server_named(api_address(port)):
            say(f"Starting a Prefect server; it keeps its runs in {home} …")
            with starting_server(port, home / "server.log") as ready:
                served = deployments(nightly, Target(parameters_for(settings)))
                ready()
                _serve(served, nightly, port, say)
    except BlockingIOError:
        raise ServerError(
            "a Prefect server of this project is running already: stop it first, or use its page"
        ) from None
    except KeyboardInterrupt:
        say("Stopped.")


def _stop_on_signals() -> None:
    """Treat the signals of a service manager or a closed terminal as Ctrl-C, so that the server is stopped too."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _serve(served: list[RunnerDeployment], nightly: Nightly, port: int, say: Say) -> None:
    import asyncio

    from prefect.runner import Runner

    # Schedules are not paused: they should continue after a restart of the server.
    runner = Runner(name=FLOW, pause_on_shutdown=False)
    watch_heartbeats([cast("UUID", runner.add_deployment(leave_paused(deployment))) for deployment in served])
    say(f"Web page   {address(port)}")
    say(f"{NIGHTLY:<10} {nightly.cron}  ({nightly.timezone})")
    say(f"{MANUAL:<10} PREFECT_API_URL={api_address(port)} prefect deployment run {FLOW}/{MANUAL} -p full=true")
    say("Ctrl-C stops the server.")
    asyncio.run(runner.start())
