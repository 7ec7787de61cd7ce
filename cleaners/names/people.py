"""Whose surname it is: by the given name, the initial or the title before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faircopy.cleaners.names.context import Surroundings, is_abbreviation, plain
from faircopy.cleaners.names.evidence import CERTAIN, Case, Evidence
from faircopy.cleaners.names.name_index import Part, Person, Surname, Table

REACH = 60  # code points before a surname within which the given name is looked for
LONGEST_GIVEN = 3  # words
_TOKEN = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_GAP = re.compile(r"[ \t\u00a0\u202f]+|[ \t]?\r?\n[ \t]?")
_OPENING = "([{“\"'‘—–*_"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person met in a text: where the name starts, and the parts found."""

    person: Person
    surname: Part
    given: Part | None
    start: int


@dataclass(frozen=True, slots=True)
class Before:
    """Up to three words right before a surname, the nearest last, each with where it starts."""

    words: tuple[tuple[str, int], ...]

    @property
    def nearest(self) -> str:
        """The word right before the surname, or nothing."""
        return self.words[-1][0] if self.words else ""

    def given_of(self, person: Person) -> tuple[Part, int] | None:
        """The person's given name, the longest that fits, and where it starts."""
        for size in range(len(self.words), 0, -1):
            some = self.words[-size:]
            part = person.givens.get(" ".join(word for word, _ in some).lower())
            if part is not None and some[0][0][0].isupper():
                return part, some[0][1]
        return None

    def is_initial_of(self, person: Person) -> bool:
        """Whether the nearest word is the initial of one of the person's given names."""
        letter = self.nearest[:1].lower()
        return bool(_INITIALS.fullmatch(self.nearest)) and any(given.startswith(letter) for given in person.givens)


def words_before(text: str, start: int) -> Before:
    """The words right before a surname: from the last opening mark, bracket or wide gap on."""
    low = max(0, start - REACH)
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(text, low, start)]
    words: list[tuple[str, int]] = []
    follows = start
    for word, at in reversed(tokens[-LONGEST_GIVEN:]):
        if not _GAP.fullmatch(text[at + len(word) : follows]):
            break
        bare = word.lstrip(_OPENING)
        if not bare or not (bare[-1].isalnum() or is_abbreviation(bare)):
            break
        words.append((bare, at + len(word) - len(bare)))
        if bare != word or (bare[-1] == "." and not _INITIALS.fullmatch(bare)):
            break
        follows = at
    return Before(tuple(reversed(words)))


def _follows_a_capital(text: str, start: int) -> bool:
    """Whether the word before has a capital, as a given name does: a quick look, for most surnames stand alone."""
    words = text[max(0, start - REACH) : start].rsplit(None, 1)
    return bool(words) and any(map(str.isupper, words[-1]))


class Readings:
    """What one text says of the people in the packs; each thing is read once."""

    def __init__(self, text: str, table: Table) -> None:
        self._text = text
        self._table = table
        self._full: dict[str, bool] = {}
        self._others: dict[tuple[str, str], bool] = {}

    def bearer(self, start: int, entry: Surname) -> Bearer | None:
        """Who is meant by a surname at `start`: who bears the given name before it, else who alone may be meant.

        None where another given name stands there, where two may be meant, and where nothing could change.
        """
        if not entry.changes and not _follows_a_capital(self._text, start):
            return None
        before = words_before(self._text, start)
        named = [
            Bearer(person, part, *given)
            for person, part in entry.bearers
            if (given := before.given_of(person)) is not None
        ]
        if not named and not entry.changes:
            return None
        if not named:
            named = [
                Bearer(person, part, None, start) for person, part in entry.bearers if before.is_initial_of(person)
            ]
        if not named and not self._names_somebody(before, start):
            named = [Bearer(person, part, None, start) for person, part in entry.bearers]
        if len(named) > 1:
            named = [bearer for bearer in named if self.full_name_seen(bearer.person)]
        return named[0] if len(named) == 1 else None

    def about(self, bearer: Bearer) -> Iterator[Evidence]:
        """What the text says for and against a person being meant."""
        if bearer.given is not None:
            yield Evidence(3.0, "the given name stands before it")
            return
        if bearer.surname.policy == "full_name":
            yield Evidence(CERTAIN, "it stands without the given name")
            return
        if self._others_named(bearer.surname.text, bearer.person):
            yield Evidence(-8.0, "somebody else of that surname is named too")
        if bearer.surname.policy in ("in_document", "suggest"):
            if self.full_name_seen(bearer.person):
                yield Evidence(1.0, f"{bearer.person.entity.canonical} is named in the document")
            else:
                yield Evidence(-8.0, "the full name is not in the document")

    def full_name_seen(self, person: Person) -> bool:
        """Whether the person's full name, in any of its forms, stands somewhere in the text."""
        key = person.entity.id
        if key not in self._full:
            places = (at for part in person.surnames.values() for at in self._places_of(part.text))
            self._full[key] = any(words_before(self._text, at).given_of(person) for at in places)
        return self._full[key]

    def _others_named(self, surname: str, person: Person) -> bool:
        """Whether the text also names somebody else with this surname, so that it alone tells nothing."""
        key = (surname, person.entity.id)
        if key not in self._others:
            before = (words_before(self._text, at) for at in self._places_of(surname))
            self._others[key] = any(self._is_another(one, person) for one in before)
        return self._others[key]

    def _is_another(self, before: Before, person: Person) -> bool:
        word = before.nearest
        if not word[:1].isupper() or before.given_of(person) or before.is_initial_of(person):
            return False
        return self._is_given_name(word)

    def _names_somebody(self, before: Before, start: int) -> bool:
        """Whether the word before a surname is a name, not a title, a country or a sentence's first word."""
        word = before.nearest
        if not word[:1].isupper():
            return False
        around = Surroundings(self._text, start, start)
        case = Case(around, self._table, "person", "", "")
        if case.listed("titles", word.rpartition("-")[2]):
            return False
        if _INITIALS.fullmatch(word) or self._is_given_name(word):
            return True
        if case.listed("openers", word) or case.listed("role-words", word):
            return False
        if around.in_capitals or around.is_headline:
            return False
        return not (around.opens_sentence and word.lower().endswith(("ed", "ing", "ly")))

    def _is_given_name(self, word: str) -> bool:
        return word in self._table.givens or plain(word) in self._table.words.get("given-names", ())

    def _places_of(self, words: str) -> Iterator[int]:
        return (match.start() for match in re.finditer(re.escape(words), self._text))
