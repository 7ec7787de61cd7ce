"""The history of one line of a clean text: the edits that touched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from faircopy.cleaners.edits import FairCopy, LoggedEdit
from faircopy.viewer.differences import of_copy
from faircopy.viewer.entries import change
from faircopy.viewer.marked_text import Marks, marked_lines


@dataclass(frozen=True, slots=True)
class LineStory:
    """A line of a clean text, its line number in the raw text, and the edits that touched it."""

    number: int
    text: str
    raw_number: int
    edits: tuple[LoggedEdit, ...]


def line_story(copy: FairCopy, number: int) -> LineStory:
    """The history of a line, counted from 1. Raises `IndexError` for a line that the text does not have."""
    lines = copy.text.split("\n")
    if not 1 <= number <= len(lines) or (number == len(lines) and not lines[-1]):
        raise IndexError(number)
    start = sum(len(line) + 1 for line in lines[: number - 1])
    end = start + len(lines[number - 1])
    shift = 0
    touching: list[LoggedEdit] = []
    for hunk in copy.hunks:
        if hunk.clean_start <= end and start <= hunk.clean_end:
            touching += [copy.stages[stage][n] for stage, n in hunk.edits]
        if hunk.clean_end <= start:
            shift = hunk.raw_end - hunk.clean_end
    raw_number = copy.raw.count("\n", 0, start + shift) + 1
    return LineStory(number, lines[number - 1], raw_number, tuple(touching))


def explanation(copy: FairCopy, story: LineStory, marks: Marks) -> Iterator[RenderableType]:
    """The line with its changes marked, then every edit with its reason."""
    shown = [
        line.text for line in marked_lines(copy.raw, copy.text, of_copy(copy), marks) if line.number == story.number
    ]
    yield Text(f"Line {story.number} of {copy.id}; line {story.raw_number} of its raw text", "bold")
    yield ""
    yield Padding(Text("\n").join(shown) if shown else Text(story.text), (0, 0, 0, 2))
    yield ""
    if not story.edits:
        yield Text("No edit touched it.")
    for edit in story.edits:
        confidence = f"confidence {edit.confidence:.2f}, " if edit.confidence < 1 else ""
        yield Padding(Text.assemble(change(edit.before, edit.after), "  ", (edit.rule, "dim")), (0, 0, 0, 2))
        yield Padding(Text(f"{edit.reason} ({confidence}edit {edit.id})", "dim"), (0, 0, 0, 6))
