"""`faircopy status`: counts of the newest version, and the documents that need a decision."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.framework.parameters import CleanInput, Config

EXAMPLES = ("faircopy status", "faircopy status --json | jq .held_documents")


def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print the state as one JSON object.")] = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """Show the newest version, its counts, and which documents are held back and why."""
    from faircopy.cli.output.screen import standard_output
    from faircopy.corpus.settings.load import load_settings
    from faircopy.corpus.table.reader import open_table
    from faircopy.viewer.state import state_of, state_page

    settings = load_settings(clean=clean, config=config)
    table = open_table(settings.clean, settings.storage)
    columns = ["doc_id", "source", "status", "held_reason", "stale", "language"]
    state = state_of(table.versions(), table.rows(columns=columns))
    if as_json:
        from dataclasses import asdict

        from faircopy.cli.output.records import print_records

        print_records([{"raw": settings.raw, "clean": settings.clean, **asdict(state)}])
        return
    screen = standard_output()
    for part in state_page(state, settings):
        screen.show(part)
