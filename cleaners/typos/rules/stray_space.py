"""Spaces that strayed to the wrong side of a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import SUGGESTED, Edit

# "U.S .intelligence": the stop of an abbreviation after the space that should follow it.
INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]\Z")
LONGEST = 60  # code points of initials
# "word , next": a space before a comma, semicolon or full stop that a space or the end follows, a closing mark between.
SPACE_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;](?:[ \n]|$)|\.(?:[ \n]|$)(?! ?\.)|[,;.][”’\")]{1,2}(?:[ \n.,;]|$))")
# "5 ,000", "3 .5": a figure with a space inside; ".5" may also be a figure of its own.
THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?P<wrong> ,)\d{3}(?:,\d{3})*(?![\w,])")
UNITS = "per ?cent|percent|million|billion|trillion"
DECIMALS = re.compile(
    rf"(?<![\w.,])\d{{1,3}}(?P<wrong> \.)(?:\d(?![\w.])|\d\d(?=%| (?:{UNITS})\b))",
)


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
    yield from _split_figures(text)


def _split_figures(text: str) -> Iterator[Edit]:
    """Figures with a space before their comma or point, for a person to decide."""
    for mark, figure in ((",", THOUSANDS), (".", DECIMALS)):
        if f" {mark}" not in text:
            continue
        for found in figure.finditer(text):
            why = f"no space before the ‘{mark}’ of a figure"
            yield Edit("typos", "typos/spacing", found.start("wrong"), f" {mark}", mark, why, 0.6, SUGGESTED)


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
