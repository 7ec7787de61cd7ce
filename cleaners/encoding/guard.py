"""Which texts need no repair, decided without ftfy.

The guard is exact: `needs_no_repair` is true only for lines that `repaired_line` would return unchanged
(tests/cleaners/encoding/test_guard.py checks it on random text).
"""

from __future__ import annotations

import re
import unicodedata

from ftfy.badness import is_bad
from ftfy.chardata import LIGATURES

from faircopy.cleaners.encoding.line import SOFT_HYPHEN, WORD_JOINER, ZERO_WIDTH_SPACE

PLAIN_ASCII = bytes(c for c in range(0x20, 0x7F) if c != ord("&")) + b"\n\t"
# Marks that take part in mojibake only beside a letter like Ã or â, which is not among them.
PLAIN_BEYOND_ASCII = frozenset("“”‘’–—…•\N{NO-BREAK SPACE}")
# The characters, besides those of mojibake, on which ftfy or one of the other repairs acts.
TRIGGER = re.compile(
    "[&\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    + SOFT_HYPHEN
    + ZERO_WIDTH_SPACE
    + WORD_JOINER
    + "".join(map(chr, LIGATURES))
    + "]"
)


def is_plain(text: str) -> bool:
    """Whether a text has only characters that no repair acts on. Fast, and stricter than `needs_no_repair`."""
    try:
        rest = text.encode("utf-8").translate(None, PLAIN_ASCII)
    except UnicodeEncodeError:
        return False
    return not rest or PLAIN_BEYOND_ASCII.issuperset(rest.decode("utf-8"))


def needs_no_repair(line: str) -> bool:
    """Whether `repaired_line` would return the line unchanged: no step of it acts on anything else."""
    if is_plain(line):
        return True
    return not TRIGGER.search(line) and unicodedata.is_normalized("NFC", line) and not is_bad(line)
