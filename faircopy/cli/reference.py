"""Generate docs/commands.md from the commands: `python -m faircopy.cli.reference > docs/commands.md`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from typing import Any

import typer

from faircopy.cli.main import GROUPS, app

OPENING = """\
# The commands

Generated from the commands by `python -m faircopy.cli.reference > docs/commands.md`; a test keeps it up to date.

Results are written to standard output, messages and progress to standard error. In a pipe there are no colours and no
wrapped lines, and the cells of a table are separated by tabs. On a terminal, `NO_COLOR` turns colours off and `PAGER`
names the pager.

| exit code | |
|---|---|
| 0 | done, even if documents were held back: the summary lists them |
| 1 | failed |
| 2 | a wrong call or setting; one line says what, where, and what to do |
| 3 | `run` stopped at the gate and published nothing |
"""


def reference() -> str:
    """The page in Markdown."""
    root: Any = typer.main.get_command(app)
    parts = [OPENING]
    for group, modules in GROUPS.items():
        parts.append(f"## {group}\n")
        for module in modules:
            name = module.__name__.rpartition(".")[2]
            parts += _command(root.commands[name], f"faircopy {name}", module.EXAMPLES)
    return "\n".join(parts)


def _command(command: Any, name: str, examples: tuple[str, ...]) -> Iterator[str]:
    """The section of a command, or the sections of all commands in a group."""
    context = typer.Context(command, info_name=name)
    if hasattr(command, "commands"):
        for child_name, child in command.commands.items():
            child_examples = tuple(line for line in examples if f"{name} {child_name}" in line)
            yield from _command(child, f"{name} {child_name}", child_examples)
        return
    yield f"### {context.command.get_usage(context).removeprefix('Usage: ')}\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    rows = [row for parameter in command.get_params(context) if (row := _row(parameter, context))]
    if rows:
        yield "\n".join(["| | |", "|---|---|", *rows]) + "\n"
    yield "\n".join(["```sh", *examples, "```"]) + "\n"


def _row(parameter: Any, context: Any) -> str:
    """The table row of a parameter; empty for `--help`."""
    if parameter.name == "help" or not (record := parameter.get_help_record(context)):
        return ""
    name, meaning = (part.replace("|", "\\|") for part in record)
    if parameter.param_type_name == "argument":
        name = name.partition(" <")[0]
    return f"| `{' '.join(name.split())}` | {' '.join(meaning.split())} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
