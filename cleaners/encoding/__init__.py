"""The stage `encoding`: mojibake, broken entities, control and invisible characters, foreign line breaks.

ftfy repairs each line (`line`). It is slow on lines that need no repair, so an exact guard skips those
(`guard`). What it changes becomes edits, token by token (`differences`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faircopy.cleaners.edits import Edit, apply
from faircopy.cleaners.encoding.differences import differences
from faircopy.cleaners.encoding.guard import is_plain, needs_no_repair
from faircopy.cleaners.encoding.line import repaired_line
from faircopy.cleaners.encoding.line_breaks import LINE_BREAK, line_break_edit
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document, Findings

LONGEST_SEGMENT = 8_000  # code points handed to ftfy and to the comparison at once


def repair_encoding(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Propose edits that undo what went wrong when bytes became characters."""
    return [Findings(tuple(_repairs(document.text))) for document in batch]


def repaired_text(text: str) -> str:
    """A whole text as this stage leaves it."""
    return text if is_plain(text) else apply(text, _repairs(text))


def _repairs(text: str) -> Iterator[Edit]:
    if is_plain(text):
        return
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        yield from _line_repairs(text, start, line_break.start())
        start = line_break.end()
        if line_break[0] != "\n":
            yield line_break_edit(line_break)
    yield from _line_repairs(text, start, len(text))


def _line_repairs(text: str, start: int, end: int) -> Iterator[Edit]:
    """The repairs of the line [start, end); a very long one is repaired in segments, cut at a space where possible."""
    while start < end:
        stop = end
        if end - start > LONGEST_SEGMENT:
            stop = text.rfind(" ", start + 1, start + LONGEST_SEGMENT) + 1 or start + LONGEST_SEGMENT
        segment = text[start:stop]
        if not needs_no_repair(segment):
            yield from differences(segment, repaired_line(segment), start)
        start = stop
