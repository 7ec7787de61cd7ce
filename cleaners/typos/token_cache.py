"""What stands between the blanks of a text: each distinct chunk is looked at once, for all texts of a worker."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.typos.tokens import Suspects
from faircopy.cleaners.typos.triggers import ALONE, CUE, SUSPECT, TWICE, Look

Marks = NDArray[np.uint8]
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text by its chunks."""

    text: str
    chunks: Sequence[str]
    marks: Marks
    suspects: list[tuple[str, int, Suspects]]  # the chunks with words to look at and their counts, in text order
    cues: set[str]
    waited_for: Counter[str]  # chunks that some rule waits for, and those with words to look at
    all_marks: int  # taken together

    def followed(self, mark: int) -> list[tuple[str, str]]:
        """The chunks with a mark, each with the next two, when there are any, and single blanks behind them."""
        places = np.flatnonzero(self.marks[:-1] & mark).tolist() if self.all_marks & mark else []
        return [(self.chunks[at], " ".join([*self.chunks[at + 1 : at + 3], ""])) for at in places]

    def marked(self, mark: int) -> list[str]:
        """The chunks with a mark, in text order."""
        if not self.all_marks & mark:
            return []
        return [self.chunks[place] for place in np.flatnonzero(self.marks & mark).tolist()]


class ChunkMemory(dict[str, int]):
    """Numbers for the chunks met so far, and columns with what is known of each.

    A memory, not a state: the answer for a text never depends on what was read before. A worker's time limit may
    end a reading anywhere: what is only half noted then is forgotten by the next.
    """

    LIMIT = 600_000
    LIMIT_LETTERS = 20_000_000  # code points of all chunks: one may be a whole file

    def __init__(self, look: Callable[[str], Look]) -> None:
        self._look = look
        self._reading = Lock()
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._letters = 0
        self._noted: dict[str, Look] = {}
        self._words = dict[str, int]()
        self._marks, self._before, self._after = array("B"), array("B"), array("B")
        self._last, self._first = array("i"), array("i")
        self[""]  # no column is ever empty

    def __missing__(self, chunk: str) -> int:
        """The number of a chunk not met before."""
        look = self._look(chunk)
        if look.marks & (SUSPECT | CUE):
            self._noted[chunk] = look
        self._letters += len(chunk)
        self._marks.append(look.marks)
        self._before.append(look.before)
        self._after.append(look.after)
        self._last.append(self._words.setdefault(look.last, len(self._words)) if look.last else -1)
        self._first.append(self._words.setdefault(look.first, len(self._words)) if look.first else -2)
        number = self[chunk] = len(self)
        return number

    def read(self, texts: Sequence[str], right: Collection[str] = ()) -> list[Sheet]:
        """The texts by their chunks; the words called `right` are never suspect."""
        with self._reading:
            if len(self) > self.LIMIT or self._letters > self.LIMIT_LETTERS or not self._is_whole():
                self._forget()
            return self._read(texts, right)

    def _is_whole(self) -> bool:
        columns = (self._marks, self._before, self._after, self._last, self._first)
        return all(len(column) == len(self) for column in columns)

    def _read(self, texts: Sequence[str], right: Collection[str]) -> list[Sheet]:
        by_text = [text.split() for text in texts]
        chunks = list(chain.from_iterable(by_text))
        ends = [0, *accumulate(map(len, by_text))]
        marks = self._marked(chunks)
        marks[[end - 1 for end in ends[1:] if end]] &= ALONE
        return [
            self._sheet(text, own, marks[start:end], right)
            for text, own, (start, end) in zip(texts, by_text, pairwise(ends), strict=True)
        ]

    def _marked(self, chunks: Sequence[str]) -> Marks:
        """The marks on each chunk."""
        numbers = np.fromiter(map(self.__getitem__, chunks), np.intp, len(chunks))
        here, following = numbers[:-1], numbers[1:]
        pairs = _column(self._before, np.uint8)[here] & _column(self._after, np.uint8)[following]
        twice = _column(self._last, np.intc)[here] == _column(self._first, np.intc)[following]
        marks: Marks = _column(self._marks, np.uint8)[numbers]
        marks[:-1] |= pairs | np.where(twice, np.uint8(TWICE), np.uint8(0))
        return marks

    def _sheet(self, text: str, chunks: list[str], marks: Marks, right: Collection[str]) -> Sheet:
        noted = Counter([chunks[place] for place in np.flatnonzero(marks & (SUSPECT | CUE)).tolist()])
        suspects: list[tuple[str, int, Suspects]] = []
        cues: set[str] = set()
        for chunk, times in noted.items():
            look = self._noted[chunk]
            cues.update(look.cues)
            words = tuple(some for some in look.suspects if some[1] not in right) if right else look.suspects
            if words:
                suspects.append((chunk, times, words))
        return Sheet(text, chunks, marks, suspects, cues, noted, int(np.bitwise_or.reduce(marks)))


def _column(values: array[int], kind: type[Number]) -> NDArray[Number]:
    """A look into a column; it must be gone before the column grows."""
    return np.frombuffer(values, kind)
