"""Who is meant by a surname: decided by the given name, initial or title before it, and by the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faircopy.cleaners.names.context import MentionContext, normalised
from faircopy.cleaners.names.evidence import VETO, Candidate, Evidence
from faircopy.cleaners.names.name_index import NameIndex, NamePart, Person, Surname
from faircopy.cleaners.names.sentences import is_abbreviation

REACH = 60  # code points before a surname that are searched for the given name
LONGEST_GIVEN_NAME = 3  # words
OUTWEIGHING = -8.0  # log-odds; outweighs every prior
_TOKEN = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_GAP = re.compile(r"[ \t\u00a0\u202f]+|[ \t]?\r?\n[ \t]?")
_OPENING = "([{“\"'‘—–*_"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person of the packs named in a text: the parts of the name found, and where it starts (code points)."""

    person: Person
    surname: NamePart
    given: NamePart | None
    start: int


@dataclass(frozen=True, slots=True)
class PrecedingWords:
    """Up to three words right before a surname, the nearest last, each with where it starts."""

    words: tuple[tuple[str, int], ...]

    @property
    def nearest(self) -> str:
        """The word right before the surname, or the empty string."""
        return self.words[-1][0] if self.words else ""

    def given_name_of(self, person: Person) -> tuple[NamePart, int] | None:
        """The longest given name of the person that ends right before the surname, and where it starts."""
        for size in range(len(self.words), 0, -1):
            nearest = self.words[-size:]
            first, start = nearest[0]
            part = person.given_names.get(" ".join(word for word, _ in nearest).lower())
            if part is not None and first[0].isupper():
                return part, start
        return None

    def is_initial_of(self, person: Person) -> bool:
        """Whether the nearest word is the initial of one of the person's given names."""
        letter = self.nearest[:1].lower()
        return bool(_INITIALS.fullmatch(self.nearest)) and any(given.startswith(letter) for given in person.given_names)


def words_before(text: str, start: int) -> PrecedingWords:
    """The words right before a surname, back to the nearest opening mark, bracket or wide gap."""
    low = max(0, start - REACH)
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(text, low, start)]
    words: list[tuple[str, int]] = []
    follows = start
    for word, at in reversed(tokens[-LONGEST_GIVEN_NAME:]):
        if not _GAP.fullmatch(text[at + len(word) : follows]):
            break
        bare = word.lstrip(_OPENING)
        if not bare or not (bare[-1].isalnum() or is_abbreviation(bare)):
            break
        words.append((bare, at + len(word) - len(bare)))
        if bare != word or (bare[-1] == "." and not _INITIALS.fullmatch(bare)):
            break
        follows = at
    return PrecedingWords(tuple(reversed(words)))


def _follows_a_capital(text: str, start: int) -> bool:
    """Whether the word before has a capital: a fast check, since most surnames have no given name before them."""
    words = text[max(0, start - REACH) : start].rsplit(None, 1)
    return bool(words) and any(map(str.isupper, words[-1]))


class PersonResolver:
    """Decides who is meant by the surnames in one text. What the text says about a person is cached."""

    def __init__(self, text: str, index: NameIndex) -> None:
        self._text = text
        self._index = index
        self._named_in_full: dict[str, bool] = {}
        self._shared: dict[tuple[str, str], bool] = {}

    def resolve(self, start: int, entry: Surname) -> PersonMention | None:
        """Who is meant by a surname at `start` (code points): the bearer whose given name precedes it, or the only one.

        None if another given name comes before it, if two people may be meant, or if nothing would change.
        """
        if not entry.may_change and not _follows_a_capital(self._text, start):
            return None
        before = words_before(self._text, start)
        named = [
            PersonMention(person, part, *given)
            for person, part in entry.bearers
            if (given := before.given_name_of(person)) is not None
        ]
        if not named and entry.may_change:
            bearers = [bearer for bearer in entry.bearers if before.is_initial_of(bearer[0])]
            if not bearers and not self._follows_a_name(before, start):
                bearers = list(entry.bearers)
            named = [PersonMention(person, part, None, start) for person, part in bearers]
        if len(named) > 1:
            named = [mention for mention in named if self.is_named_in_full(mention.person)]
        return named[0] if len(named) == 1 else None

    def evidence(self, mention: PersonMention) -> Iterator[Evidence]:
        """The evidence in the text for and against the person being meant."""
        if mention.given is not None:
            yield Evidence(3.0, "the given name comes before it")
            return
        if mention.surname.policy == "full_name":
            yield Evidence(VETO, "no given name before it")
            return
        if self._is_shared(mention.surname.text, mention.person):
            yield Evidence(OUTWEIGHING, "somebody else with this surname is named too")
        if mention.surname.policy in ("in_document", "suggest"):
            if self.is_named_in_full(mention.person):
                yield Evidence(1.0, f"{mention.person.entity.canonical} is named in the document")
            else:
                yield Evidence(OUTWEIGHING, "the full name is not in the document")

    def is_named_in_full(self, person: Person) -> bool:
        """Whether the text has the person's full name somewhere, in any of its forms."""
        key = person.entity.id
        if key not in self._named_in_full:
            places = (at for part in person.surnames.values() for at in self._occurrences(part.text))
            self._named_in_full[key] = any(words_before(self._text, at).given_name_of(person) for at in places)
        return self._named_in_full[key]

    def _is_shared(self, surname: str, person: Person) -> bool:
        """Whether the text also names somebody else with this surname, so that the surname alone is ambiguous."""
        key = (surname, person.entity.id)
        if key not in self._shared:
            before = (words_before(self._text, at) for at in self._occurrences(surname))
            self._shared[key] = any(self._is_someone_else(one, person) for one in before)
        return self._shared[key]

    def _is_someone_else(self, before: PrecedingWords, person: Person) -> bool:
        """Whether the surname after these words belongs to somebody other than the person."""
        word = before.nearest
        if not word[:1].isupper() or before.given_name_of(person) or before.is_initial_of(person):
            return False
        return self._is_given_name(word)

    def _follows_a_name(self, before: PrecedingWords, start: int) -> bool:
        """Whether the word before a surname is a name, not a title, a country or the first word of a sentence."""
        word = before.nearest
        if not word[:1].isupper():
            return False
        context = MentionContext(self._text, start, start)
        candidate = Candidate(context, self._index, "person", "", "")
        if candidate.is_listed(word.rpartition("-")[2], "titles"):
            return False
        if _INITIALS.fullmatch(word) or self._is_given_name(word):
            return True
        if candidate.is_listed(word, "openers") or candidate.is_listed(word, "role-words"):
            return False
        if context.in_capitals or context.in_title_case:
            return False
        return not (context.follows_first_word and word.lower().endswith(("ed", "ing", "ly")))

    def _is_given_name(self, word: str) -> bool:
        return word in self._index.given_names or normalised(word) in self._index.context_words.get("given-names", ())

    def _occurrences(self, words: str) -> Iterator[int]:
        return (match.start() for match in re.finditer(re.escape(words), self._text))
