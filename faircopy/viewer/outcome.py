"""The summary of a run, for the person who started it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from faircopy.corpus.summary import RunSummary

MOST_LISTED = 10
WIDEST = 60  # columns that the left cell of a pair may take before it wraps


def outcome(summary: RunSummary, next_steps: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    """The summary: counts, documents held back and why, paths of the results, and what to do next."""
    yield Text.assemble((headline(summary), "bold"), (f" in {summary.seconds:.1f} s", "dim"))
    yield ""
    yield counts(_documents(summary))
    if summary.edits:
        yield ""
        yield Text.assemble(f"{summary.edits:,} edits", "  ", (by_stage(summary.edits_by_stage), "dim"))
    yield from listed("Held back, not published:", summary.held_documents)
    yield from listed("Could not be read:", summary.unreadable)
    yield from listed("Settings for a source without documents:", summary.unused_sources)
    yield from listed("The gate would stop this run (--yes publishes anyway):", [(seen, "") for seen in summary.gate])
    yield from listed("Edited by hand, not overwritten:", [(path, "") for path in summary.kept_by_hand])
    if summary.ignored:
        files = "1 other file" if summary.ignored == 1 else f"{summary.ignored:,} other files"
        yield ""
        yield Text(f"Skipped {files}: faircopy reads .txt, .html, .jsonl (also .gz, .zst) and .parquet", "dim")
    if not summary.dry_run:
        yield ""
        yield pairs(_places(summary))
    if next_steps:
        yield ""
        yield pairs(
            [(("Next:  " if n == 0 else "       ") + command, does) for n, (command, does) in enumerate(next_steps)]
        )


def headline(summary: RunSummary) -> str:
    """The result of the run in one line."""
    read = f"{summary.read:,} {'document' if summary.read == 1 else 'documents'} read"
    if summary.dry_run:
        return f"Dry run: {read}, nothing published"
    if summary.version is None:
        return f"Nothing changed, no new version: {read}"
    return f"Version {summary.version}: {read}"


def by_stage(edits: Mapping[str, int]) -> str:
    """Counts as one line, `typos 12 · names 8`."""
    return " · ".join(f"{stage} {count:,}" for stage, count in edits.items() if count)


def counts(numbers: Sequence[tuple[str, int]]) -> Text:
    """Counts as one line; zeros are dim."""
    text = Text()
    for name, number in numbers:
        text.append(" · " if text else "", "dim")
        text.append(f"{number:,} {name}", "" if number else "dim")
    return text


def listed(title: str, rows: Sequence[tuple[str, str]], most: int = MOST_LISTED) -> Iterator[RenderableType]:
    """A list with a title, cut after `most` rows."""
    if not rows:
        return
    yield ""
    yield Text(title, "bold yellow")
    yield pairs([(f"  {name}", reason) for name, reason in rows[:most]])
    if len(rows) > most:
        yield Text(f"  … and {len(rows) - most:,} more; `faircopy status` lists them all", "dim")


def _documents(summary: RunSummary) -> list[tuple[str, int]]:
    return [
        ("added", summary.added),
        ("changed", summary.changed),
        ("unchanged", summary.unchanged),
        ("held back", summary.held),
        ("removed", summary.removed),
    ]


def _places(summary: RunSummary) -> list[tuple[str, str]]:
    table = ("Table", summary.table_path)
    if not summary.mirror_path:
        return [table]
    text = PurePath(summary.mirror_path)
    return [("Clean texts", str(text)), ("Change log", str(text.with_name("changes"))), table]


def pairs(rows: Sequence[tuple[str, str]]) -> Table:
    """A table of two columns, the second one dim."""
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(no_wrap=max((len(what) for what, _ in rows), default=0) <= WIDEST)
    table.add_column(style="dim", overflow="fold")
    for what, more in rows:
        table.add_row(Text(what), Text(more))
    return table
