"""What a chunk (what stands between two blanks) asks for, whatever stands around it."""

from __future__ import annotations

from typing import NamedTuple

from faircopy.cleaners.text.proper_names import AROUND
from faircopy.cleaners.typos.lexicon.lexicon import Lexicon
from faircopy.cleaners.typos.rules.capitals import FIRST_NAMES, REST_OF, TITLES
from faircopy.cleaners.typos.rules.contraction import CONTRACTIONS, NT
from faircopy.cleaners.typos.rules.glued_comma import is_glued
from faircopy.cleaners.typos.rules.grammar import GOVERNED_NOUNS, PEOPLE, SAYING
from faircopy.cleaners.typos.rules.real_words import BY_WORD, CUES
from faircopy.cleaners.typos.rules.sentence_opening import OPENINGS
from faircopy.cleaners.typos.tokens import LETTERS, WORD, Suspects, WordFilter

# Marks on a chunk: words to look at; a word some rule waits for; a capitalised word; a stop or comma at its front,
# a comma between two words.
SUSPECT, CUE, CAPITAL, STRAY = 1, 2, 4, 8
ALONE = SUSPECT | CUE | CAPITAL | STRAY
# Marks on a chunk and the next one: maybe a word twice, have and a participle or could and of, a country and its
# people, a name.
TWICE, HAVE_DOING, PEOPLE_OF, SMALL_NAME = 16, 32, 64, 128
# They go before a participle; what else stands there is a slip.
BEFORE_PARTICIPLES = frozenset(
    [verb + end for verb in ("could", "should", "would", "might", "must") for end in ("", "n't", "n’t")]
    + ["have", "has"]
)

NO_CUES = frozenset[str]()


class Look(NamedTuple):
    """What a chunk asks for."""

    marks: int
    suspects: Suspects
    cues: frozenset[str]
    first: str  # the word it is but for marks behind it, in lower case
    last: str  # the word it ends with, in lower case
    before: int  # the marks on two chunks that it may bring as the first of them
    after: int  # as the second


class Looker:
    """Looks at chunks."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = frozenset({*REST_OF, *CUES, *CONTRACTIONS})
        self._cues = words | OPENINGS | {NT}
        self._waited_for = frozenset({*PEOPLE, *SAYING, *BY_WORD})
        self._filter = WordFilter(lexicon, words)
        self._before_names = TITLES | FIRST_NAMES

    def look(self, chunk: str) -> Look:
        """What the chunk asks for."""
        core = chunk.rstrip(AROUND)
        if core.islower() and core.isalpha() and core in self._filter.known:
            return self._listed(chunk, core)
        suspects = self._filter.suspects(chunk)
        cues = self._cues.intersection((chunk,) if chunk.isalpha() else LETTERS.findall(chunk))
        marks = SUSPECT if suspects else 0
        if cues or chunk in self._waited_for:
            marks |= CUE
        if not chunk.islower() and chunk.lstrip(AROUND)[:1].isupper():
            marks |= CAPITAL
        if chunk.startswith((".", ",", ";")) or is_glued(chunk):
            marks |= STRAY
        first, last = _ends(chunk, core)
        return Look(marks, suspects, cues, first.lower(), last.lower(), self._before(chunk, last), _after(chunk))

    def _listed(self, chunk: str, core: str) -> Look:
        """The same, sooner told, for a listed word in small letters with at most some marks behind it: most chunks."""
        cues = frozenset((core,)) if core in self._cues else NO_CUES
        marks = CUE if cues or chunk in self._waited_for else 0
        last = core if core == chunk else ""
        return Look(marks, (), cues, core, last, self._before(chunk, last), _after(chunk))

    def _before(self, chunk: str, last: str) -> int:
        """The marks on two chunks that this one may bring as the first of them."""
        have = HAVE_DOING if last in BEFORE_PARTICIPLES else 0
        return have | (PEOPLE_OF if chunk in PEOPLE else 0) | (SMALL_NAME if last in self._before_names else 0)


def _after(chunk: str) -> int:
    """The marks on two chunks that this one may bring as the second of them."""
    doing = HAVE_DOING if chunk.endswith("ing") or chunk == "of" else 0
    return doing | (PEOPLE_OF if chunk.startswith(GOVERNED_NOUNS) else 0) | (SMALL_NAME if chunk[:1].isupper() else 0)


def _ends(chunk: str, core: str) -> tuple[str, str]:
    """The word a chunk is but for marks behind it, and the word it ends with; each empty where there is none."""
    if core.isalpha():
        return core, chunk if core == chunk else ""
    words = list(WORD.finditer(chunk))
    if not words:
        return "", ""
    first, last = words[0], words[-1]
    alone = not first.start() and first.end() >= len(core)
    return first[0] if alone else "", last[0] if last.end() == len(chunk) else ""
