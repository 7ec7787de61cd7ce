"""Names seen in a document: what `names` and `typos` hold against a word that no list knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import filterfalse

POSSESSIVE = re.compile(r"['’]s?$")
# What may stand around a word between blanks.
AROUND = ".,;:!?…\"“”‘’'()[]—–-"
# Where a capital says nothing: at the start of a sentence, a line or a quotation.
OPENS_SENTENCE = re.compile(r"(?:[.!?:;\n…•*|][\"”’')\]]*\s+|[\"“‘'(\[—–-]\s*)$")
# Around a name in running prose: a word in small letters before it, no hyphen and no other capital after it.
SMALL_WORD = re.compile(r"(?<![^\W\d_])[a-z]+\Z")
GOES_ON = re.compile(r"[\w-]| [A-Z]")
ENOUGH = 3  # times a name is counted inside sentences


class Names:
    """The capitalised words of a text with their counts, possessives taken off.

    >>> names = Names("Melitopol fell. In Melitopol’s port, Meltipol was misspelt.")
    >>> names.anywhere["Melitopol"], names.inside("Melitopol"), names.one_slip_from("Kyv")
    (2, 1, [])
    """

    def __init__(self, text: str, chunks: Mapping[str, int] | None = None) -> None:
        """`chunks` are the counts of what stands between blanks, when the caller has them."""
        self._text = text
        self.anywhere: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        counts = Counter(text.split()) if chunks is None else chunks
        for chunk in filterfalse(str.islower, counts):
            if name := name_in(chunk):
                self.anywhere[name] = self.anywhere.get(name, 0) + counts[chunk]
        self._by_initial: dict[str, list[str]] = {}
        for name in self.anywhere:
            self._by_initial.setdefault(name[0], []).append(name)

    def inside(self, name: str) -> int:
        """How often a name stands within a sentence, where its capital means something; three at most."""
        if name not in self.anywhere:
            return 0
        if name not in self._inside:
            self._inside[name] = self._count_inside(name)
        return self._inside[name]

    def _count_inside(self, name: str) -> int:
        count, at = 0, self._text.find(name)
        while at >= 0 and count < ENOUGH:
            end = at + len(name)
            whole = not self._text[at - 1 : at].isalnum() and not self._text[end : end + 1].isalnum()
            count += whole and not opens_sentence(self._text, at)
            at = self._text.find(name, end)
        return count

    def in_prose(self, name: str) -> int:
        """How often a name stands between words in small letters, as in few headlines with capitals; three at most."""
        if not self.inside(name):
            return 0
        count, at = 0, self._text.find(f" {name}")
        while at >= 0 and count < ENOUGH:
            end = at + len(name) + 1
            count += bool(SMALL_WORD.search(self._text, max(0, at - 20), at) and not GOES_ON.match(self._text, end))
            at = self._text.find(f" {name}", end)
        return count

    def alike(self, word: str) -> list[str]:
        """Other names with the word's initial and nearly its length."""
        size = len(word)
        return [n for n in self._by_initial.get(word[0], ()) if -2 < len(n) - size < 2 and n != word]

    def one_slip_from(self, word: str) -> list[str]:
        """Names of the document one slip away from a word, its initial kept, the most frequent first."""
        found = [name for name in self.alike(word) if one_slip_apart(word, name)]
        return sorted(found, key=lambda name: (-self.anywhere[name], name))


@lru_cache(maxsize=300_000)
def name_in(chunk: str) -> str:
    """The capitalised word in what stands between two blanks, or nothing."""
    core = chunk.strip(AROUND)
    if not core[:1].isupper():
        return ""
    return POSSESSIVE.sub("", core) if core[-1] in "s'’" else core


def opens_sentence(text: str, at: int) -> bool:
    """Whether a capital at this place (code points) may be due to the place alone."""
    if at == 0 or text[at - 1] == "\n":
        return True
    if text[at - 1] == " " and text[at - 2 : at - 1].isalnum():
        return False
    return bool(OPENS_SENTENCE.search(text[max(0, at - 5) : at]))


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter dropped, added or changed, or two neighbours swapped, make one word the other.

    >>> one_slip_apart("Beniof", "Benioff"), one_slip_apart("Delih", "Delhi"), one_slip_apart("Meltipol", "Melitopol")
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
