"""How a slip of hand or memory turns one word into another, and how likely that is.

The noisy channel of Kernighan, Church and Gale, "A spelling correction program based on a noisy
channel model" (COLING 1990), with costs in bits by kind of slip.
"""

from __future__ import annotations

from collections.abc import Iterator

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOWELS = frozenset("aeiouy")


def _neighbours() -> frozenset[str]:
    """Pairs of letters whose keys touch on a qwerty keyboard."""
    spots = {c: (row, column + row * 0.5) for row, keys in enumerate(ROWS) for column, c in enumerate(keys)}
    return frozenset(
        a + b
        for a, (row, column) in spots.items()
        for b, (other_row, other_column) in spots.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
    )


NEAR = _neighbours()

TRANSPOSED, DOUBLED, UNDOUBLED, NEAR_KEY, VOWEL, DROPPED, ADDED_NEAR, ADDED, OTHER, SPACING = (
    3.0, 3.5, 3.5, 5.0, 5.0, 4.0, 5.0, 6.5, 8.0, 4.0,
)  # fmt: skip
FIRST_LETTER = 3.0


def one_slip(word: str) -> Iterator[tuple[str, float]]:
    """Every string one slip away from a lower-case word, with the cost in bits of the slip that made the word."""
    size = len(word)
    for i in range(size):
        first = FIRST_LETTER if i == 0 else 0.0
        rest = word[i + 1 :]
        head = word[:i]
        c = word[i]
        before = word[i - 1] if i else ""
        after = rest[:1]
        # The writer put in a letter.
        if c == before:
            yield head + rest, DOUBLED
        elif c + before in NEAR or c + after in NEAR:
            yield head + rest, ADDED_NEAR + first
        else:
            yield head + rest, ADDED + first
        if after and after != c:
            yield head + after + c + rest[1:], TRANSPOSED + first
        for letter in LETTERS:
            if letter != c:
                kind = NEAR_KEY if letter + c in NEAR else VOWEL if letter in VOWELS and c in VOWELS else OTHER
                yield head + letter + rest, kind + first
    for i in range(size + 1):
        head, rest = word[:i], word[i:]
        first = FIRST_LETTER if i == 0 else 0.0
        for letter in LETTERS:
            # The writer left a letter out.
            if i and head[-1] == letter:
                yield head + letter + rest, UNDOUBLED
            else:
                yield head + letter + rest, DROPPED + first
