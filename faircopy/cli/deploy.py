"""`faircopy deploy`: the deployments of `serve`, on a Prefect server that is already there."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.parameters import CleanPlace, Config, Cron, RawPlace, Timezone

EXAMPLES = (
    "PREFECT_API_URL=http://prefect.example.org:4200/api faircopy deploy --raw s3://news/raw --clean s3://news/clean",
    "faircopy deploy --pool newsroom",
)


def deploy(
    raw: RawPlace = None,
    clean: CleanPlace = None,
    cron: Cron = "0 3 * * *",
    timezone: Timezone = "UTC",
    pool: Annotated[
        str, typer.Option(metavar="NAME", help="The work pool whose workers run the job; made where it is missing.")
    ] = "faircopy",
    config: Config = None,
) -> None:
    """Put the deployments nightly and manual on your own Prefect server.

    The server is the one that PREFECT_API_URL or your Prefect profile names. Paths are those of the machine that
    runs the worker.
    """
    from faircopy.corpus.settings.load import load_settings
    from faircopy.flows.deploy import deploy as deploy_flow
    from faircopy.flows.deployments import Nightly

    deploy_flow(load_settings(raw, clean, config), Nightly(cron, timezone), pool, say=print)
