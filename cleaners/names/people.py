"""Whose surname it is: by the given name, the initial or the title before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaners.names.case import Case
from cleaners.names.surroundings import Surroundings, is_abbreviation
from cleaners.names.table import Part, Person, Surname, Table

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


def bearers(text: str, start: int, entry: Surname, table: Table) -> list[Bearer] | None:
    """Who may be meant by a surname at `start`: those whose given name stands before it, else all.

    None where another given name stands there, so that it is somebody else.
    """
    before = words_before(text, start)
    named = []
    for person, part in entry.bearers:
        given = before.given_of(person)
        if given is not None:
            named.append(Bearer(person, part, *given))
        elif before.is_initial_of(person):
            named.append(Bearer(person, part, None, start))
    if named:
        full = [bearer for bearer in named if bearer.given is not None]
        return full or named
    if _names_somebody(text, before, start, table):
        return None
    return [Bearer(person, part, None, start) for person, part in entry.bearers]


def _names_somebody(text: str, before: Before, start: int, table: Table) -> bool:
    """Whether the word before a surname is a name, not a title, a country or a sentence's first word."""
    word = before.nearest
    if not word or not word[0].isupper():
        return False
    around = Surroundings(text, start, start)
    case = Case(around, table, "person", "", "")
    if case.listed("titles", word.rpartition("-")[2]):
        return False
    if _INITIALS.fullmatch(word) or _is_given_name(word, case):
        return True
    if case.listed("openers", word) or case.listed("role-words", word):
        return False
    if around.in_capitals or around.is_headline:
        return False
    return not (around.opens_sentence and word.lower().endswith(("ed", "ing", "ly")))


def _is_given_name(word: str, case: Case) -> bool:
    return word in case.table.givens or case.listed("given-names", word)


def full_name_seen(text: str, person: Person) -> bool:
    """Whether the person's full name, in any of its forms, stands somewhere in the text."""
    return any(words_before(text, at).given_of(person) for at in _places_of(text, person))


def _places_of(text: str, person: Person) -> list[int]:
    return [match.start() for part in person.surnames.values() for match in re.finditer(re.escape(part.text), text)]


def others_of_that_surname(text: str, surname: str, table: Table, person: Person) -> bool:
    """Whether the text also names somebody else with this surname, so that it alone tells nothing."""
    for match in re.finditer(re.escape(surname), text):
        before = words_before(text, match.start())
        word = before.nearest
        if not word or not word[0].isupper() or before.given_of(person) or before.is_initial_of(person):
            continue
        if _is_given_name(word, Case(Surroundings(text, match.start(), match.start()), table, "person", "", "")):
            return True
    return False
