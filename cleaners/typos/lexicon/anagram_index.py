"""Words with the same initial, side by side: found by their letters when two slips leave no common deletion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np


class Shelves:
    """Words by initial and length, each shelf a table of letters.

    >>> shelves = Shelves(["opportunity", "separately", "think", "thinks"])
    >>> shelves.jumbled("tihnk"), shelves.nearly("seperetely"), shelves.nearly("oportunety")
    (['think'], ['separately'], ['opportunity'])
    """

    def __init__(self, words: Sequence[str]) -> None:
        """`words` are sorted; those not in plain letters are passed over."""
        self._all = words
        self._words: dict[str, dict[int, list[str]]] = {}
        self._tables: dict[tuple[str, int], tuple[np.ndarray, np.ndarray]] = {}

    def jumbled(self, word: str) -> list[str]:
        """Words made of the same letters, the initial in its place."""
        shelf = word[0], len(word)
        if not word.isascii() or not self._on(shelf):
            return []
        same = (self._table(shelf)[1] == np.sort(_letters(word))).all(axis=1)
        return [other for other in self._at(shelf, same) if other != word]

    def nearly(self, word: str) -> list[str]:
        """Words of its length with two letters unlike, and words one longer with one more unlike."""
        size = len(word)
        same, longer = (word[0], size), (word[0], size + 1)
        found: list[str] = []
        if not word.isascii():
            return found
        letters = _letters(word)
        if self._on(same):
            found += self._at(same, (self._table(same)[0] == letters).sum(axis=1) == size - 2)
        if self._on(longer):
            table = self._table(longer)[0]
            front = (table[:, :-1] == letters).cumsum(axis=1)
            back = (table[:, :0:-1] == letters[::-1]).cumsum(axis=1)[:, ::-1]
            # One letter of the longer word is passed over: all before it agree in place, all after it one further.
            agree = np.maximum((front[:, :-1] + back[:, 1:]).max(axis=1), np.maximum(front[:, -1], back[:, 0]))
            found += self._at(longer, agree == size - 1)
        return found

    def _on(self, shelf: tuple[str, int]) -> list[str]:
        """The words of a shelf; those with its initial are put on shelves when first asked for."""
        initial, size = shelf
        if initial not in self._words:
            by_size: dict[int, list[str]] = {}
            start, end = bisect_left(self._all, initial), bisect_left(self._all, chr(ord(initial) + 1))
            for word in filter(str.isascii, self._all[start:end]):
                by_size.setdefault(len(word), []).append(word)
            self._words[initial] = by_size
        return self._words[initial].get(size, [])

    def _table(self, shelf: tuple[str, int]) -> tuple[np.ndarray, np.ndarray]:
        """The letters of a shelf, as written and sorted."""
        if shelf not in self._tables:
            letters = _letters("".join(self._on(shelf))).reshape(-1, shelf[1])
            self._tables[shelf] = letters, np.sort(letters, axis=1)
        return self._tables[shelf]

    def _at(self, shelf: tuple[str, int], chosen: np.ndarray) -> list[str]:
        words = self._on(shelf)
        return [words[row] for row in np.flatnonzero(chosen).tolist()]


def _letters(words: str) -> np.ndarray:
    return np.frombuffer(words.encode("ascii"), "u1")
