"""All that a typo rule is written with: triggers, registration, and the text a rule receives.

A rule is a file in `rules/`. It defines its `Rule`, the triggers that make it worth running, and a function:

    RULE = define("typos/shouted-and", "Puts `AND` between words in lower case into lower case too.", threshold=0.75)
    SHOUTED = token_where(lambda token: token.text == "AND")


    @runs_on(SHOUTED)
    def shouted_and(doc: TokenizedText) -> Iterator[Edit]:
        \"\"\"Yield an edit for every `AND`.\"\"\"
        for start in doc.starts("AND"):
            yield RULE.edit(start, "AND", "and", "‘and’ needs no capitals here", 0.9)

A token is the text between two whitespace characters, punctuation included. Triggers are evaluated once per distinct
token and cached, so that a rule costs nothing in texts that cannot need it. A trigger may match too often, but it
must match in every text for which the function has an edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.edits import Edit

if TYPE_CHECKING:
    from faircopy.cleaners.typos.lexicon.lexicon import Lexicon

# A word inside a token: letters, with apostrophes between them.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
MARKS = np.uint32  # one bit per trigger
MOST_TRIGGERS = 32


class Token(NamedTuple):
    """A token as predicates see it."""

    text: str
    first_word: str  # the token without trailing punctuation if that is one word, else empty
    last_word: str  # the word that the token ends with, else empty


Predicate = Callable[[Token], bool]
Half = Predicate | frozenset[str]  # one side of a pair: a predicate, or words


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Tokens that make a rule worth running. Made by the functions below."""

    bit: int
    words: frozenset[str] = frozenset()
    exclusive: bool = False
    tokens: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    token: Predicate | None = None
    pair: tuple[Half, Half] | None = None


_TRIGGERS: list[Trigger] = []


def _next_bit() -> int:
    if len(_TRIGGERS) == MOST_TRIGGERS:
        raise ValueError(f"there are {MOST_TRIGGERS} triggers already: share one, or widen MARKS in {__name__}")
    return 1 << len(_TRIGGERS)


def _register(trigger: Trigger) -> Trigger:
    _TRIGGERS.append(trigger)
    return trigger


def has_word(words: Iterable[str], *, exclusive: bool = False) -> Trigger:
    """Tokens that contain one of these words, in this case, with any punctuation around it.

    `exclusive`: the rules on non-words leave these words to this rule.
    """
    return _register(Trigger(_next_bit(), words=frozenset(words), exclusive=exclusive))


def is_token(tokens: Iterable[str]) -> Trigger:
    """Tokens that are one of these, punctuation included."""
    return _register(Trigger(_next_bit(), tokens=frozenset(tokens)))


def token_where(predicate: Predicate) -> Trigger:
    """Tokens for which the predicate is true. It must depend on the token alone: its answer is cached."""
    return _register(Trigger(_next_bit(), token=predicate))


def has_mark(marks: str, predicate: Predicate | None = None) -> Trigger:
    """Tokens that contain one of these punctuation marks, and for which the predicate, if given, is true.

    Cheaper than `token_where`: most tokens contain no punctuation. Raises `ValueError` for letters.
    """
    if any(mark.isalpha() for mark in marks):
        raise ValueError(f"{marks!r} has letters: use token_where")
    return _register(Trigger(_next_bit(), marks=frozenset(marks), token=predicate))


def pair_where(first: Half, second: Half) -> Trigger:
    """Tokens for which `first` is true, if `second` is true for the next token; both answers are cached.

    Words instead of a predicate: the last word of the first token, the first word of the second is one of them.
    """
    return _register(Trigger(_next_bit(), pair=(first, second)))


# Three triggers that every text has. Tokens with a word that is in no word list:
UNLISTED = _register(Trigger(_next_bit()))
# Tokens that end with the word that the next token begins with, in any case: "the the", "“The the".
REPEATED_WORD = _register(Trigger(_next_bit()))
# Tokens that begin with a capital, after any punctuation:
CAPITALISED = _register(Trigger(_next_bit()))


def registered_triggers() -> tuple[Trigger, ...]:
    """Every trigger, in the order of registration."""
    return tuple(_TRIGGERS)


@dataclass(frozen=True, slots=True)
class UnlistedToken:
    """A token with words in no word list, each with its offset in the token; `count` is how often the text has it."""

    text: str
    count: int
    words: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """What a rule receives: a text, its tokens and what they trigger.

    `accepted` are the words that the user never wants corrected. `marks` has the bits of the triggers of each
    token, `all_marks` the bits of the whole text; `found_words` are the words of `has_word` triggers in it.
    """

    text: str
    tokens: Sequence[str]
    lexicon: Lexicon
    accepted: Collection[str]
    unlisted: Sequence[UnlistedToken]
    found_words: frozenset[str]
    marks: NDArray[MARKS]
    all_marks: int

    def words(self, trigger: Trigger) -> list[str]:
        """Which words of a `has_word` trigger the text has, sorted."""
        return sorted(trigger.words & self.found_words)

    def matching(self, trigger: Trigger) -> list[str]:
        """The tokens that match a trigger, in text order, as often as they occur; of a pair, the first token."""
        if not self.all_marks & trigger.bit:
            return []
        return [self.tokens[place] for place in np.flatnonzero(self.marks & trigger.bit).tolist()]

    def followed(self, trigger: Trigger) -> list[tuple[str, str]]:
        """The matching tokens, each with the next one or two, which are joined and ended by one space."""
        places = np.flatnonzero(self.marks[:-1] & trigger.bit).tolist() if self.all_marks & trigger.bit else []
        return [(self.tokens[at], " ".join([*self.tokens[at + 1 : at + 3], ""])) for at in places]

    def starts(self, token: str, count: int = 0) -> Iterator[int]:
        """Where a token starts (code points); `count`, if known, ends the search early."""
        text = self.text
        at = text.find(token)
        while at >= 0:
            end = at + len(token)
            if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
                yield at
                count -= 1
                if not count:
                    return
            at = text.find(token, end)


RuleFunction = Callable[[TokenizedText], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Detector:
    """A registered function and the bits of the triggers it runs on."""

    find: RuleFunction
    bits: int
    order: int


_DETECTORS: list[Detector] = []


def runs_on(*triggers: Trigger, order: int = 0) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function from a text to its edits, to be run where one of the triggers matches.

    Functions run by `order`, then by file name. That decides only between edits of equal confidence and length.
    """

    def register(find: RuleFunction) -> RuleFunction:
        _DETECTORS.append(Detector(find, sum(trigger.bit for trigger in triggers), order))
        return find

    return register


def registered_detectors() -> tuple[Detector, ...]:
    """Every registered function, in the order in which they run."""
    return tuple(sorted(_DETECTORS, key=lambda detector: detector.order))


def last_word(token: str) -> str:
    """The last word of a token with words.

    >>> last_word("“Mason"), last_word("don’t,")
    ('Mason', 'don’t')
    """
    return [match[0] for match in WORD.finditer(token)][-1]
