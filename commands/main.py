"""The command `faircopy`: every command, grouped as its help shows them."""

from __future__ import annotations

import typer

from commands import clean

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.command(rich_help_panel="Clean")(clean.clean)


@app.callback()
def faircopy() -> None:
    """Clean scraped news text, with a log that accounts for every character of difference."""


def main() -> None:
    """Run the command line."""
    app()
