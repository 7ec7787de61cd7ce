"""A repaired line as edits, token by token, each under the rule for its cause."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from ftfy.chardata import LIGATURES

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.encoding.line import ENTITY, INVISIBLE
from faircopy.cleaners.rule import Rule, define

CONTROL_CHARACTER = define("encoding/control-character", "Removes control characters, which show nothing.")
HTML_ENTITY = define("encoding/entity", "Decodes HTML entities left in the text: `&amp;`.")
INVISIBLE_CHARACTER = define(
    "encoding/invisible-character", "Removes soft hyphens and zero-width characters inside words."
)
LIGATURE = define("encoding/ligature", "Splits letters joined into one character: `ﬁ`.")
MOJIBAKE = define("encoding/mojibake", "Repairs bytes read in the wrong encoding: `â€™`.")
NORMAL_FORM = define("encoding/normal-form", "Joins letters and accents stored as separate characters (Unicode NFC).")

TOKEN = re.compile(r"[^ ]+| +")
CONFIDENCE = 0.99


def differences(line: str, repaired: str, offset: int) -> Iterator[Edit]:
    """Edits, token by token, that turn the line into the repaired one. The line starts at `offset` (code points)."""
    if line == repaired:
        return
    old, new = TOKEN.findall(line), TOKEN.findall(repaired)
    starts = [offset]
    for token in old:
        starts.append(starts[-1] + len(token))
    for first, last, new_first, new_last in _unequal(old, new):
        before, after = "".join(old[first:last]), "".join(new[new_first:new_last])
        rule, reason = _cause(before)
        yield rule.edit(starts[first], before, after, reason, CONFIDENCE)


def _unequal(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """The ranges that differ, as (start, end) in the old tokens and (start, end) in the new ones."""
    if len(old) == len(new):
        return [(n, n + 1, n, n + 1) for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a, b, c, d) for kind, a, b, c, d in codes if kind != "equal"]


def _cause(before: str) -> tuple[Rule, str]:
    """The rule and the reason for a change to these tokens."""
    if ENTITY.search(before):
        return HTML_ENTITY, "an HTML entity left in the text"
    if INVISIBLE.search(before):
        return INVISIBLE_CHARACTER, "a soft hyphen or zero-width character inside the text"
    if any(chr(ligature) in before for ligature in LIGATURES):
        return LIGATURE, "letters joined into one character"
    if re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]", before):
        return CONTROL_CHARACTER, "a control character that shows nothing"
    if not unicodedata.is_normalized("NFC", before):
        return NORMAL_FORM, "letters and accents as separate characters (Unicode NFC joins them)"
    return MOJIBAKE, "bytes read in the wrong encoding"
