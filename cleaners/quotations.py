"""Where a text quotes somebody."""

from __future__ import annotations

import re

from cleaners.spans import Span, merged

OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›"}
MARK = re.compile('[“”«»„‘’‹›"]|\n[ \t]*\n')


def quotation_spans(text: str) -> list[Span]:
    """Spans inside quotation marks, the marks left out; nested ones are part of the outer one.

    A quotation that is not closed ends with its paragraph: news style opens each paragraph of a long
    quotation and closes only the last. A curly apostrophe is no closing mark, and ' alone is never one.
    """
    spans: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            spans += [(start, at) for _, start in stack[:1]]
            stack.clear()
        elif stack and mark in stack[-1][0] and not _is_apostrophe(text, at):
            spans.append((stack.pop()[1], at))
        elif mark == '"':
            stack.append(('"', at + 1))
        elif mark in OPENING and not (mark == "‘" and _is_apostrophe(text, at)):
            stack.append((OPENING[mark], at + 1))
        elif mark == "”" and any("”" in closing for closing, _ in stack):
            while stack and "”" not in stack[-1][0]:
                stack.pop()
            spans.append((stack.pop()[1], at))
    spans += [(start, len(text)) for _, start in stack[:1]]
    return merged([span for span in spans if span[0] < span[1]])


def _is_apostrophe(text: str, at: int) -> bool:
    """A ’ between letters, as in don’t, or a ‘ right after one."""
    if text[at] not in "’‘":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before.isalnum() and (text[at] == "‘" or after.isalnum())
