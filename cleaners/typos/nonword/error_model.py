"""How unlikely it is, in bits, that a writer types one word for another.

The noisy channel of Kernighan, Church and Gale, "A spelling correction program based on a noisy
channel model" (COLING 1990), with one cost for each kind of edit.
"""

from __future__ import annotations

import unicodedata

KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = frozenset("aeiouy")
# Consonants that sound alike to a writer.
ALIKE = frozenset("cs sc ck kc sz zs td dt mn nm bv vb gj jg fv vf xs sx".split())  # noqa: SIM905


def _adjacent_keys() -> frozenset[str]:
    keys = {c: (row, column + row * 0.5) for row, letters in enumerate(KEY_ROWS) for column, c in enumerate(letters)}
    return frozenset(
        a + b
        for a, (row, column) in keys.items()
        for b, (other_row, other_column) in keys.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
    )


NEAR = _adjacent_keys()

# Costs in bits.
SWAPPED = 3.0
DOUBLED, UNDOUBLED = 3.5, 3.0
NEAR_KEY, VOWEL_FOR_VOWEL, SOUNDS_ALIKE, OTHER_LETTER = 4.5, 4.0, 5.5, 8.0
ADDED_NEAR, ADDED = 5.0, 5.5
DROPPED_WEAK, DROPPED = 4.0, 4.5  # a vowel or an h is dropped more easily
FIRST_LETTER = 3.0  # on top: writers rarely mistype the first letter
SECOND_EDIT = 3.0
ACCENT = 1.0


def plain(word: str) -> str:
    """A word without its accents, which many writers leave out.

    >>> plain("Anăn")
    'Anan'
    """
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def edit_cost(meant: str, typed: str) -> float | None:
    """The cost of the one edit that turns `meant` into `typed`; None if it takes more than one.

    An edit adds, drops or changes a letter, or swaps two neighbours.

    >>> edit_cost("forever", "foreover"), edit_cost("damaging", "ddamaging"), edit_cost("the", "dog")
    (5.5, 3.5, None)
    """
    at = _first_difference(meant, typed)
    first = FIRST_LETTER if at == 0 else 0.0
    more = len(typed) - len(meant)
    if more == 1 and meant[at:] == typed[at + 1 :]:
        return _added(typed, at, first)
    if more == -1 and meant[at + 1 :] == typed[at:]:
        return _dropped(meant, at, first)
    if more == 0:
        if meant[at + 2 :] == typed[at + 2 :] and meant[at : at + 2] == typed[at : at + 2][::-1]:
            return SWAPPED + first
        if meant[at + 1 :] == typed[at + 1 :]:
            return _changed(meant[at : at + 1], typed[at : at + 1]) + first
    return None


def _first_difference(one: str, other: str) -> int:
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    return at


def _added(typed: str, at: int, first: float) -> float:
    letter, before, after = typed[at], typed[at - 1 : at], typed[at + 1 : at + 2]
    if letter in (before, after):
        return DOUBLED
    if letter in typed[max(0, at - 2) : at] or letter in typed[at + 1 : at + 3]:
        return ADDED_NEAR + first  # an echo of a letter close by: foreover
    return (ADDED_NEAR if letter + before in NEAR or letter + after in NEAR else ADDED) + first


def _dropped(meant: str, at: int, first: float) -> float:
    letter = meant[at]
    if at and letter == meant[at - 1]:
        return UNDOUBLED
    return (DROPPED_WEAK if letter in VOWELS or letter == "h" else DROPPED) + first


def _changed(meant: str, typed: str) -> float:
    if unicodedata.normalize("NFD", typed)[:1] == meant:
        return ACCENT
    if meant in VOWELS and typed in VOWELS:
        return VOWEL_FOR_VOWEL
    if meant + typed in NEAR:
        return NEAR_KEY
    return SOUNDS_ALIKE if meant + typed in ALIKE else OTHER_LETTER


def two_edits_cost(meant: str, typed: str) -> float | None:
    """The cost of turning `meant` into `typed` with two edits, the first as early as possible; None if not possible."""
    at = _first_difference(meant, typed)
    left, right = meant[at:], typed[at:]
    first = FIRST_LETTER if at == 0 else 0.0
    best: float | None = None
    before = meant[:at]
    steps = (
        (left[1:], right[1:], _changed(left[:1], right[:1]) + first if left and right else None),
        (left, right[1:], _added(before + right, at, first) if right else None),
        (left[1:], right, _dropped(before + left, at, first) if left else None),
        (left[2:], right[2:], SWAPPED + first if len(left) > 1 and left[:2] == right[1::-1] else None),
    )
    for rest_meant, rest_typed, cost in steps:
        if cost is None:
            continue
        # The letter before the rest shows whether the second edit doubles a letter.
        context = meant[: len(meant) - len(rest_meant)][-1:] or "^"
        second = edit_cost(context + rest_meant, context + rest_typed)
        if second is not None and (best is None or cost + second < best):
            best = cost + second
    return None if best is None else best + SECOND_EDIT
