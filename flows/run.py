"""One run of the flow inside the calling process, on Prefect's embedded server."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows import environment

if TYPE_CHECKING:
    from corpus.run import Progress
    from corpus.settings import Settings
    from corpus.summary import RunSummary


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
    """`corpus.run` as a Prefect flow: same arguments, same summary, same errors.

    Where `PREFECT_API_URL` names a server, the run is recorded there; else on a server that lives as
    long as the run.
    """
    environment.settle({**environment.COMMON, **environment.QUIET})
    if environment.has_own_server():
        return _run(settings, progress, full, source, documents, dry_run, yes)
    with environment.prefect_home(settings), _embedded_server():
        return _run(settings, progress, full, source, documents, dry_run, yes)


def _run(
    settings: Settings,
    progress: Progress | None,
    full: bool,
    source: str | None,
    documents: Collection[str],
    dry_run: bool,
    yes: bool,
) -> RunSummary:
    from flows.clean_corpus import clean_corpus
    from flows.work import handed_over

    # The settings go from hand to hand: a parameter would write a storage's secrets into Prefect's database.
    with handed_over(settings, progress):
        return clean_corpus(
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


@contextmanager
def _embedded_server() -> Iterator[None]:
    """Stop the server that the flow has started, once what it was told is written down."""
    try:
        yield
    finally:
        from prefect.events.worker import EventsWorker
        from prefect.server.api.server import SubprocessASGIServer

        EventsWorker.drain_all(timeout=5)
        SubprocessASGIServer().stop()
