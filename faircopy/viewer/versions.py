"""Tables of versions, and of the changes between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from faircopy.corpus.table.version_diff import Change
    from faircopy.corpus.table.versions import Version

KINDS = {"added": "green", "text": "", "edits-only": "dim", "held": "yellow", "removed": "red"}


def version_table(versions: Sequence[Version]) -> Table:
    """One row per version, the oldest first, in local time."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("version", justify="right", style="bold")
    table.add_column("made at", no_wrap=True)
    for name in ("documents", "added", "changed", "removed", "held", "edits"):
        table.add_column(name, justify="right", min_width=len(name))
    if any(version.recipe_changes for version in versions):
        table.add_column("recipe changes", overflow="fold", style="dim")
    for version in versions:
        counts = (version.documents, version.added, version.changed, version.removed, version.held, version.edits)
        table.add_row(
            str(version.number),
            version.made_at.astimezone().strftime("%Y-%m-%d %H:%M"),
            *(f"{count:,}" for count in counts),
            *([Text("; ".join(version.recipe_changes))] if len(table.columns) > 2 + len(counts) else []),
        )
    return table


def change_table(changes: Iterable[Change]) -> Table:
    """One row per changed document: the kind of change and the id."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for change in changes:
        table.add_row(Text(change.kind, KINDS.get(change.kind, "")), Text(change.id))
    return table
