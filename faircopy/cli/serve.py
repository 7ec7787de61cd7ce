"""`faircopy serve`: a Prefect server on this machine that runs the job on a schedule and from a web form."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.framework.parameters import CleanOutput, Config, Cron, RawInput, Timezone

EXAMPLES = (
    "faircopy serve",
    'faircopy serve --cron "30 2 * * *" --timezone Europe/London --port 4300',
    "PREFECT_API_URL=http://127.0.0.1:4200/api prefect deployment run clean-corpus/manual -p style=ap",
)


def serve(
    raw: RawInput = None,
    clean: CleanOutput = None,
    cron: Cron = "0 3 * * *",
    timezone: Timezone = "UTC",
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help="The port of the web page.")] = 4200,
    config: Config = None,
) -> None:
    """Run the job every night and on demand from a web page, until Ctrl-C.

    Starts a Prefect server that only this machine can reach, with the deployments nightly and manual.
    """
    from faircopy.corpus.settings.load import load_settings
    from faircopy.flows.deployments import Nightly
    from faircopy.flows.serve import serve as serve_flow

    settings = load_settings(raw, clean, config)
    serve_flow(settings, Nightly(cron, timezone), port, say=lambda line: print(line, flush=True))
