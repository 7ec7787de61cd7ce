"""Texts as the automaton takes them: it reads UTF-8, which has no half of a surrogate pair."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def matches(automaton: AhoCorasick, text: str, overlapping: bool = False) -> list[tuple[int, int, int]]:
    """Every match (number of the pattern, start, end in code points); a lone surrogate matches nothing."""
    try:
        return automaton.find_matches_as_indexes(text, overlapping=overlapping)
    except UnicodeEncodeError:
        readable = LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        return automaton.find_matches_as_indexes(readable, overlapping=overlapping)
