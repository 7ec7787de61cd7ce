"""The context of a mention: its sentence, its clause, its line and the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from faircopy.cleaners.names.enclosing_quotation import enclosing_quotation
from faircopy.cleaners.names.sentences import sentence_span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_WORD_AND_STOP = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_NEXT_WORD = re.compile(r"[ \u00a0\n]([^\W_]+(?:['’.-][^\W_]+)*)")
_POSSESSIVE = re.compile(r"\A['’]s?\b")
_CLAUSE_MARK = re.compile(r"[,;:()\[\]]")
_BREAKS = " \u00a0\n\t“”\"'‘([*_—–/"
_EDGE_MARKS = ".,;:!?()[]“”\"'‘’*"
SHORTEST_WRAPPED_LINE = 45  # code points; a shorter line is a headline or an item of a list
MOST_WORDS = 6  # to either side that a list of context words can ask for
CLAUSE_REACH = 60  # code points to either side within which the words of the clause are read
LINE_REACH = 300  # code points to either side
TOKEN_REACH = 200  # code points to either side


@lru_cache(maxsize=50_000)
def normalised(word: str) -> str:
    """A word as the word lists spell it: lower case, straight apostrophe, no possessive, no full stop."""
    return word.lower().rstrip(".").replace("’", "'").removesuffix("'s")


@dataclass(frozen=True)
class MentionContext:
    """The context of the mention text[start:end] (code points). Each property is computed once."""

    text: str
    start: int
    end: int

    @cached_property
    def sentence_span(self) -> tuple[int, int]:
        """The span of the sentence."""
        return sentence_span(self.text, self.start, self.end)

    @cached_property
    def before(self) -> str:
        """The sentence up to the mention."""
        return self.text[self.sentence_span[0] : self.start]

    @cached_property
    def after(self) -> str:
        """The rest of the sentence after the mention."""
        return self.text[self.end : self.sentence_span[1]]

    @cached_property
    def words_before(self) -> list[str]:
        """The words of the sentence before the mention, the nearest last."""
        return _WORD.findall(self.before)

    @cached_property
    def words_after(self) -> list[str]:
        """The words of the sentence after the mention, without the mention's own possessive."""
        return _WORD.findall(_POSSESSIVE.sub("", self.after))

    @cached_property
    def clause_before(self) -> list[str]:
        """The words before the mention back to the nearest comma, colon or bracket."""
        return _WORD.findall(_CLAUSE_MARK.split(self.before[-CLAUSE_REACH:])[-1])

    @cached_property
    def clause_after(self) -> list[str]:
        """The words after the mention up to the nearest comma, colon or bracket."""
        return _WORD.findall(_CLAUSE_MARK.split(_POSSESSIVE.sub("", self.after[:CLAUSE_REACH]), maxsplit=1)[0])

    @cached_property
    def adjacent_before(self) -> str:
        """The word right before the mention if only a gap separates them, else empty."""
        near = self.before[-CLAUSE_REACH:]
        bare = near.rstrip(" \u00a0\n")
        gap = near[len(bare) :]
        if not bare or not 0 < len(gap) < 3 or ("\n" in gap and self._ends_short_line(self.start - len(gap))):
            return ""
        match = _WORD_AND_STOP.fullmatch(bare[max(bare.rfind(mark) for mark in _BREAKS) + 1 :])
        return match[0] if match else ""

    @cached_property
    def adjacent_after(self) -> str:
        """The word right after the mention if only a space or line break separates them, else empty."""
        match = _NEXT_WORD.match(self.after)
        if not match or (self.after[0] == "\n" and self._ends_short_line(self.end)):
            return ""
        return match[1]

    def _ends_short_line(self, at: int) -> bool:
        return at - self.text.rfind("\n", 0, at) - 1 < SHORTEST_WRAPPED_LINE

    @cached_property
    def follows_first_word(self) -> bool:
        """Whether the mention is the second word of its sentence."""
        return len(self.words_before) == 1

    # ---- Normalised, to be compared with the lists of context words.

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """The normalised words of the sentence without the mention; a plural also as its singular."""
        words = {*map(normalised, self.words_before), *map(normalised, self.words_after)}
        return frozenset(words | {word[:-1] for word in words if word[-1:] == "s"})

    @cached_property
    def sentence(self) -> str:
        """The normalised words of the sentence separated by single spaces, with NUL for the mention."""
        words = [*map(normalised, self.words_before), "\0", *map(normalised, self.words_after)]
        return f" {' '.join(words)} "

    @cached_property
    def near_before(self) -> list[str]:
        """The last words of the clause before the mention, normalised, compounds split (chicken-and-ham)."""
        return [part for word in self.clause_before[-MOST_WORDS:] for part in normalised(word).split("-")]

    @cached_property
    def near_after(self) -> list[str]:
        """The first words of the clause after the mention, normalised, compounds split."""
        return [part for word in self.clause_after[:MOST_WORDS] for part in normalised(word).split("-")]

    @cached_property
    def apposition(self) -> list[str]:
        """The first words of an apposition (`Nikolaev, where …`), normalised, up to the next mark."""
        if not self.after.startswith(", "):
            return []
        words = _WORD.findall(_CLAUSE_MARK.split(self.after[2:CLAUSE_REACH], maxsplit=1)[0])
        return [normalised(word) for word in words[:MOST_WORDS]]

    # ---- The line, the quotation and the token around the mention.

    @cached_property
    def line(self) -> str:
        """The line around the mention, cut off at `LINE_REACH` on either side."""
        start = self.text.rfind("\n", 0, self.start) + 1
        end = self.text.find("\n", self.end)
        end = len(self.text) if end < 0 else end
        return self.text[max(start, self.start - LINE_REACH) : min(end, self.end + LINE_REACH)]

    @cached_property
    def in_capitals(self) -> bool:
        """Whether the line is in capitals throughout."""
        letters = [c for c in self.line if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.8 * len(letters)

    @cached_property
    def in_title_case(self) -> bool:
        """Whether the line capitalises its words, as headlines do."""
        words = [word for word in _WORD.findall(self.line) if len(word) > 3 and word[0].isalpha()]
        return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.75 * len(words)

    @cached_property
    def quotation(self) -> str | None:
        """The quotation or emphasised passage around the mention, or None."""
        return enclosing_quotation(self.text, self.start, self.end)

    @cached_property
    def token(self) -> str:
        """The run of characters without white space around the mention, without punctuation at its edges."""
        start, end = self.start, self.end
        while start and not self.text[start - 1].isspace() and self.start - start < TOKEN_REACH:
            start -= 1
        while end < len(self.text) and not self.text[end].isspace() and end - self.end < TOKEN_REACH:
            end += 1
        return self.text[start:end].strip(_EDGE_MARKS)
