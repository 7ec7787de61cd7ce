"""`faircopy deploy`: the deployments of `serve`, on a Prefect server that is already there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "PREFECT_API_URL=http://prefect.example.org:4200/api faircopy deploy --raw s3://news/raw --clean s3://news/clean",
    "faircopy deploy --pool newsroom",
)


def deploy(
    raw: Annotated[str | None, typer.Option(help="Folder or URL of the raw texts.")] = None,
    clean: Annotated[str | None, typer.Option(help="Folder or URL for the clean texts.")] = None,
    config: Annotated[Path | None, typer.Option(help="The faircopy.toml to use.")] = None,
    cron: Annotated[
        str, typer.Option(help="When the nightly run is due: minute hour day month weekday.")
    ] = "0 3 * * *",
    timezone: Annotated[str, typer.Option(help="The time zone that --cron counts in.")] = "UTC",
    pool: Annotated[str, typer.Option(help="The work pool whose workers run the job; made if missing.")] = "faircopy",
) -> None:
    """Put the nightly and the manual deployment on your own Prefect server."""
    from commands.failures import Failed, WrongCall
    from corpus.settings import load_settings
    from flows.deploy import DeployError
    from flows.deploy import deploy as deploy_flow
    from flows.deployments import Nightly, ScheduleError

    settings = load_settings(raw=raw, clean=clean, config=config)
    try:
        deploy_flow(settings, Nightly(cron, timezone), pool, say=print)
    except ScheduleError as error:
        raise WrongCall(str(error)) from None
    except DeployError as error:
        raise Failed(str(error)) from None
