"""Make invisible characters visible, and control characters harmless to a terminal."""

from __future__ import annotations

import unicodedata

SIGNS = {
    " ": "·",
    "\n": "↵",
    "\t": "⇥",
    "\r": "␍",
    "\N{NO-BREAK SPACE}": "⍽",
}


def printable(text: str) -> str:
    """Text that is safe to print: control and format characters become `<U+…>`, white space stays."""
    return "".join(char if char.isprintable() or char in " \t\n" else _name(char) for char in text)


def with_signs(text: str) -> str:
    """Removed or added text, with its invisible characters made visible; white space alone becomes signs.

    >>> with_signs("  ")
    '··'
    >>> with_signs("soft\N{SOFT HYPHEN}ened word")
    'soft<U+00AD>ened word'
    """
    inner = text.strip()
    if not inner:
        return "".join(SIGNS.get(char) or _name(char) for char in text)
    return "".join(char if char == " " or char.isprintable() else SIGNS.get(char) or _name(char) for char in text)


def with_edges(text: str) -> str:
    """Text in a table, with signs for the white space at its edges.

    >>> with_edges(" .")
    '·.'
    """
    inner = text.strip()
    start = text.find(inner) if inner else len(text)
    edges = (text[:start], text[start + len(inner) :])
    return with_signs(inner).join(with_signs(edge) for edge in edges) if inner else with_signs(text)


def _name(char: str) -> str:
    if char == "\N{ZERO WIDTH JOINER}" or unicodedata.category(char) == "Zs":
        return char
    return f"<U+{ord(char):04X}>"
