"""Which chunks of a text hold a word that no list knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import filterfalse
from typing import NamedTuple

from cleaners.evidence import AROUND, POSSESSIVE
from cleaners.typos.known import is_listed
from cleaners.typos.lexicon import GOOD, LISTED, RARE_WORD, Lexicon

# A word: letters, with apostrophes inside. Hyphenated words are looked at part by part.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
LETTERS = re.compile(r"[^\W\d_]+")
# A chunk (between blanks) with one of these is an address, a number, a handle or code: nothing to correct.
ODD = re.compile(r"[\d_@#/\\=<>{}|~^*+&%$£€]|[^\W\d_]\.[^\W\d_]")
CLIPPED = ("in", "an", "ol", "th")  # before an apostrophe: a word clipped on purpose
LOAN_LETTERS = frozenset("éèêëïñçöüô")

Suspects = tuple[tuple[int, str], ...]


class Noted(NamedTuple):
    """What the chunks of a text ask for: words to look at, by chunk, and the cues among its words."""

    suspects: list[tuple[str, Suspects]]
    cues: set[str]


class ChunkFilter:
    """Remembers which chunks hold nothing to look at, so that each distinct one is judged once.

    A memory, not a state: the answer for a chunk never depends on what was asked before.
    """

    LIMIT = 1_500_000

    def __init__(self, lexicon: Lexicon, cues: Collection[str] = ()) -> None:
        """`cues` are right words that some rule waits for."""
        self._lexicon = lexicon
        self._cues = frozenset(cues)
        self._clean = self._words()
        self._noted: dict[str, tuple[Suspects, frozenset[str]]] = {}

    def _words(self) -> set[str]:
        return {*self._lexicon.having(GOOD | RARE_WORD), *self._lexicon.rare}.difference(self._cues)

    def look(self, chunks: Iterable[str], right: Collection[str] = ()) -> Noted:
        """The words to look at, each with its offset in the chunk, never the `right` ones; and the cues.

        They come in the order of `chunks`: of two edits as sure as each other the same one then always wins.
        """
        noted = Noted([], set())
        for chunk in filterfalse(self._clean.__contains__, chunks):
            words, cues = self._noted.get(chunk) or self._judged(chunk)
            noted.cues.update(cues)
            if words and right:
                words = tuple(some for some in words if some[1] not in right)
            if words:
                noted.suspects.append((chunk, words))
        return noted

    def _judged(self, chunk: str) -> tuple[Suspects, frozenset[str]]:
        """What a chunk not seen before asks for; remembered."""
        if len(self._clean) + len(self._noted) > self.LIMIT:
            self._clean = self._words()
            self._noted.clear()
        judgement = self._judge(chunk), self._cues.intersection(LETTERS.findall(chunk))
        if any(judgement):
            self._noted[chunk] = judgement
        else:
            self._clean.add(chunk)
        return judgement

    def _judge(self, chunk: str) -> Suspects:
        core = chunk.strip(AROUND)
        lower = core.lower()
        if (
            core in self._clean
            or core in self._cues
            or (core[:1].isupper() and self._lexicon.flags(lower) & LISTED)
            or ODD.search(chunk)
        ):
            return ()
        return tuple((match.start(), word) for match in WORD.finditer(chunk) if (word := self._unknown(match[0])))

    def _unknown(self, word: str) -> str:
        """The word, less its possessive, when it needs a look; nothing otherwise."""
        stem = POSSESSIVE.sub("", word)
        if len(stem) < 2 or is_listed(self._lexicon, word) or is_listed(self._lexicon, stem):
            return ""
        if not (stem.islower() or stem[1:].islower()):
            return ""  # an acronym, a headline in capitals, a name such as McKay
        if not LOAN_LETTERS.isdisjoint(stem):
            return ""  # a loanword: première, façade, blasé
        if not stem.isalpha() or (stem != word and word[-1] in "'’" and stem.endswith(CLIPPED)):
            return ""  # a contraction, or speech as it sounds: runnin’
        return stem


def places(text: str, chunk: str) -> Iterator[int]:
    """Where a chunk stands between blanks."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
        at = text.find(chunk, end)
