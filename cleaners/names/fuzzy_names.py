"""Names one letter away from a long name: Zaporizhzhya for Zaporizhzhia.

Most words that resemble a name are somebody else's name. So only long words count, whose first and last letters are
right, and only in texts about the subject of the pack; the stage then asks for further evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.names.automaton import matches
from faircopy.cleaners.names.pack import ContextWords
from faircopy.cleaners.text.proper_names import one_edit_apart

SHORTEST = 8  # letters
MOST_CACHED = 100_000  # words
# Word boundaries are checked later: in this pattern they would make the search three times slower.
_LONG_WORD = re.compile(r"[A-Z][a-z]{6,}")


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A word at `start` (code points) and the only name within one edit of it."""

    word: str
    start: int
    name: str


class FuzzyNames:
    """An index of long names by the strings that dropping one letter leaves (the symmetric deletes of SymSpell)."""

    def __init__(
        self, names: Sequence[str], rivals: Iterable[str], taken: frozenset[str], subjects: Iterable[ContextWords]
    ) -> None:
        """`taken` are words that are names, or forms of names, themselves: they match nothing.

        A word that is as close to one of the `rivals` matches nothing either. Only texts with a word of
        one of the `subjects` are searched.
        """
        self._subjects = AhoCorasick(sorted({word.capitalize() for context in subjects for word in context.words}))
        self._taken = taken
        self._names = {name for name in names if len(name) >= SHORTEST and name.isascii() and name.isalpha()}
        self._by_deletion: dict[str, set[str]] = {}
        for word in self._names.union(word for word in rivals if len(word) >= SHORTEST - 1):
            for key in _deletions(word):
                self._by_deletion.setdefault(key, set()).add(word)
        self._cache: dict[str, str] = {}

    def find(self, text: str) -> Iterator[FuzzyMatch]:
        """Every long capitalised word of a text that is one edit away from exactly one name."""
        if not matches(self._subjects, text):  # takes a quarter of the time of looking up each word
            return
        cache = self._cache
        words = set(_LONG_WORD.findall(text))
        for word in words.difference(cache):
            cache[word] = self._nearest(word)
        for word in sorted(word for word in words if cache[word]):
            for match in re.finditer(rf"(?<![\w'’ʼ@#/_.-]){word}(?![\w/_@])", text):
                yield FuzzyMatch(word, match.start(), cache[word])
        if len(cache) > MOST_CACHED:
            self._cache = {}  # a new one, since another thread may be reading the old one

    def _nearest(self, word: str) -> str:
        if word in self._taken or len(word) < SHORTEST - 1:
            return ""
        near = {other for key in _deletions(word) for other in self._by_deletion.get(key, ())}
        fitting = [n for n in near if n[0] == word[0] and n[-1] == word[-1] and one_edit_apart(word, n)]
        # Of a word between a right form and a rival nobody can say which is meant.
        return fitting[0] if len(fitting) == 1 and fitting[0] in self._names else ""


def taken_words(written: frozenset[str], context_words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words that are names themselves: those of every name in the packs, and the other names the packs list."""
    return written | {word.capitalize() for word in context_words.get("other-names", ())}


def _deletions(word: str) -> list[str]:
    """A word and all it becomes when one letter is dropped; two words one slip apart share one."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]
