"""Tables of the change log: one row per edit, or one row per distinct change."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from rich.table import Table
from rich.text import Text

from faircopy.cleaners.edits import APPLIED, LoggedEdit
from faircopy.viewer.visible import with_edges

LONGEST = 60  # code points of a change shown in a table
ROOM_FOR_REASONS = 110  # columns

Distinct = tuple[str, str, str, str]  # before, after, rule, status


def entries(doc_id: str, edits: Iterable[LoggedEdit], text: str, width: int | None) -> Table:
    """A document's edits, each with its line in the clean text.

    `width` is the terminal's, in columns. None adds the document to every row and never shortens a change.
    """
    line_of = line_finder(text)
    in_full = width is None
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in ("document", "line") if in_full else ("line",):
        table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(style="dim", overflow="fold")
    table.add_column(no_wrap=True)
    with_reasons = width is None or width >= ROOM_FOR_REASONS
    if with_reasons:
        table.add_column(ratio=3, style="dim", overflow="fold")
    for edit in edits:
        row = [Text("-" if edit.clean_start is None else str(line_of(edit.clean_start)))]
        row += [change(edit.before, edit.after, in_full), Text(edit.rule), certainty(edit)]
        table.add_row(*([Text(doc_id)] if in_full else []), *row, *([Text(edit.reason)] if with_reasons else []))
    return table


def distinct(counts: Counter[Distinct], in_full: bool) -> Table:
    """Every distinct change with its count, the rarest first: mistakes of a rule are among the rare ones."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    table.add_column(style="yellow", no_wrap=True)
    for (before, after, rule, status), count in rarest_first(counts):
        shown_status = "" if status == APPLIED else status
        table.add_row(f"{count:,}", change(before, after, in_full), Text(rule), Text(shown_status))
    return table


def rarest_first(counts: Counter[Distinct]) -> list[tuple[Distinct, int]]:
    """Sort distinct changes by count, then alphabetically."""
    return sorted(counts.items(), key=lambda item: (item[1], item[0]))


def change(before: str, after: str, in_full: bool = False) -> Text:
    """A change in one line: `before → after`."""
    sides = [(before, "red"), (after, "green")]
    shown = [(with_edges(words if in_full else shortened(words)), style) for words, style in sides]
    if not after:
        return Text.assemble(shown[0], (" removed", "dim"))
    if not before:
        return Text.assemble(shown[1], (" added", "dim"))
    return Text.assemble(shown[0], (" → ", "dim"), shown[1])


def certainty(edit: LoggedEdit) -> Text:
    """The status of an edit that was not applied, and a confidence below 1."""
    if edit.status != APPLIED:
        return Text(f"{edit.status} {edit.confidence:.2f}", "yellow")
    return Text("" if edit.confidence == 1 else f"{edit.confidence:.2f}", "dim")


def shortened(words: str, longest: int = LONGEST) -> str:
    """Cut long text in the middle."""
    if len(words) <= longest:
        return words
    return f"{words[: longest // 2]} … {words[-longest // 2 :]}"


def line_finder(text: str) -> Callable[[int], int]:
    """A function from an offset (code points) to its line number."""
    ends = [n for n, char in enumerate(text) if char == "\n"]
    return lambda offset: bisect_right(ends, offset - 1) + 1


def in_text_order(edits: Iterable[LoggedEdit]) -> Iterator[LoggedEdit]:
    """Edits in the order of the raw text."""
    yield from sorted(edits, key=lambda edit: (edit.raw_start, edit.raw_end))
