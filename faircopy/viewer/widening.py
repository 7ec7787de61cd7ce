"""Widen differences to whole words and whole visible characters. For display only."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from faircopy.viewer.differences import Difference

ZERO_WIDTH_JOINER = "\N{ZERO WIDTH JOINER}"
APOSTROPHES = frozenset("'’")
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
LONGEST_WIDENING = 60  # code points; otherwise a page without spaces would become one change

Together = Callable[[str, str], bool]


def widen(old: str, new: str, differences: Sequence[Difference]) -> list[Difference]:
    """Widen each difference so that it cuts no word; merge those that then touch."""
    out: list[Difference] = []
    for n, difference in enumerate(differences):
        before = difference.old_start - (differences[n - 1].old_end if n else 0)
        after = (differences[n + 1].old_start if n + 1 < len(differences) else len(old)) - difference.old_end
        grown = _grow(old, new, difference, min(before, LONGEST_WIDENING), min(after, LONGEST_WIDENING))
        if out and grown.old_start <= out[-1].old_end:
            grown = _merge(out.pop(), grown)
        out.append(grown)
    return out


def _grow(old: str, new: str, difference: Difference, before: int, after: int) -> Difference:
    """Widen by up to `before` and `after` code points; both texts are the same there."""
    together = _together(old, new, difference)
    start, end = difference.old_start, difference.old_end
    left = right = 0
    while left < before and (
        together(old[start - left - 1], _at(old, start - left))
        or (not left and together(old[start - 1], _at(new, difference.new_start)))
    ):
        left += 1
    while right < after and (
        together(_at(old, end + right - 1), old[end + right])
        or (not right and together(_at(new, difference.new_end - 1), old[end]))
    ):
        right += 1
    return Difference(
        start - left, end + right, difference.new_start - left, difference.new_end + right, difference.causes
    )


def _merge(one: Difference, other: Difference) -> Difference:
    return Difference(one.old_start, other.old_end, one.new_start, other.new_end, one.causes + other.causes)


def _at(text: str, position: int) -> str:
    return text[position] if 0 <= position < len(text) else " "


def _together(old: str, new: str, difference: Difference) -> Together:
    """Which neighbours to keep together: a change of punctuation is shown with the words around it."""
    words = old[difference.old_start : difference.old_end] + new[difference.new_start : difference.new_end]
    return in_one_word if words.isspace() or any(map(str.isalnum, words)) else _in_one_token


def _in_one_token(left: str, right: str) -> bool:
    return not left.isspace() and not right.isspace()


def in_one_word(left: str, right: str) -> bool:
    """Whether two neighbouring code points are letters of one word or parts of one visible character."""
    if right.isalnum() and (left.isalnum() or left in APOSTROPHES):
        return True
    if ZERO_WIDTH_JOINER in (left, right) or right in SKIN_TONES or (left, right) == ("\r", "\n"):
        return True
    return unicodedata.category(right).startswith("M") and not left.isspace()
