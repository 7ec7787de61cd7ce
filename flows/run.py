"""Run the flow in this process, on a Prefect server that lasts as long as the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from faircopy.flows.server import environment
from faircopy.flows.server.local_server import api_address, free_port, starting_server

if TYPE_CHECKING:
    from faircopy.corpus.options import RunOptions
    from faircopy.corpus.run import Progress
    from faircopy.corpus.settings.model import Settings
    from faircopy.corpus.summary import RunSummary

DRAIN_SECONDS = 5


def run_flow(settings: Settings, options: RunOptions | None = None, progress: Progress | None = None) -> RunSummary:
    """Run the flow `clean-corpus`: arguments, summary and errors are those of `faircopy.corpus.run.run`.

    Where `PREFECT_API_URL` names a server, the run is recorded there; else on one that lives as long
    as the run. Raises `ServerError` too.
    """
    environment.set_defaults({**environment.COMMON, **environment.QUIET})
    with _users_server() if environment.has_own_server() else _server_for_one_run(settings):
        from faircopy.corpus.options import RunOptions
        from faircopy.flows.clean_corpus import clean_corpus
        from faircopy.flows.handover import hand_over

        options = options or RunOptions()
        with hand_over(settings, progress):
            summary: RunSummary = clean_corpus(
                raw=settings.raw,
                clean=settings.clean,
                config=str(settings.config_file or ""),
                style=settings.style,
                source=options.source or "",
                documents=tuple(sorted(options.documents)),
                full=options.full,
                dry_run=options.dry_run,
                yes=options.yes,
            )
            return summary


@contextmanager
def _users_server() -> Iterator[None]:
    from faircopy.flows.server.users_server import users_server

    users_server()
    yield


@contextmanager
def _server_for_one_run(settings: Settings) -> Iterator[None]:
    """A server for one run. Prefect's own ephemeral server would die of the Ctrl-C that is meant for the run."""
    port = free_port()
    with (
        environment.prefect_home(settings) as home,
        environment.server_named(api_address(port)),
        starting_server(port, home / "run.log", "--no-services", "--no-ui") as ready,
    ):
        import_module("faircopy.flows.clean_corpus")  # takes seconds too, while the server starts
        ready()
        try:
            yield
        finally:
            from prefect.events.worker import EventsWorker

            EventsWorker.drain_all(timeout=DRAIN_SECONDS)
