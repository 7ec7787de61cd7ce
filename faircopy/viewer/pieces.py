"""Changed lines, split into unchanged, removed and added text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from faircopy.viewer.differences import Difference

# A `break` ends a removed line. A `newline` ends a line of the new text.
Kind = Literal["same", "removed", "added", "rule", "break", "newline"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: unchanged, removed or added text, or the rule behind the change before it."""

    kind: Kind
    text: str = ""


def changed_lines(old: str, new: str, differences: Sequence[Difference]) -> Iterator[tuple[int | None, list[Piece]]]:
    """The lines with a change, each with its number in the new text; None for a removed line."""
    number = 1
    line: list[Piece] = []
    for piece in _with_line_ends(_pieces(old, new, differences)):
        if piece.kind not in ("break", "newline"):
            line.append(piece)
            continue
        if _is_changed(line):
            yield number if _is_there(line) else None, line
        number += piece.kind == "newline"
        line = []
    if _is_changed(line):
        yield number if _is_there(line) else None, line


def _is_changed(line: Iterable[Piece]) -> bool:
    return any(piece.kind in ("removed", "added") for piece in line)


def _is_there(line: Iterable[Piece]) -> bool:
    return any(piece.kind in ("same", "added") and piece.text for piece in line)


def _with_line_ends(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Split unchanged text at its line ends."""
    for piece in pieces:
        if piece.kind != "same":
            yield piece
            continue
        first, *others = piece.text.split("\n")
        yield Piece("same", first)
        for other in others:
            yield Piece("newline")
            yield Piece("same", other)


def _pieces(old: str, new: str, differences: Sequence[Difference]) -> Iterator[Piece]:
    position = 0
    for difference in differences:
        yield Piece("same", new[position : difference.new_start])
        added = new[difference.new_start : difference.new_end]
        named: set[str] = set()
        yield from _removed(old[difference.old_start : difference.old_end], difference, bool(added), named)
        if added:
            yield from _added(added, [cause.rule for cause in difference.causes if cause.rule not in named])
        position = difference.new_end
    yield Piece("same", new[position:])


def _removed(words: str, difference: Difference, replaced: bool, named: set[str]) -> Iterator[Piece]:
    """Removed text. A line removed whole is followed by its rules, which are added to `named`; other rules are named
    after the text that replaces it."""
    lines = _display_lines(words)
    start = difference.old_start
    for n, line in enumerate(lines):
        if n:
            yield Piece("break")
        end = start + len(line)
        if line:
            yield Piece("removed", line)
        if line.strip() and not (replaced and n == len(lines) - 1):
            rules = [c.rule for c in difference.causes if c.start < end and start < c.end and not c.blank]
            yield from _rule(rules)
            named.update(rules)
        elif line == words and not replaced:
            yield from _rule(cause.rule for cause in difference.causes)
        start = end + 1


def _added(words: str, rules: Sequence[str]) -> Iterator[Piece]:
    if not words.strip():
        yield from (Piece("added", words), *_rule(rules))
        yield from [Piece("newline")] * words.count("\n")
        return
    for n, line in enumerate(words.split("\n")):
        if n:
            yield Piece("newline")
        if line:
            yield Piece("added", line)
        if line.strip():
            yield from _rule(rules)


def _display_lines(words: str) -> list[str]:
    """Split at line ends, except for white space alone, whose line ends are shown as signs."""
    return words.split("\n") if words.strip() else [words]


def _rule(rules: Iterable[str]) -> Iterator[Piece]:
    if names := ", ".join(dict.fromkeys(rules)):
        yield Piece("rule", names)
