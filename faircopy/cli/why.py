"""`faircopy why`: explain a line of a clean text by its edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from faircopy.cli.framework.failures import Failed
from faircopy.cli.framework.parameters import AsJson, CleanInput, Config, Version
from faircopy.errors import UsageError

if TYPE_CHECKING:
    from faircopy.cleaners.edits import FairCopy
    from faircopy.viewer.line_story import LineStory

EXAMPLES = (
    "faircopy why clean/text/harbour-herald/regatta.txt:7",
    "faircopy why harbour-herald/regatta.txt:7 --json",
)


def why(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="A document and a line number of its clean text.")],
    version: Version = None,
    as_json: AsJson = False,
    clean: CleanInput = None,
    config: Config = None,
) -> None:
    """Show the edits that touched a line of a clean text, with their reasons."""
    from faircopy.cli.framework.selection import row_of, table_at
    from faircopy.viewer.line_story import line_story

    name, _, line = place.rpartition(":")
    if not name or not (line.isascii() and line.isdecimal()):
        raise UsageError(f"why {place}: name a file and a line, such as {name or line}:7")
    row = row_of(table_at(clean, config), name, version)
    if row.text is None:
        raise Failed(f"{row.doc_id} has no clean text: {row.status}, {row.held_reason or 'no longer in raw'}")
    copy = row.fair_copy()
    try:
        story = line_story(copy, int(line))
    except IndexError:
        lines = copy.text.count("\n")
        raise UsageError(f"why {place}: {row.doc_id} has {lines} lines; give a number from 1 to {lines}") from None
    if as_json:
        from faircopy.cli.output.records import print_records

        print_records({"doc_id": row.doc_id, **edit.as_record()} for edit in story.edits)
    else:
        _explain(copy, story)


def _explain(copy: FairCopy, story: LineStory) -> None:
    from faircopy.cli.output.screen import standard_output
    from faircopy.viewer.line_story import explanation

    screen = standard_output()
    for part in explanation(copy, story, screen.marks):
        screen.show(part)
