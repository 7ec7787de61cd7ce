"""What stands around a name: its sentence, its line, the words before and after, a quotation it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

# A sentence ends at its mark, at a blank line, or at a line that ends as a sentence does.
_END = re.compile(r"[.!?…][”\"’')\]]*(?=\s+[“\"‘'(\[]?[^\W\d_a-z])|\n\s*\n|(?<=[.!?:”\"])\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Cmdr|Cpl|Sen|Rep|Gov|Amb|Hon|Prof|Rev|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Aug"
    r"|Sept|Oct|Nov|Dec|Tex|Fla|Mo|Calif|Wash|Del|Mass|Pa|Ill|Mich|Minn|Okla|Ark|Ala|Ga|Va)|(?<![^\W_])[^\W\d_]"
    r"|\.[^\W\d_])\Z"
)
_POSSESSIVE = re.compile(r"\A['’]s?\b")
_CLAUSE_MARK = re.compile(r"[,;:()\[\]]")
_WORD_AND_STOP = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_NEXT_WORD = re.compile(r"[ \u00a0\n]([^\W_]+(?:['’.-][^\W_]+)*)")
_BREAKS = " \u00a0\n\t“”\"'‘([*_—–/"
WRAPPED = 45  # code points from which a line may be one of a wrapped paragraph
NEAR = 6  # words to either side that a context may ask for
CLAUSE_REACH = 60  # code points to either side within which the nearest words are looked for
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_QUOTES = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "*": "*", "_": "_"}
_REACH = 500  # code points to either side within which a sentence is looked for
_QUOTE_REACH = 160


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as lists have it: small letters, a straight apostrophe, no possessive, no full stop."""
    return word.lower().rstrip(".").replace("’", "'").removesuffix("'s")


