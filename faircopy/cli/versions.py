"""`faircopy versions`: list the versions of the table."""

from __future__ import annotations

from faircopy.cli.framework.parameters import AsJson, CleanInput, Config

EXAMPLES = ("faircopy versions", "faircopy versions --json | jq .number")


def versions(as_json: AsJson = False, clean: CleanInput = None, config: Config = None) -> None:
    """List the versions with their time and their counts of documents and edits."""
    from dataclasses import asdict

    from faircopy.cli.framework.selection import table_at

    made = table_at(clean, config).versions()
    if as_json:
        from faircopy.cli.output.records import print_records

        print_records(asdict(version) for version in made)
        return
    from faircopy.cli.output.screen import standard_output
    from faircopy.viewer.versions import version_table

    standard_output().show(version_table(made))
