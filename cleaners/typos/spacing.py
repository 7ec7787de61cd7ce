"""Spaces that strayed to the wrong side of a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.edits import Edit

# "U.S .intelligence": the stop of an abbreviation after the space that should follow it.
STRAYED_STOP = re.compile(r"(?<![\w.])((?:[A-Z]\.)+[A-Z]) \.(?=[^\W\d_])")
# "word , next": a space before a comma, semicolon or full stop that a space or the end follows.
SPACE_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;](?:[ \n]|$)|\.(?:[ \n]|$)(?! ?\.))")


def stray_spaces(text: str) -> Iterator[Edit]:
    """Put a space on the right side of its mark."""
    if " ." in text:
        for match in STRAYED_STOP.finditer(text):
            at = match.start() + len(match[1])
            yield Edit("typos", "typos/spacing", at, " .", ". ", f"the full stop belongs to ‘{match[1]}.’", 0.98)
    if " ," in text or " ;" in text or " ." in text:
        for match in SPACE_BEFORE.finditer(text):
            mark = text[match.end()]
            yield Edit("typos", "typos/spacing", match.start(), match[0], "", f"no space before ‘{mark}’", 0.97)
