"""Flags that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CleanPath = Annotated[
    str | None,
    typer.Option("--clean", metavar="PATH", help="What a run wrote. Unset: as faircopy.toml says, else ./clean."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The settings file. Unset: faircopy.toml, here or in a folder above."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for other tools.")]
Document = Annotated[str, typer.Argument(metavar="DOC", help="A document's id, or its path under clean/text.")]
AnyDocument = Annotated[
    str | None,
    typer.Argument(metavar="DOC", help="A document's id, or its path under clean/text. Unset: all documents."),
]
Version = Annotated[
    int | None, typer.Option("--version", metavar="N", help="A version of the table. Unset: the newest.")
]
RawPlace = Annotated[str | None, typer.Option("--raw", metavar="PATH", help="Folder or URL of the raw texts.")]
CleanPlace = Annotated[str | None, typer.Option("--clean", metavar="PATH", help="Folder or URL for the clean texts.")]
Cron = Annotated[str, typer.Option(metavar="CRON", help="When nightly is due: minute hour day month weekday.")]
Timezone = Annotated[str, typer.Option(metavar="ZONE", help="The time zone --cron counts in.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Any key of faircopy.toml: quotations=leave, switches.typos=off."),
]
