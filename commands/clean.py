"""`faircopy clean`: one text, or one a line, to standard output."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def clean(
    only: Annotated[str, typer.Option(help="Run just these stages, separated by commas.")] = "",
    style: Annotated[str, typer.Option(help="The house style of names.")] = "default",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out.")] = False,
) -> None:
    """Clean one text to standard output."""
    import orjson

    from cleaners.cleaning import clean_batch
    from cleaners.document import Document
    from cleaners.options import Options
    from cleaners.recipes import NEWS
    from cleaners.resources import Resources

    recipe = NEWS.only(frozenset(only.split(","))) if only else NEWS
    rows = [orjson.loads(line) for line in sys.stdin.buffer.read().split(b"\n") if line.strip()]
    batch = [Document(str(row["id"]), row.get("text", ""), html=row.get("html")) for row in rows]
    for copy in clean_batch(batch, recipe, Resources(Options(style=style))):
        sys.stdout.buffer.write(orjson.dumps(copy.as_record()) + b"\n")
