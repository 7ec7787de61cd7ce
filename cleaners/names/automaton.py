"""Aho-Corasick matches in any text. The automaton reads UTF-8, which cannot encode a lone surrogate."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def matches(automaton: AhoCorasick, text: str, overlapping: bool = False) -> list[tuple[int, int, int]]:
    """Every match as (number of the pattern, start, end), in code points. A lone surrogate matches nothing."""
    try:
        return automaton.find_matches_as_indexes(text, overlapping=overlapping)
    except UnicodeEncodeError:
        readable = LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        return automaton.find_matches_as_indexes(readable, overlapping=overlapping)
