"""Reads the hand-written word lists; lines that begin with # are comments."""

from __future__ import annotations


def read_misspellings(misspellings: str) -> dict[str, str]:
    """Misspelling to word meant, in lower case, from lines `right: wrong wrong`.

    >>> read_misspellings("# a note\\nFebruary: febuary febrary")
    {'febuary': 'february', 'febrary': 'february'}
    """
    lines = (line.lower().partition(": ") for line in misspellings.splitlines() if line[:1] != "#")
    return {wrong: right for right, _, wrongs in lines for wrong in wrongs.split()}


def read_names(lines: str) -> frozenset[str]:
    """The names in a list, in lower case."""
    return frozenset(" ".join(line for line in lines.splitlines() if line[:1] != "#").lower().split())
