"""How every command behaves: its help, one-line errors, exit codes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from faircopy.cli.framework.failures import INTERRUPTED, exit_code_of, report

METAVARS = {int: "N", Path: "FILE", str: "TEXT"}


class Command(TyperCommand):
    """A command whose help names the value of a flag only if the flag takes one."""

    def get_params(self, ctx: Any) -> Any:
        """The parameters, as the help lists them."""
        return _readable(super().get_params(ctx))


class CommandGroup(TyperGroup):
    """A group of commands, with one-line errors and the exit codes of docs/commands.md."""

    def get_params(self, ctx: Any) -> Any:
        """The parameters, as the help lists them."""
        return _readable(super().get_params(ctx))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run one command and exit with its exit code."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
            if code == INTERRUPTED:
                print("faircopy: stopped", file=sys.stderr)
            sys.exit(code)
        except Exception as error:
            code = exit_code_of(error)
            if code is None:
                raise
            report(error)
            sys.exit(code)


def _readable(parameters: Any) -> Any:
    for parameter in parameters:
        if not isinstance(parameter, TyperOption):
            continue
        if parameter.is_flag:
            parameter.metavar = ""
        elif parameter.metavar is None:
            parameter.metavar = METAVARS.get(type(parameter.default))
    return parameters
