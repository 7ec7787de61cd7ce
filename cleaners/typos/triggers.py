"""Which rules a single token can trigger, regardless of its context."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from faircopy.cleaners.text.proper_names import AROUND
from faircopy.cleaners.typos import rules  # noqa: F401 (registers every rule with its triggers)
from faircopy.cleaners.typos.lexicon.lexicon import Lexicon
from faircopy.cleaners.typos.rule_api import (
    REPEATED_WORD,
    UNLISTED,
    WORD,
    Predicate,
    Token,
    Trigger,
    registered_triggers,
)
from faircopy.cleaners.typos.word_filter import WordFilter

LETTERS = re.compile(r"[^\W\d_]+")
NO_WORDS = frozenset[str]()


class TokenTriggers(NamedTuple):
    """What the cache keeps of a token. All numbers are the bits of triggers."""

    marks: int
    unlisted: tuple[tuple[int, str], ...]  # the words in no word list, each with its offset
    words: frozenset[str]  # those of `has_word` triggers
    first_word: str  # as in `Token`
    last_word: str
    as_first: int  # the pair triggers that the token may be the first half of
    as_second: int


class TriggerIndex:
    """Evaluates triggers on tokens.

    `pairs` are the bits of triggers that depend on the next token too, `with_words` of those that keep words.
    """

    def __init__(self, lexicon: Lexicon, triggers: Iterable[Trigger] | None = None) -> None:
        """Without `triggers`, those of all rules."""
        triggers = registered_triggers() if triggers is None else tuple(triggers)
        self.lexicon = lexicon
        self._filter = WordFilter(
            lexicon, [word for trigger in triggers if trigger.exclusive for word in trigger.words]
        )
        self._by_word = _bits((trigger.bit, trigger.words) for trigger in triggers)
        self._by_token = _bits((trigger.bit, trigger.tokens) for trigger in triggers)
        self._alone = [(trigger.bit, trigger.token) for trigger in triggers if trigger.token]
        self._first = [(trigger.bit, trigger.pair[0]) for trigger in triggers if trigger.pair]
        self._second = [(trigger.bit, trigger.pair[1]) for trigger in triggers if trigger.pair]
        self.pairs = REPEATED_WORD.bit | sum(bit for bit, _ in self._first)
        self.with_words = UNLISTED.bit | sum(trigger.bit for trigger in triggers if trigger.words)

    def triggers_of(self, text: str) -> TokenTriggers:
        """Everything that a token (not empty) can trigger."""
        core = text.rstrip(AROUND)
        if core.islower() and core.isalpha() and core in self._filter.known:
            # Fast path for a listed word in lower case with optional trailing punctuation (most tokens).
            return self._evaluate(Token(text, core, core if core == text else ""), (), (core,))
        words = (text,) if text.isalpha() else tuple(LETTERS.findall(text))
        return self._evaluate(Token(text, *_end_words(text, core)), self._filter.unlisted(text), words)

    def _evaluate(self, token: Token, unlisted: tuple[tuple[int, str], ...], words: tuple[str, ...]) -> TokenTriggers:
        marks = self._by_token.get(token.text, 0) | _matches(self._alone, token)
        if unlisted:
            marks |= UNLISTED.bit
        found = NO_WORDS
        for word in words:
            if bits := self._by_word.get(word, 0):
                marks |= bits
                found |= {word}
        first, second = _matches(self._first, token), _matches(self._second, token)
        return TokenTriggers(marks, unlisted, found, token.first_word, token.last_word, first, second)


def _bits(groups: Iterable[tuple[int, frozenset[str]]]) -> dict[str, int]:
    """The bits of all groups that a string is in."""
    found: dict[str, int] = {}
    for bit, members in groups:
        for member in members:
            found[member] = found.get(member, 0) | bit
    return found


def _matches(predicates: Iterable[tuple[int, Predicate]], token: Token) -> int:
    """The bits of the predicates that are true for a token."""
    bits = 0
    for bit, predicate in predicates:
        if predicate(token):
            bits |= bit
    return bits


def _end_words(text: str, core: str) -> tuple[str, str]:
    """The first and the last word of a `Token`; `core` is its text without trailing punctuation."""
    if core.isalpha():
        return core.lower(), text.lower() if core == text else ""
    words = list(WORD.finditer(text))
    if not words:
        return "", ""
    first, last = words[0], words[-1]
    alone = not first.start() and first.end() >= len(core)
    return first[0].lower() if alone else "", last[0].lower() if last.end() == len(text) else ""
