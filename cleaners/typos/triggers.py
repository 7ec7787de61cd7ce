"""Which rules a single token can trigger, regardless of its context."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from faircopy.cleaners.text.proper_names import AROUND
from faircopy.cleaners.typos import rules  # noqa: F401 (registers every rule with its triggers)
from faircopy.cleaners.typos.lexicon.lexicon import Lexicon
from faircopy.cleaners.typos.rule_api import (
    CAPITALISED,
    REPEATED_WORD,
    UNLISTED,
    WORD,
    Half,
    Predicate,
    Token,
    Trigger,
    registered_triggers,
)
from faircopy.cleaners.typos.word_filter import WordFilter

LETTERS = re.compile(r"[^\W\d_]+")
NO_WORDS = frozenset[str]()
UnlistedWords = tuple[tuple[int, str], ...]  # each word with its offset in the token


class TokenTriggers(NamedTuple):
    """What the cache keeps of a token. All numbers are the bits of triggers."""

    marks: int
    unlisted: UnlistedWords
    words: frozenset[str]  # those of `has_word` triggers
    first_word: str  # as in `Token`, in lower case
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
        self._marked = [(trigger.bit, trigger.marks, trigger.token) for trigger in triggers if trigger.marks]
        self._alone = [(trigger.bit, trigger.token) for trigger in triggers if trigger.token and not trigger.marks]
        self._first_words, self._first = _halves((trigger.bit, trigger.pair[0]) for trigger in triggers if trigger.pair)
        self._second_words, self._second = _halves(
            (trigger.bit, trigger.pair[1]) for trigger in triggers if trigger.pair
        )
        self.pairs = REPEATED_WORD.bit | sum(trigger.bit for trigger in triggers if trigger.pair)
        self.with_words = UNLISTED.bit | sum(trigger.bit for trigger in triggers if trigger.words)

    def triggers_of(self, text: str) -> TokenTriggers:
        """Everything that a token can trigger."""
        core = text.rstrip(AROUND)
        if core.islower() and core.isalpha() and core in self._filter.known:
            # Fast path for a listed word in lower case with optional trailing punctuation (most tokens).
            token, marks, words = Token(text, core, core if core == text else ""), 0, NO_WORDS
            if bits := self._by_word.get(core):
                marks, words = bits, frozenset((core,))
            return self._complete(token, marks, (), words, core, token.last_word)
        token = Token(text, *_end_words(text, core))
        marks, words = self._words_in(text)
        unlisted = self._filter.unlisted(text)
        if unlisted:
            marks |= UNLISTED.bit
        if not text.islower() and text.lstrip(AROUND)[:1].isupper():
            marks |= CAPITALISED.bit
        return self._complete(token, marks, unlisted, words, token.first_word.lower(), token.last_word.lower())

    def _complete(
        self, token: Token, marks: int, unlisted: UnlistedWords, words: frozenset[str], first: str, last: str
    ) -> TokenTriggers:
        """Add what does not depend on the lexicon."""
        text = token.text
        marks |= self._by_token.get(text, 0)
        if self._alone:
            marks |= _matches(self._alone, token)
        if not text.isalpha():
            for bit, punctuation, condition in self._marked:
                if (condition is None or condition(token)) and not punctuation.isdisjoint(text):
                    marks |= bit
        as_first = self._first_words.get(token.last_word, 0)
        if self._first:
            as_first |= _matches(self._first, token)
        as_second = self._second_words.get(token.first_word, 0) | _matches(self._second, token)
        return TokenTriggers(marks, unlisted, words, first, last, as_first, as_second)

    def _words_in(self, text: str) -> tuple[int, frozenset[str]]:
        """The words of `has_word` triggers in a token, and the bits of these triggers."""
        words = (text,) if text.isalpha() else LETTERS.findall(text)
        found = self._by_word.keys() & words
        marks = 0
        for word in found:
            marks |= self._by_word[word]
        return marks, frozenset(found) if found else NO_WORDS


def _bits(groups: Iterable[tuple[int, frozenset[str]]]) -> dict[str, int]:
    """The bits of all groups that a string is in."""
    found: dict[str, int] = {}
    for bit, members in groups:
        for member in members:
            found[member] = found.get(member, 0) | bit
    return found


def _halves(halves: Iterable[tuple[int, Half]]) -> tuple[dict[str, int], list[tuple[int, Predicate]]]:
    """One side of all pairs: the bits by word, and the predicates."""
    words, predicates = [], []
    for bit, half in halves:
        if isinstance(half, frozenset):
            words.append((bit, half))
        else:
            predicates.append((bit, half))
    return _bits(words), predicates


def _matches(predicates: list[tuple[int, Predicate]], token: Token) -> int:
    """The bits of the predicates that are true for a token."""
    bits = 0
    for bit, predicate in predicates:
        if predicate(token):
            bits |= bit
    return bits


def _end_words(text: str, core: str) -> tuple[str, str]:
    """The first and the last word of a `Token`; `core` is its text without trailing punctuation."""
    if core.isalpha():
        return core, text if core == text else ""
    words = list(WORD.finditer(text))
    if not words:
        return "", ""
    first, last = words[0], words[-1]
    alone = not first.start() and first.end() >= len(core)
    return first[0] if alone else "", last[0] if last.end() == len(text) else ""
