"""The quotations in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from faircopy.cleaners.text.spans import Span, merged

OPENING = {'"': '"', "“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›"}
MARK = re.compile('[“”«»„‘’‹›"]|\n[ \t]*\n')
BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def quotations_near(text: str, places: Iterable[Span]) -> list[Span]:
    """The quotations that overlap these places, and possibly others. Only their paragraphs are scanned."""
    ends = [match.start() for match in BETWEEN_PARAGRAPHS.finditer(text)]
    found: list[Span] = []
    for first, last in sorted({(bisect_right(ends, start), bisect_left(ends, end)) for start, end in places}):
        begin, end = ends[first - 1] if first else 0, ends[last] if last < len(ends) else len(text)
        found += [(begin + one, begin + other) for one, other in quotation_spans(text[begin:end])]
    return merged(found)


def quotation_spans(text: str) -> list[Span]:
    """The spans between quotation marks, without the marks. Nested quotations are part of the outer one.

    An unclosed quotation ends with its paragraph: news style opens every paragraph of a long quotation and
    closes only the last. Apostrophes are not marks: a ’ between letters, every ', and an unclosed ‘ (‘90s).
    """
    spans: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            spans += _unclosed(stack, at)
            stack.clear()
        elif _is_apostrophe(text, at):
            continue
        elif depth := _closes(mark, text, at, stack):
            spans.append((stack[-depth][1], at))
            del stack[-depth:]
        elif mark in OPENING:
            stack.append((OPENING[mark], at + 1))
    spans += _unclosed(stack, len(text))
    return merged([span for span in spans if span[0] < span[1]])


def _closes(mark: str, text: str, at: int, stack: list[tuple[str, int]]) -> int:
    """The number of open quotations that the mark closes; 0 if it closes none."""
    if mark == '"' and stack and stack[-1][0] != '"' and at and not text[at - 1].isspace():
        return 1  # a curly mark closed by a straight one
    for depth, (closing, _) in enumerate(reversed(stack), 1):
        if mark in closing:
            return depth
    return 0


def _unclosed(stack: list[tuple[str, int]], end: int) -> list[Span]:
    return [(start, end) for closing, start in stack if closing != "’"][:1]


def _is_apostrophe(text: str, at: int) -> bool:
    """A ’ between letters, as in don’t, or a ‘ right after one."""
    if text[at] not in "’‘":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before.isalnum() and (text[at] == "‘" or after.isalnum())
