"""`faircopy serve`: a Prefect server on this machine that runs the job by the clock and from a form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "faircopy serve",
    'faircopy serve --cron "30 2 * * *" --timezone Europe/London --port 4300',
)


def serve(
    raw: Annotated[str | None, typer.Option(help="Folder or URL of the raw texts.")] = None,
    clean: Annotated[str | None, typer.Option(help="Folder or URL for the clean texts.")] = None,
    config: Annotated[Path | None, typer.Option(help="The faircopy.toml to use.")] = None,
    cron: Annotated[
        str, typer.Option(help="When the nightly run is due: minute hour day month weekday.")
    ] = "0 3 * * *",
    timezone: Annotated[str, typer.Option(help="The time zone that --cron counts in.")] = "UTC",
    port: Annotated[int, typer.Option(help="The port of the web page.", min=1, max=65535)] = 4200,
) -> None:
    """Serve the job on this machine: every night, and by hand from a web page."""
    from commands.failures import Failed, WrongCall
    from corpus.settings import load_settings
    from flows.deployments import Nightly, ScheduleError
    from flows.serve import serve as serve_flow
    from flows.server import PortTaken, ServerError

    settings = load_settings(raw=raw, clean=clean, config=config)
    try:
        serve_flow(settings, Nightly(cron, timezone), port, say=lambda line: print(line, flush=True))
    except (PortTaken, ScheduleError) as error:
        raise WrongCall(str(error)) from None
    except ServerError as error:
        raise Failed(str(error)) from None
