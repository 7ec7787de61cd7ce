"""`faircopy verify`: check that texts and change logs agree."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.framework.failures import FAILED
from faircopy.cli.framework.parameters import CleanInput, Config, Version

EXAMPLES = ("faircopy verify", "faircopy verify --version 1 --json")


def verify(
    version: Version = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as one JSON object.")] = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """Replay and undo the edits of every document in the table, and check every hash.

    The exit code is 1 if a document is broken; the output names it.
    """
    from faircopy.cli.framework.selection import check_version, table_at
    from faircopy.corpus.table.verify import verify as verify_table

    table = table_at(clean, config)
    check_version(table, version)
    result = verify_table(table, version)
    number = table.newest if version is None else version
    if as_json:
        from faircopy.cli.output.records import print_records

        print_records([{"version": number, "documents": result.documents, "broken": result.broken}])
    else:
        from faircopy.cli.output.screen import standard_output
        from faircopy.viewer.state import verdict

        screen = standard_output()
        for part in verdict(number, result):
            screen.show(part)
    if result.broken:
        raise typer.Exit(FAILED)
