"""What a chunk (what stands between two blanks) asks for, whatever stands around it."""

from __future__ import annotations

from typing import NamedTuple

from cleaners.evidence import AROUND
from cleaners.typos.capitals import REST_OF, SHORTEST_NAME, TITLES
from cleaners.typos.grammar import GOVERNED_NOUNS, PEOPLE, SAYING
from cleaners.typos.lexicon import GOOD, NAME, Lexicon
from cleaners.typos.real_words import CUES, PATTERNS
from cleaners.typos.tokens import LETTERS, WORD, Suspects, WordFilter

# Marks on a chunk: words to look at; a word some rule waits for; a capitalised word; a stop or comma at its front.
SUSPECT, CUE, CAPITAL, STRAY = 1, 2, 4, 8
ALONE = SUSPECT | CUE | CAPITAL | STRAY
# Marks on a chunk and the next one: maybe a word twice, have and a participle, a country and its people, a name.
TWICE, HAVE_DOING, PEOPLE_OF, SMALL_NAME = 16, 32, 64, 128


class Look(NamedTuple):
    """What a chunk asks for."""

    marks: int
    suspects: Suspects
    cues: frozenset[str]
    first: str  # the word it is but for marks behind it, in lower case
    last: str  # the word it ends with, in lower case
    before: int  # the marks on two chunks that it may bring as the first of them
    after: int  # … as the second


class Looker:
    """Looks at chunks."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = frozenset({*REST_OF, *CUES})
        self._waited_for = frozenset({*PEOPLE, *SAYING}.union(*(pattern.words for pattern in PATTERNS)))
        self._filter = WordFilter(lexicon, self._cues)
        # Words that are names too, or stand before names with a capital.
        self._also_names = TITLES.union(word for word in lexicon.having(NAME, GOOD) if len(word) >= SHORTEST_NAME)

    def look(self, chunk: str) -> Look:
        """What the chunk asks for."""
        plain = chunk.isalpha()
        first, last = (chunk, chunk) if plain else _ends(chunk)
        suspects = self._filter.suspects(chunk)
        cues = self._cues.intersection((chunk,) if plain else LETTERS.findall(chunk))
        marks = SUSPECT * bool(suspects) | CUE * bool(cues or chunk in self._waited_for)
        marks |= CAPITAL * chunk.lstrip(AROUND)[:1].isupper() | STRAY * chunk.startswith((".", ",", ";"))
        before = HAVE_DOING * (last in {"have", "has"}) | PEOPLE_OF * (chunk in PEOPLE)
        before |= SMALL_NAME * (last in self._also_names)
        after = HAVE_DOING * chunk.endswith("ing") | PEOPLE_OF * chunk.startswith(GOVERNED_NOUNS)
        after |= SMALL_NAME * chunk[:1].isupper()
        return Look(marks, suspects, cues, first.lower(), last.lower(), before, after)


def _ends(chunk: str) -> tuple[str, str]:
    """The word a chunk is but for marks behind it, and the word it ends with; each empty where there is none."""
    words = list(WORD.finditer(chunk))
    if not words:
        return "", ""
    first, last = words[0], words[-1]
    alone = not first.start() and first.end() >= len(chunk.rstrip(AROUND))
    return first[0] if alone else "", last[0] if last.end() == len(chunk) else ""
