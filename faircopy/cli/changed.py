"""`faircopy changed`: which documents changed since a version."""

from __future__ import annotations

from typing import Annotated

import typer

from faircopy.cli.framework.parameters import AsJson, CleanInput, Config

EXAMPLES = ("faircopy changed --since 1", "faircopy changed --since 1 --json | jq -r .id")


def changed(
    since: Annotated[int, typer.Option("--since", metavar="N", help="A version; 0 lists every document.")],
    as_json: AsJson = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """List the documents that changed since a version.

    Every change has one kind: added, text, edits-only (the same text, reached by other edits), held or removed.
    """
    from dataclasses import asdict

    from faircopy.cli.framework.selection import check_version, table_at
    from faircopy.corpus.table.version_diff import changed_since

    table = table_at(clean, config)
    check_version(table, since or None)  # since 0: everything
    changes = changed_since(table, since)
    if as_json:
        from faircopy.cli.output.records import print_records

        print_records(asdict(change) for change in changes)
        return
    from faircopy.cli.output.screen import paged
    from faircopy.viewer.versions import change_table

    with paged() as screen:
        if changes:
            screen.show(change_table(changes))
        else:
            screen.say(f"Nothing changed since version {since}.")