@dataclass(frozen=True)
class Surroundings:
    """The neighbourhood of text[start:end]."""

    text: str
    start: int
    end: int

    @cached_property
    def span(self) -> tuple[int, int]:
        """Where the sentence lies."""
        low, high = max(0, self.start - _REACH), min(len(self.text), self.end + _REACH)
        begin = low
        for match in _END.finditer(self.text, low, self.start + 1):
            if match.end() <= self.start and not _ends_abbreviation(self.text, match):
                begin = match.end()
        finish = high
        for match in _END.finditer(self.text, self.end, high):
            if not _ends_abbreviation(self.text, match):
                finish = match.end()
                break
        return begin, finish

    @cached_property
    def before(self) -> str:
        """The sentence up to the name."""
        return self.text[self.span[0] : self.start]

    @cached_property
    def after(self) -> str:
        """The sentence from the name on."""
        return self.text[self.end : self.span[1]]

    @cached_property
    def words_before(self) -> list[str]:
        """The words of the sentence before the name, the nearest last."""
        return _WORD.findall(self.before)

    @cached_property
    def words_after(self) -> list[str]:
        """The words of the sentence after the name, without its own possessive."""
        return _WORD.findall(_POSSESSIVE.sub("", self.after))

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """The words of the sentence as lists have them, the name left out; plurals also as singulars."""
        words = {*map(plain, self.words_before), *map(plain, self.words_after)}
        return frozenset(words | {word[:-1] for word in words if word[-1:] == "s"})

    @cached_property
    def passage(self) -> str:
        """The sentence as lists have it, the name left out and marked by NUL, words parted by one space."""
        words = [*map(plain, self.words_before), "\0", *map(plain, self.words_after)]
        return f" {' '.join(words)} "

    @cached_property
    def near_before(self) -> list[str]:
        """The words of the clause before the name as lists have them, compounds in parts: chicken-and-ham."""
        return [part for word in self.clause_before[-NEAR:] for part in plain(word).split("-")]

    @cached_property
    def near_after(self) -> list[str]:
        """The words of the clause after the name as lists have them, compounds in parts."""
        return [part for word in self.clause_after[:NEAR] for part in plain(word).split("-")]

    @cached_property
    def clause_before(self) -> list[str]:
        """The words before the name with no comma, colon or bracket between."""
        return _WORD.findall(_CLAUSE_MARK.split(self.before[-CLAUSE_REACH:])[-1])

    @cached_property
    def clause_after(self) -> list[str]:
        """The words after the name with no comma, colon or bracket between."""
        return _WORD.findall(_CLAUSE_MARK.split(_POSSESSIVE.sub("", self.after[:CLAUSE_REACH]), maxsplit=1)[0])

    @cached_property
    def apposition(self) -> list[str]:
        """The words after a comma right behind the name, as lists have them, up to the next mark: , where …"""
        if not self.after.startswith(", "):
            return []
        words = _WORD.findall(_CLAUSE_MARK.split(self.after[2:CLAUSE_REACH], maxsplit=1)[0])
        return [plain(word) for word in words[:NEAR]]

    @cached_property
    def joined_before(self) -> str:
        """The word right before the name, only a gap between; else nothing."""
        near = self.before[-CLAUSE_REACH:]
        bare = near.rstrip(" \u00a0\n")
        gap = near[len(bare) :]
        if not bare or not 0 < len(gap) < 3 or ("\n" in gap and self._ends_line(self.start - len(gap))):
            return ""
        match = _WORD_AND_STOP.fullmatch(bare[max(bare.rfind(mark) for mark in _BREAKS) + 1 :])
        return match[0] if match else ""

    @cached_property
    def joined_after(self) -> str:
        """The word right after the name, only a space between; else nothing."""
        match = _NEXT_WORD.match(self.after)
        if not match or (self.after[0] == "\n" and self._ends_line(self.end)):
            return ""
        return match[1]

    def _ends_line(self, at: int) -> bool:
        """Whether a line that ends here is an item of a list or a headline, too short to be wrapped text."""
        return at - self.text.rfind("\n", 0, at) - 1 < WRAPPED

    @cached_property
    def opens_sentence(self) -> bool:
        """Whether the word right before the name is the first of its sentence."""
        return len(self.words_before) == 1

    @cached_property
    def line(self) -> str:
        """The line the name stands in."""
        start = self.text.rfind("\n", 0, self.start) + 1
        end = self.text.find("\n", self.end)
        return self.text[max(start, self.start - 300) : min(len(self.text) if end < 0 else end, self.end + 300)]

    @cached_property
    def in_capitals(self) -> bool:
        """Whether the line is in capitals throughout."""
        letters = [c for c in self.line if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.8 * len(letters)

    @cached_property
    def is_headline(self) -> bool:
        """Whether the line writes its words with capitals, as a headline does."""
        words = [word for word in _WORD.findall(self.line) if len(word) > 3 and word[0].isalpha()]
        return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.75 * len(words)

    @cached_property
    def quoted(self) -> str | None:
        """What stands between the nearest quotation marks or emphasis marks around the name, or None."""
        low = max(0, self.start - _QUOTE_REACH)
        opening = max(self.text.rfind(mark, low, self.start) for mark in _QUOTES)
        if opening < 0:
            return None
        closing = _QUOTES[self.text[opening]]
        if any(mark in self.text[opening + 1 : self.start] for mark in closing if mark != "’"):
            return None
        if self.text[opening] in "\"*_'" and not self._opens(opening):
            return None
        ends = [self.text.find(mark, self.end, self.end + _QUOTE_REACH) for mark in closing]
        ends = [end for end in ends if end >= 0]
        return self.text[opening + 1 : min(ends)] if ends else None

    def _opens(self, at: int) -> bool:
        """Whether a mark that looks the same on both sides opens: nothing or a space before, no space after."""
        before = self.text[at - 1] if at else " "
        return (before.isspace() or before in "([—–-=") and not self.text[at + 1].isspace()

    @cached_property
    def run(self) -> str:
        """The unbroken run of characters the name is part of, without the marks around it."""
        start, end = self.start, self.end
        while start and not self.text[start - 1].isspace() and self.start - start < 200:
            start -= 1
        while end < len(self.text) and not self.text[end].isspace() and end - self.end < 200:
            end += 1
        return self.text[start:end].strip(".,;:!?()[]“”\"'‘’*")


def is_abbreviation(word: str) -> bool:
    """Whether a word that ends in a full stop need not end a sentence: a title, an initial, a short form.

    >>> is_abbreviation("Mr."), is_abbreviation("V."), is_abbreviation("Rome."), is_abbreviation("Rome")
    (True, True, False, False)
    """
    return word.endswith(".") and _ABBREVIATED.search(word[:-1]) is not None


def _ends_abbreviation(text: str, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return False
    return _ABBREVIATED.search(text, max(0, match.start() - 8), match.start()) is not None
