"""Names one slip away from a long name: Zaporizhzhya beside Zaporizhzhia.

Near names are many and most are somebody else's, so only long ones count, whose first and last letters
are right; only in texts about the subject of the pack; and only where something speaks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.names.automaton import matches
from faircopy.cleaners.names.pack import Context
from faircopy.cleaners.text.deletions import deletions
from faircopy.cleaners.text.proper_names import one_slip_apart

SHORTEST = 8  # letters
MOST_REMEMBERED = 100_000  # words
_LONG_WORD = re.compile(r"[A-Z][a-z]{6,}")  # without a look at its edges, which would cost three times as much


@dataclass(frozen=True, slots=True)
class Near:
    """A word at `start` (code points) and the one long name that is a slip away."""

    word: str
    start: int
    name: str


class Neighbourhood:
    """Long names, found by what is left of them when a letter is dropped."""

    def __init__(
        self, names: Sequence[str], rivals: Iterable[str], taken: frozenset[str], subjects: Iterable[Context]
    ) -> None:
        """`taken` are words that are names themselves, or forms of names, and so no slips.

        A word as near to one of the `rivals` is no slip either. `subjects` are contexts of which a word
        must stand in a text.
        """
        self._subjects = AhoCorasick(sorted({word.capitalize() for context in subjects for word in context.words}))
        self._taken = taken
        self._names = {name for name in names if len(name) >= SHORTEST and name.isascii() and name.isalpha()}
        self._by_deletion: dict[str, set[str]] = {}
        for word in self._names.union(word for word in rivals if len(word) >= SHORTEST - 1):
            for key in deletions(word):
                self._by_deletion.setdefault(key, set()).add(word)
        self._known: dict[str, str] = {}

    def near(self, text: str) -> Iterator[Near]:
        """Every long capitalised word of a text that is a slip away from exactly one name."""
        if not matches(self._subjects, text):  # a quarter of the time of a search for each word
            return
        known = self._known
        words = set(_LONG_WORD.findall(text))
        for word in words.difference(known):
            known[word] = self._nearest(word)
        for word in sorted(word for word in words if known[word]):
            for match in re.finditer(rf"(?<![\w'’ʼ@#/_.-]){word}(?![\w/_@])", text):
                yield Near(word, match.start(), known[word])
        if len(known) > MOST_REMEMBERED:
            self._known = {}  # another thread may be reading the old one

    def _nearest(self, word: str) -> str:
        if word in self._taken or len(word) < SHORTEST - 1:
            return ""
        near = {other for key in deletions(word) for other in self._by_deletion.get(key, ())}
        fitting = [n for n in near if n[0] == word[0] and n[-1] == word[-1] and one_slip_apart(word, n)]
        # A word between a right form and some other written one is nobody's slip for sure.
        return fitting[0] if len(fitting) == 1 and fitting[0] in self._names else ""


def taken_words(written: frozenset[str], words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words that are no slips: those of any name in the packs, and other people's and places' names they list."""
    return written | {word.capitalize() for word in words.get("other-names", ())}
