"""A quotation that stands twice: where one copy lacks a word, it was copied wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import SUGGESTED, Edit

QUOTED = re.compile(r"“([^“”\n]{40,400})”")
OPENING = 12  # code points by which copies are found


def left_out(text: str) -> Iterator[Edit]:
    """One or two words that a second copy of a quotation lacks; suggested, never applied."""
    if text.count("“") < 2:
        return
    by_opening: dict[str, list[re.Match[str]]] = {}
    for quote in QUOTED.finditer(text):
        by_opening.setdefault(quote[1][:OPENING], []).append(quote)
    for copies in by_opening.values():
        for short in copies:
            missing = next((found for long in copies if (found := _missing(short[1], long[1]))), None)
            if missing:
                at, words = missing
                why = f"‘{words}’ stands in the same quotation elsewhere in this text"
                yield Edit("typos", "typos/left-out", short.start(1) + at, "", f"{words} ", why, 0.6, SUGGESTED)


def _missing(short: str, long: str) -> tuple[int, str] | None:
    """Where the longer has one or two words more, and what they are, when all else is nearly the same."""
    a, b = short.split(" "), long.split(" ")
    more = len(b) - len(a)
    if not 0 < more < 3:
        return None
    at = next((i for i, word in enumerate(a) if word != b[i]), len(a))
    rest = a[at:]
    same = sum(x == y for x, y in zip(rest, b[at + more :], strict=True))
    if at < 3 or len(rest) < 3 or same < 0.7 * len(rest):
        return None
    return sum(len(word) + 1 for word in a[:at]), " ".join(b[at : at + more])
