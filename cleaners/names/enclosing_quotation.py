"""The short quotation or emphasised passage around a mention, which may be a title or the word itself."""

from __future__ import annotations

CLOSING = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "*": "*", "_": "_"}
SAME_ON_BOTH_SIDES = "\"*_'"
REACH = 160  # code points to either side within which the marks are searched


def enclosing_quotation(text: str, start: int, end: int) -> str | None:
    """The text between the nearest quotation or emphasis marks around text[start:end], or None."""
    opening = max(text.rfind(mark, max(0, start - REACH), start) for mark in CLOSING)
    if opening < 0:
        return None
    closing = CLOSING[text[opening]]
    if any(mark in text[opening + 1 : start] for mark in closing if mark != "’"):
        return None
    if text[opening] in SAME_ON_BOTH_SIDES and not _can_open(text, opening):
        return None
    ends = [text.find(mark, end, end + REACH) for mark in closing]
    found = [at for at in ends if at >= 0]
    return text[opening + 1 : min(found)] if found else None


def _can_open(text: str, at: int) -> bool:
    """Whether a mark that looks the same on both sides opens here: a space or bracket before it, no space after it."""
    before = text[at - 1] if at else " "
    return (before.isspace() or before in "([—–-=") and not text[at + 1].isspace()
