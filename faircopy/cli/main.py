"""The command `faircopy` and its commands, in the groups that the help shows."""

from __future__ import annotations

from types import ModuleType
from typing import Annotated

import typer

from faircopy.cli import changed, clean, deploy, diff, log, packs, raw, run, serve, show, status, verify, versions, why
from faircopy.cli.framework.command import Command, CommandGroup

# A command is a module with EXAMPLES and a function of the module's name; a group of commands is a module with
# EXAMPLES and a Typer `app`.
GROUPS: dict[str, tuple[ModuleType, ...]] = {
    "Clean": (run, clean),
    "Look": (diff, log, why, versions, changed, show, raw, verify),
    "Operate": (serve, deploy, status, packs),
}

app = typer.Typer(
    cls=CommandGroup,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
)


@app.callback(invoke_without_command=True)
def faircopy(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version of faircopy.")] = False,
) -> None:
    """Clean scraped news text, with a log that accounts for every character of difference."""
    if version:
        from importlib.metadata import version as version_of

        print(f"faircopy {version_of('faircopy')}")
    elif context.invoked_subcommand is None:
        context.get_help()


def _examples(module: ModuleType, of: str = "") -> str:
    """The last lines of a command's help: the examples that contain `of`."""
    lines = (f"  {line}".replace("[", r"\[") for line in module.EXAMPLES if of in line)
    return "\n".join(["[bold]For example[/]", *lines])


def _add_commands() -> None:
    for group, modules in GROUPS.items():
        for module in modules:
            name = module.__name__.rpartition(".")[2]
            if hasattr(module, "app"):
                for child in module.app.registered_commands:
                    child.epilog = _examples(module, f"{name} {child.name}")
                app.add_typer(module.app, name=name, rich_help_panel=group, epilog=_examples(module))
            else:
                command = app.command(name, cls=Command, rich_help_panel=group, epilog=_examples(module))
                command(getattr(module, name))


_add_commands()


def main() -> None:
    """Run the command line."""
    app(prog_name="faircopy")
