"""Words in a text, and which of its chunks hold one that no list knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# A word: letters, with apostrophes inside. Hyphenated words are looked at part by part.
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A chunk (between blanks) with one of these is an address, a number, a handle or code: nothing to correct.
ODD = re.compile(r"[\d_@#/\\=<>{}|~^*+&%$£€]|\.\w+\.\w|[A-Za-z]\.[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a document: where it starts (code points) and what it says."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """Where the word ends, in code points."""
        return self.start + len(self.word)


class ChunkFilter:
    """Remembers which chunks hold nothing to look at, so that each distinct one is judged once.

    A memory, not a state: the answer for a chunk never depends on what was asked before.
    """

    LIMIT = 2_000_000

    def __init__(self, is_suspect: Callable[[str], bool]) -> None:
        self._is_suspect = is_suspect
        self._clean: set[str] = set()
        self._suspect: dict[str, tuple[tuple[int, str], ...]] = {}

    def suspects(self, chunks: set[str]) -> Iterator[tuple[str, tuple[tuple[int, str], ...]]]:
        """The chunks with words to look at, each with (offset in the chunk, word) of those."""
        for chunk in chunks - self._clean:
            words = self._suspect.get(chunk)
            if words is None:
                words = tuple((m.start(), m[0]) for m in self._words(chunk) if self._is_suspect(m[0]))
                self._keep(chunk, words)
            if words:
                yield chunk, words

    def _words(self, chunk: str) -> Sequence[re.Match[str]]:
        return () if ODD.search(chunk) else list(WORD.finditer(chunk))

    def _keep(self, chunk: str, words: tuple[tuple[int, str], ...]) -> None:
        if len(self._clean) + len(self._suspect) > self.LIMIT:
            self._clean.clear()
            self._suspect.clear()
        if words:
            self._suspect[chunk] = words
        else:
            self._clean.add(chunk)


def places(text: str, chunk: str) -> Iterator[int]:
    """Where a chunk stands between blanks."""
    at = text.find(chunk)
    while at >= 0:
        end = at + len(chunk)
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
        at = text.find(chunk, end)
