"""Lines that repeat across the documents of a source: which lines count as the same."""

from __future__ import annotations

import re
from functools import lru_cache

from xxhash import xxh3_64_intdigest

from faircopy.cleaners.encoding import repaired_text

LETTER = re.compile(r"[^\W\d_]")

NO_KEY = 0


@lru_cache(maxsize=1 << 16)
def line_key(line: str) -> int:
    """A number that is the same for lines with the same words; 0 for a line without a letter, which never counts.

    Surrounding space is dropped and each run of whitespace counts as one space. The number has 63
    bits, so that a signed column holds it. A line repeats where its key is among those the caller
    counted: `line_key(line) in resources.repeats.get(document.source, frozenset())`.

    >>> line_key("  Share  this ") == line_key("Share this")
    True
    >>> line_key("- 12 -")
    0
    """
    if not LETTER.search(line):
        return NO_KEY
    words = " ".join(line.split())
    return (xxh3_64_intdigest(words.encode("utf-8", "surrogatepass")) >> 1) or 1


def line_keys(text: str) -> list[int]:
    """The distinct keys of a text's lines in ascending order, both before and after the stage `encoding`."""
    lines = {*text.split("\n"), *repaired_text(text).split("\n")}
    return sorted({key for line in lines if (key := line_key(line))})
