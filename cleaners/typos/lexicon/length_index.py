"""Words with the same initial and length as letter matrices: finds those two edits away that share no deletion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np


class LengthIndex:
    """Words by initial and length; a matrix has one row of letters per word.

    >>> index = LengthIndex(["opportunity", "separately", "think", "thinks"])
    >>> index.anagrams("tihnk"), index.two_edits_from("seperetely"), index.two_edits_from("oportunety")
    (['think'], ['separately'], ['opportunity'])
    """

    def __init__(self, words: Sequence[str]) -> None:
        """`words` are sorted; those with letters beyond ASCII are left out."""
        self._all = words
        self._words: dict[str, dict[int, list[str]]] = {}
        self._matrices: dict[tuple[str, int], tuple[np.ndarray, np.ndarray]] = {}

    def anagrams(self, word: str) -> list[str]:
        """Other words made of the same letters, with the same initial."""
        group = word[0], len(word)
        if not word.isascii() or not self._group(group):
            return []
        same = (self._matrix(group)[1] == np.sort(_letters(word))).all(axis=1)
        return [other for other in self._rows(group, same) if other != word]

    def two_edits_from(self, word: str) -> list[str]:
        """Words of the same length with two other letters, and words one letter longer with one other letter."""
        size = len(word)
        same, longer = (word[0], size), (word[0], size + 1)
        found: list[str] = []
        if not word.isascii():
            return found
        letters = _letters(word)
        if self._group(same):
            found += self._rows(same, (self._matrix(same)[0] == letters).sum(axis=1) == size - 2)
        if self._group(longer):
            matrix = self._matrix(longer)[0]
            front = (matrix[:, :-1] == letters).cumsum(axis=1)
            back = (matrix[:, :0:-1] == letters[::-1]).cumsum(axis=1)[:, ::-1]
            # Drop one letter of the longer word: those before it agree in place, those after it one place further.
            agree = np.maximum((front[:, :-1] + back[:, 1:]).max(axis=1), np.maximum(front[:, -1], back[:, 0]))
            found += self._rows(longer, agree == size - 1)
        return found

    def _group(self, group: tuple[str, int]) -> list[str]:
        """The words of an initial and a length; an initial is indexed on first use."""
        initial, size = group
        if initial not in self._words:
            by_size: dict[int, list[str]] = {}
            start, end = bisect_left(self._all, initial), bisect_left(self._all, chr(ord(initial) + 1))
            for word in filter(str.isascii, self._all[start:end]):
                by_size.setdefault(len(word), []).append(word)
            self._words[initial] = by_size
        return self._words[initial].get(size, [])

    def _matrix(self, group: tuple[str, int]) -> tuple[np.ndarray, np.ndarray]:
        """The letters of a group, in their order and sorted."""
        if group not in self._matrices:
            letters = _letters("".join(self._group(group))).reshape(-1, group[1])
            self._matrices[group] = letters, np.sort(letters, axis=1)
        return self._matrices[group]

    def _rows(self, group: tuple[str, int], chosen: np.ndarray) -> list[str]:
        words = self._group(group)
        return [words[row] for row in np.flatnonzero(chosen).tolist()]


def _letters(words: str) -> np.ndarray:
    return np.frombuffer(words.encode("ascii"), "u1")
