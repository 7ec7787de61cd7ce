"""Whose surname it is: by the given name, the initial or the title before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaners.names.guards import Case
from cleaners.names.surroundings import Surroundings
from cleaners.names.table import Part, Person, Surname, Table

_GIVEN_BEFORE = re.compile(
    r"((?:[^\W\d_]\.[ \u00a0]?){1,3}|[^\W\d_][\w'’ʼ-]*)(?:[ \t\u00a0\u202f]+|[ \t]?\r?\n[ \t]?)\Z"
)
_GAP_TO_SURNAME = r"(?:[ \t\u00a0\u202f]+|[ \t]?\r?\n[ \t]?)\Z"
_STANDS_ALONE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person met in a text: where the name starts, and the parts found."""

    person: Person
    surname: Part
    given: Part | None
    start: int
    initial: bool = False


def bearers(text: str, start: int, entry: Surname, table: Table) -> list[Bearer] | None:
    """Who may be meant by a surname at `start`: those whose given name stands before it, else all.

    None where another given name stands there, so that it is somebody else.
    """
    before = given_before(text, start)
    if before is None:
        return [Bearer(person, part, None, start) for person, part in entry.bearers]
    word, at = before
    named = []
    for person, part in entry.bearers:
        given = _given_of(person, text, start)
        if given is not None:
            named.append(Bearer(person, part, given[0], given[1]))
        elif _is_initial_of(word, person):
            named.append(Bearer(person, part, None, start, initial=True))
    if named:
        return named
    if _names_somebody(text, at, start, word, table):
        return None
    return [Bearer(person, part, None, start) for person, part in entry.bearers]


def given_before(text: str, start: int) -> tuple[str, int] | None:
    """A capitalised word, or initials, right before a surname, and where it starts."""
    match = _GIVEN_BEFORE.search(text, max(0, start - 40), start)
    if match is None or not match[1][0].isupper():
        return None
    return match[1].strip(), match.start()


def _given_of(person: Person, text: str, start: int) -> tuple[Part, int] | None:
    """The person's given name before the surname, the longest that fits."""
    for part in sorted(person.givens.values(), key=lambda part: -len(part.text)):
        words = part.text.split()
        if not words:
            continue
        low = max(0, start - 60)
        pattern = r"(?<![\w-])" + r"\s{1,2}".join(re.escape(word) for word in words) + _GAP_TO_SURNAME
        match = re.search(pattern, text[low:start], re.IGNORECASE)
        if match and match[0][0].isupper():
            return part, low + match.start()
    return None


def _is_initial_of(word: str, person: Person) -> bool:
    letters = re.findall(r"[^\W\d_]", word)
    firsts = {given[:1] for given in person.givens}
    return "." in word and len(letters) <= 2 and letters[0].lower() in firsts


def _names_somebody(text: str, at: int, start: int, word: str, table: Table) -> bool:
    """Whether the capitalised word before a surname is a name, not a title, a country or a sentence's first word."""
    case = Case(Surroundings(text, at, start), table, "person", "", "")
    if "." in word and not case.listed("titles", word):
        return True
    if word in table.givens or case.listed("given-names", word):
        return True
    if any(case.listed(name, word) for name in ("titles", "openers", "role-words")):
        return False
    around = Surroundings(text, start, start)
    if around.in_capitals or around.is_headline:
        return False
    return not (around.opens_sentence and word.lower().endswith(("ed", "ing", "ly")))


def full_name_seen(text: str, person: Person) -> bool:
    """Whether the person's full name, in any of its forms, stands somewhere in the text."""
    for surname in person.surnames.values():
        at = text.find(surname.text)
        while at >= 0:
            if _given_of(person, text, at):
                return True
            at = text.find(surname.text, at + 1)
    return False


def others_of_that_surname(text: str, surname: str, table: Table, person: Person) -> bool:
    """Whether the text also names somebody else with this surname, so that it alone tells nothing."""
    at = text.find(surname)
    while at >= 0:
        before = given_before(text, at)
        if before and not _given_of(person, text, at) and not _is_initial_of(before[0], person):
            word = before[0]
            case = Case(Surroundings(text, at, at), table, "person", "", "")
            known = word in table.givens or case.listed("given-names", word)
            if known and _STANDS_ALONE.fullmatch(word):
                return True
        at = text.find(surname, at + 1)
    return False
