"""Spaces that strayed to the wrong side of a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.edits import Edit

# "U.S .intelligence": the stop of an abbreviation after the space that should follow it.
INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]\Z")
LONGEST = 60  # code points of initials
# "word , next": a space before a comma, semicolon or full stop that a space or the end follows.
SPACE_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;](?:[ \n]|$)|\.(?:[ \n]|$)(?! ?\.))")


def stray_spaces(text: str) -> Iterator[Edit]:
    """Put a space on the right side of its mark."""
    for at in _all(" .", text):
        if text[at + 2 : at + 3].isalpha() and (short := INITIALS.search(text, max(0, at - LONGEST), at)):
            yield Edit("typos", "typos/spacing", at, " .", ". ", f"the full stop belongs to ‘{short[0]}.’", 0.98)
    for mark in ",;":
        for at in _all(f" {mark}", text):
            if at and text[at - 1].isalpha() and text[at + 2 : at + 3].isalpha():
                yield Edit(
                    "typos", "typos/spacing", at, f" {mark}", f"{mark} ", f"the space belongs after ‘{mark}’", 0.97
                )
    for mark in ",;.":
        for at in _all(f" {mark}", text):
            while at and text[at - 1] == " ":
                at -= 1
            if found := SPACE_BEFORE.match(text, at):
                yield Edit("typos", "typos/spacing", at, found[0], "", f"no space before ‘{mark}’", 0.97)


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
