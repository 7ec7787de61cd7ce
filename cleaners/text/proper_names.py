"""How often a document has each capitalised word: evidence for `names` and `typos` that an unknown word is a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import filterfalse

POSSESSIVE = re.compile(r"['’]s?$")
# Punctuation at the edges of a token.
AROUND = ".,;:!?…\"“”‘’'()[]—–-"
# Where a capital says nothing: at the start of a sentence, a line or a quotation.
OPENS_SENTENCE = re.compile(r"(?:[.!?:;\n…•*|][\"”’')\]]*\s+|[\"“‘'(\[—–-]\s*)$")
# Running prose has a lower-case word before a name, and neither a hyphen nor another capital after it.
LOWER_CASE_WORD = re.compile(r"(?<![^\W\d_])[a-z]+\Z")
NAME_CONTINUES = re.compile(r"[\w-]| [A-Z]")
ENOUGH = 3  # occurrences inside sentences; counting stops there


class NameCounts:
    """The capitalised words of a text with their counts, possessives removed.

    >>> names = NameCounts("Melitopol fell. In Melitopol’s port, Meltipol was misspelt.")
    >>> names.counts["Melitopol"], names.count_in_sentences("Melitopol"), names.one_edit_from("Kyv")
    (2, 1, [])
    """

    def __init__(self, text: str, tokens: Mapping[str, int] | None = None) -> None:
        """`tokens` are the counts of the tokens between white space, if the caller has them."""
        self._text = text
        self.counts: dict[str, int] = {}
        self._in_sentences: dict[str, int] = {}
        counts = Counter(text.split()) if tokens is None else tokens
        for token in filterfalse(str.islower, counts):
            if name := name_in(token):
                self.counts[name] = self.counts.get(name, 0) + counts[token]
        self._by_initial: dict[str, list[str]] = {}
        for name in self.counts:
            self._by_initial.setdefault(name[0], []).append(name)

    def count_in_sentences(self, name: str) -> int:
        """How often a name occurs inside a sentence, where its capital is informative; at most `ENOUGH`."""
        if name not in self.counts:
            return 0
        if name not in self._in_sentences:
            self._in_sentences[name] = self._find_in_sentences(name)
        return self._in_sentences[name]

    def _find_in_sentences(self, name: str) -> int:
        count, at = 0, self._text.find(name)
        while at >= 0 and count < ENOUGH:
            end = at + len(name)
            whole = not self._text[at - 1 : at].isalnum() and not self._text[end : end + 1].isalnum()
            count += whole and not opens_sentence(self._text, at)
            at = self._text.find(name, end)
        return count

    def count_in_prose(self, name: str) -> int:
        """How often a name occurs between lower-case words, as it rarely does in title case; at most `ENOUGH`."""
        if not self.count_in_sentences(name):
            return 0
        count, at = 0, self._text.find(f" {name}")
        while at >= 0 and count < ENOUGH:
            end = at + len(name) + 1
            after_word = LOWER_CASE_WORD.search(self._text, max(0, at - 20), at)
            count += bool(after_word and not NAME_CONTINUES.match(self._text, end))
            at = self._text.find(f" {name}", end)
        return count

    def same_initial(self, word: str) -> list[str]:
        """Other names with the same initial as the word and a length that differs by at most one."""
        size = len(word)
        return [n for n in self._by_initial.get(word[0], ()) if -2 < len(n) - size < 2 and n != word]

    def one_edit_from(self, word: str) -> list[str]:
        """Names of the document one edit away from a word, with the same initial, the most frequent first."""
        found = [name for name in self.same_initial(word) if one_edit_apart(word, name)]
        return sorted(found, key=lambda name: (-self.counts[name], name))


@lru_cache(maxsize=300_000)
def name_in(token: str) -> str:
    """The capitalised word in a token without its punctuation and possessive; empty if there is none."""
    core = token.strip(AROUND)
    if not core[:1].isupper():
        return ""
    return POSSESSIVE.sub("", core) if core[-1] in "s'’" else core


def opens_sentence(text: str, at: int) -> bool:
    """Whether a capital at this place (code points) may be due to the start of a sentence, line or quotation."""
    if at == 0 or text[at - 1] == "\n":
        return True
    if text[at - 1] == " " and text[at - 2 : at - 1].isalnum():
        return False
    return bool(OPENS_SENTENCE.search(text[max(0, at - 5) : at]))


def one_edit_apart(one: str, other: str) -> bool:
    """Whether two words are at Damerau-Levenshtein distance 1, counting a swap of neighbours as one edit.

    >>> one_edit_apart("Beniof", "Benioff"), one_edit_apart("Delih", "Delhi"), one_edit_apart("Meltipol", "Melitopol")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    rest, others = one[at:], other[at:]
    if len(other) > len(one):
        return rest == others[1:]
    return rest[1:] == others[1:] or (rest[2:] == others[2:] and rest[:2] == others[1::-1])
