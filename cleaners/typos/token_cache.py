"""Texts as tokens with their triggers; each distinct token is evaluated once for all texts of a worker."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate, chain, pairwise
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.typos.rule_api import MARKS, REPEATED_WORD, TokenizedText, UnlistedToken
from faircopy.cleaners.typos.triggers import TokenTriggers, TriggerIndex

Number = TypeVar("Number", bound=np.generic)


class TokenCache(dict[str, int]):
    """Numbers the tokens met so far and keeps their triggers in columns.

    The cache never changes an answer: a text is tokenized the same whatever was read before. A worker's time limit
    may interrupt `read` anywhere; the next call then clears a cache that is incomplete.
    """

    LIMIT = 600_000  # tokens
    LIMIT_LETTERS = 20_000_000  # code points of all tokens: a single one may be a whole file

    def __init__(self, index: TriggerIndex) -> None:
        self._index = index
        self._reading = Lock()
        self._clear()

    def _clear(self) -> None:
        self.clear()
        self._letters = 0
        self._with_words: dict[str, TokenTriggers] = {}
        self._word_numbers = dict[str, int]()
        self._marks, self._as_first, self._as_second = array("I"), array("I"), array("I")
        self._last_words, self._first_words = array("i"), array("i")
        self[""]  # no column is ever empty

    def __missing__(self, token: str) -> int:
        """The number of a token not met before."""
        triggers, numbers = self._index.triggers_of(token), self._word_numbers
        if triggers.unlisted or triggers.words:
            self._with_words[token] = triggers
        self._letters += len(token)
        self._marks.append(triggers.marks)
        self._as_first.append(triggers.as_first)
        self._as_second.append(triggers.as_second)
        # A missing last word (-1) equals no missing first word (-2).
        last, first = triggers.last_word, triggers.first_word
        self._last_words.append(numbers.setdefault(last, len(numbers)) if last else -1)
        self._first_words.append(numbers.setdefault(first, len(numbers)) if first else -2)
        number = self[token] = len(self)
        return number

    def read(self, texts: Sequence[str], accepted: Collection[str] = ()) -> list[TokenizedText]:
        """Tokenize texts; words in `accepted` count as listed."""
        with self._reading:
            if len(self) > self.LIMIT or self._letters > self.LIMIT_LETTERS or not self._is_complete():
                self._clear()
            return self._read(texts, accepted)

    def _is_complete(self) -> bool:
        columns = (self._marks, self._as_first, self._as_second, self._last_words, self._first_words)
        return all(len(column) == len(self) for column in columns)

    def _read(self, texts: Sequence[str], accepted: Collection[str]) -> list[TokenizedText]:
        by_text = [text.split() for text in texts]
        tokens = list(chain.from_iterable(by_text))
        ends = [0, *accumulate(map(len, by_text))]
        marks = self._marks_of(tokens)
        # The last token of a text has no right neighbour.
        marks[[end - 1 for end in ends[1:] if end]] &= MARKS(~self._index.pairs & 0xFFFFFFFF)
        return [
            self._tokenized(text, own, marks[start:end], accepted)
            for text, own, (start, end) in zip(texts, by_text, pairwise(ends), strict=True)
        ]

    def _marks_of(self, tokens: Sequence[str]) -> NDArray[MARKS]:
        """The bits of the triggers that each token matches, alone or with the next token."""
        numbers = np.fromiter(map(self.__getitem__, tokens), np.intp, len(tokens))
        here, following = numbers[:-1], numbers[1:]
        pairs = _column(self._as_first, MARKS)[here] & _column(self._as_second, MARKS)[following]
        repeated = _column(self._last_words, np.intc)[here] == _column(self._first_words, np.intc)[following]
        marks: NDArray[MARKS] = _column(self._marks, MARKS)[numbers]
        marks[:-1] |= pairs | repeated * MARKS(REPEATED_WORD.bit)
        return marks

    def _tokenized(
        self, text: str, tokens: list[str], marks: NDArray[MARKS], accepted: Collection[str]
    ) -> TokenizedText:
        with_words = np.flatnonzero(marks & MARKS(self._index.with_words)).tolist()
        unlisted: list[UnlistedToken] = []
        found_words: set[str] = set()
        for token, count in Counter([tokens[place] for place in with_words]).items():
            triggers = self._with_words[token]
            found_words.update(triggers.words)
            words = triggers.unlisted
            if accepted:
                words = tuple(entry for entry in words if entry[1] not in accepted)
            if words:
                unlisted.append(UnlistedToken(token, count, words))
        all_marks = int(np.bitwise_or.reduce(marks))
        lexicon = self._index.lexicon
        return TokenizedText(text, tokens, lexicon, accepted, unlisted, frozenset(found_words), marks, all_marks)


def _column(values: array[int], kind: type[Number]) -> NDArray[Number]:
    """A view of a column; an array cannot grow while a view of it exists."""
    return np.frombuffer(values, kind)
