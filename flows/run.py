"""One run of the flow inside the calling process, on a Prefect server of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from faircopy.flows.server import environment
from faircopy.flows.server.local_server import api_address, free_port, starting_server

if TYPE_CHECKING:
    from faircopy.corpus.run import Progress
    from faircopy.corpus.settings.model import Settings
    from faircopy.corpus.summary import RunSummary

DRAIN_SECONDS = 5


def run_flow(
    settings: Settings,
    progress: Progress | None = None,
    *,
    full: bool = False,
    source: str | None = None,
    documents: Collection[str] = (),
    dry_run: bool = False,
    yes: bool = False,
) -> RunSummary:
    """`faircopy.corpus.run` as a Prefect flow: same arguments, same summary, same errors.

    Where `PREFECT_API_URL` names a server, the run is recorded there; else on one that lives as long
    as the run. Raises `ServerError` too.
    """
    environment.settle({**environment.COMMON, **environment.QUIET})
    with _users_server() if environment.has_own_server() else _passing_server(settings):
        from faircopy.flows.clean_corpus import clean_corpus
        from faircopy.flows.work import handed_over

        # The settings go from hand to hand: a parameter would write a storage's secrets into Prefect's database.
        with handed_over(settings, progress):
            summary: RunSummary = clean_corpus(
                raw=settings.raw,
                clean=settings.clean,
                config=str(settings.config_file or ""),
                style=settings.style,
                source=source or "",
                documents=tuple(documents),
                full=full,
                dry_run=dry_run,
                yes=yes,
            )
            return summary


@contextmanager
def _users_server() -> Iterator[None]:
    from faircopy.flows.server.users_server import users_server

    users_server()
    yield


@contextmanager
def _passing_server(settings: Settings) -> Iterator[None]:
    """A server for one run. Prefect's own way to have one dies of the Ctrl-C that is meant for the run."""
    port = free_port()
    with (
        environment.prefect_home(settings) as home,
        environment.server_named(api_address(port)),
        starting_server(port, home / "run.log", "--no-services", "--no-ui") as ready,
    ):
        import_module("faircopy.flows.clean_corpus")  # takes seconds too, meanwhile
        ready()
        try:
            yield
        finally:
            from prefect.events.worker import EventsWorker

            EventsWorker.drain_all(timeout=DRAIN_SECONDS)
