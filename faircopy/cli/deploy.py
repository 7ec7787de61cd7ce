"""`faircopy deploy`: the deployments of `serve`, on an existing Prefect server."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.framework.parameters import CleanOutput, Config, Cron, RawInput, Timezone

EXAMPLES = (
    "PREFECT_API_URL=http://prefect.example.org:4200/api faircopy deploy --raw s3://news/raw --clean s3://news/clean",
    "faircopy deploy --pool newsroom",
)


def deploy(
    raw: RawInput = None,
    clean: CleanOutput = None,
    cron: Cron = "0 3 * * *",
    timezone: Timezone = "UTC",
    pool: Annotated[
        str, typer.Option(metavar="NAME", help="The work pool whose workers run the job; created if missing.")
    ] = "faircopy",
    config: Config = None,
) -> None:
    """Put the deployments nightly and manual on your own Prefect server.

    PREFECT_API_URL or your Prefect profile names the server. Paths are paths on the machine that runs the
    worker.
    """
    from faircopy.corpus.settings.load import load_settings
    from faircopy.flows.deploy import deploy as deploy_flow
    from faircopy.flows.deployments import Nightly

    deploy_flow(load_settings(raw, clean, config), Nightly(cron, timezone), pool, say=print)
