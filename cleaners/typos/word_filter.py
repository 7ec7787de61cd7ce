"""Which words of a token are in no word list."""

from __future__ import annotations

import re
from collections.abc import Collection

from faircopy.cleaners.text.proper_names import AROUND, POSSESSIVE
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, LISTED, RARE_WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_listed
from faircopy.cleaners.typos.rule_api import WORD

# A token with one of these is an address, a number, a handle or code: nothing in it is corrected.
ODD = re.compile(r"[\d_@#/\\=<>{}|~^*+&%$£€]|[^\W\d_]\.[^\W\d_]")
CLIPPED = ("in", "an", "ol", "th")  # before an apostrophe: a word clipped on purpose, runnin’
LOAN_LETTERS = frozenset("éèêëïñçöüô")
LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
SHORTEST_WORD = 2  # letters
LONGEST_WORD = 60  # letters, twice the longest candidate: the search for edits grows with the cube of the length


class WordFilter:
    """Finds the words of a token that no list has."""

    def __init__(self, lexicon: Lexicon, exempt: Collection[str] = ()) -> None:
        """Words in `exempt` count as listed."""
        self._lexicon = lexicon
        self.known = {*lexicon.forms_with(GOOD | RARE_WORD), *lexicon.rare, *exempt}

    def unlisted(self, token: str) -> tuple[tuple[int, str], ...]:
        """The unlisted words, each with its offset in the token."""
        if token in self.known:
            return ()
        core = token.strip(AROUND)
        lower = core.lower()
        if core in self.known or (core[:1].isupper() and self._lexicon.flags(lower) & LISTED) or ODD.search(token):
            return ()
        return tuple(
            (match.start(), word)
            for match in WORD.finditer(token)  # the parts of a hyphenated word one by one
            if (word := self._unlisted(match[0])) and not _in_brackets(token, match)
        )

    def _unlisted(self, word: str) -> str:
        """The word without its possessive if no list has it, else an empty string."""
        stem = POSSESSIVE.sub("", word)
        if not SHORTEST_WORD <= len(stem) <= LONGEST_WORD:
            return ""
        if is_listed(self._lexicon, word) or is_listed(self._lexicon, stem):
            return ""
        if not (stem.islower() or stem[1:].islower()):
            return ""  # an acronym, a headline in capitals, a name such as McKay
        if not LOAN_LETTERS.isdisjoint(stem) or not LIGATURES.isdisjoint(stem):
            return ""  # a loanword: première, façade, blasé; or a typesetter's ligature: ﬁnds
        if not stem.isalpha() or (stem != word and word[-1] in "'’" and stem.endswith(CLIPPED)):
            return ""  # a contraction, or spelling as spoken: runnin’
        return stem


def _in_brackets(token: str, match: re.Match[str]) -> bool:
    """Whether an editor altered a part of the word: `[a]dverse`, `govern[ment]`."""
    return token[: match.start()].endswith("]") or token[match.end() :].startswith("[")
