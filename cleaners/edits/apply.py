"""Edits forwards and backwards. Slices are joined in one pass: splicing per edit is quadratic."""

from __future__ import annotations

from collections.abc import Iterable

from faircopy.cleaners.edits.edit import Edit


class StaleEdit(ValueError):
    """An edit does not fit the text it is applied to."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after one stage's edits, which are disjoint and in text order.

    Raises `StaleEdit` where the text holds other words than an edit expects.

    >>> apply("in Kiev", [Edit("names", "names/place", 3, "Kiev", "Kyiv", "house style")])
    'in Kyiv'
    """
    parts: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position:
            raise StaleEdit(f"at {edit.start} {edit.before[:40]!r} overlaps the edit that ends at {position}")
        _expect(text, edit.start, edit.before)
        parts += (text[position : edit.start], edit.after)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


def undo(text: str, edits: Iterable[Edit]) -> str:
    """The text before one stage's edits, from the text after them.

    >>> undo("in Kyiv", [Edit("names", "names/place", 3, "Kiev", "Kyiv", "house style")])
    'in Kiev'
    """
    parts: list[str] = []
    position = shift = 0
    for edit in edits:
        start = edit.start + shift
        _expect(text, start, edit.after)
        parts += (text[position:start], edit.before)
        position = start + len(edit.after)
        shift += len(edit.after) - len(edit.before)
    parts.append(text[position:])
    return "".join(parts)


def _expect(text: str, start: int, words: str) -> None:
    found = text[start : start + len(words)]
    if found != words:
        raise StaleEdit(f"at {start} expected {words[:40]!r}, the text says {found[:40]!r}")
