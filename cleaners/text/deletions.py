"""What dropping one letter leaves of a word: two words one edit apart share it (symmetric deletes, as in SymSpell)."""

from __future__ import annotations

from collections.abc import Iterator


def deletions(word: str) -> Iterator[str]:
    """A word and all it becomes when one letter is dropped; of equal letters in a row, one is.

    >>> list(deletions("still"))
    ['still', 'till', 'sill', 'stll', 'stil']
    """
    yield word
    for at, letter in enumerate(word):
        if not at or letter != word[at - 1]:
            yield word[:at] + word[at + 1 :]
