"""Which chunks of a text hold a word that no list knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from faircopy.cleaners.text.proper_names import AROUND, POSSESSIVE
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, LISTED, RARE_WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_listed

# A word: letters, with apostrophes inside. Hyphenated words are looked at part by part.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
LETTERS = re.compile(r"[^\W\d_]+")
# A chunk (between blanks) with one of these is an address, a number, a handle or code: nothing to correct.
ODD = re.compile(r"[\d_@#/\\=<>{}|~^*+&%$£€]|[^\W\d_]\.[^\W\d_]")
CLIPPED = ("in", "an", "ol", "th")  # before an apostrophe: a word clipped on purpose
LOAN_LETTERS = frozenset("éèêëïñçöüô")
LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")

Suspects = tuple[tuple[int, str], ...]


class WordFilter:
    """Finds the words of a chunk that no list knows."""

    def __init__(self, lexicon: Lexicon, right: Collection[str] = ()) -> None:
        """`right` are words that need no look in any case."""
        self._lexicon = lexicon
        self.known = {*lexicon.having(GOOD | RARE_WORD), *lexicon.rare, *right}

    def suspects(self, chunk: str) -> Suspects:
        """The words to look at, each with its offset in the chunk."""
        if chunk in self.known:
            return ()
        core = chunk.strip(AROUND)
        lower = core.lower()
        if core in self.known or (core[:1].isupper() and self._lexicon.flags(lower) & LISTED) or ODD.search(chunk):
            return ()
        return tuple(
            (match.start(), word)
            for match in WORD.finditer(chunk)
            if (word := self._unknown(match[0])) and not _in_brackets(chunk, match)
        )

    def _unknown(self, word: str) -> str:
        """The word, less its possessive, when it needs a look; nothing otherwise."""
        stem = POSSESSIVE.sub("", word)
        if len(stem) < 2 or is_listed(self._lexicon, word) or is_listed(self._lexicon, stem):
            return ""
        if not (stem.islower() or stem[1:].islower()):
            return ""  # an acronym, a headline in capitals, a name such as McKay
        if not LOAN_LETTERS.isdisjoint(stem) or not LIGATURES.isdisjoint(stem):
            return ""  # a loanword: première, façade, blasé; or the type of a printer: ﬁnds
        if not stem.isalpha() or (stem != word and word[-1] in "'’" and stem.endswith(CLIPPED)):
            return ""  # a contraction, or speech as it sounds: runnin’
        return stem


def _in_brackets(chunk: str, match: re.Match[str]) -> bool:
    """Whether an editor altered a part of the word: `[a]dverse`, `govern[ment]`."""
    return chunk[: match.start()].endswith("]") or chunk[match.end() :].startswith("[")


def places(text: str, chunk: str, times: int = 0) -> Iterator[int]:
    """Where a chunk stands between blanks; `times`, when known, spares a last look."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
            times -= 1
            if not times:
                return
        at = text.find(chunk, end)
