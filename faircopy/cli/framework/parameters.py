"""Flags and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CleanInput = Annotated[
    str | None,
    typer.Option("--clean", metavar="PATH", help="What a run wrote. Unset: as in faircopy.toml, else ./clean."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The settings file. Unset: faircopy.toml, here or in a parent folder."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object per line, for other tools.")]
Document = Annotated[str, typer.Argument(metavar="DOC", help="A document's id, or its path under clean/text.")]
AnyDocument = Annotated[
    str | None,
    typer.Argument(metavar="DOC", help="A document's id, or its path under clean/text. Unset: all documents."),
]
Version = Annotated[
    int | None, typer.Option("--version", metavar="N", help="A version of the table. Unset: the newest.")
]
RawInput = Annotated[str | None, typer.Option("--raw", metavar="PATH", help="Folder or URL of the raw texts.")]
CleanOutput = Annotated[str | None, typer.Option("--clean", metavar="PATH", help="Folder or URL for the clean texts.")]
Cron = Annotated[str, typer.Option(metavar="CRON", help="When nightly runs: minute hour day month weekday.")]
Timezone = Annotated[str, typer.Option(metavar="ZONE", help="The time zone of --cron.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Any key of faircopy.toml: quotations=leave, switches.typos=off."),
]
