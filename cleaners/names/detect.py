"""From the places of a text where a name stands to the edits that put it right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import APPLIED, Edit
from faircopy.cleaners.names.context import Surroundings
from faircopy.cleaners.names.evidence import Case, Evidence
from faircopy.cleaners.names.explanation import make_edit
from faircopy.cleaners.names.mentions import Sighting, sightings, without_overlaps
from faircopy.cleaners.names.name_index import Part, Person, Surname, Table, Written
from faircopy.cleaners.names.pack import Entity
from faircopy.cleaners.names.people import Bearer, Readings, words_before
from faircopy.cleaners.names.scoring import decide

MOST_NEIGHBOURS = 2  # other places and people of a country that count
# From the most careful policy to the least.
POLICIES = ("suggest", "context", "full_name", "in_document", "style", "apply")


class Finder:
    """The names of one text. What the text says of a person is read once."""

    def __init__(self, text: str, table: Table) -> None:
        self._text = text
        self._table = table
        self._people = Readings(text, table)

    def edits(self) -> Iterator[Edit]:
        """Every name to change or to suggest a change for, in text order; after them, slips."""
        for some in without_overlaps(sightings(self._text, self._table)):
            edits = [edit for sighting in some if (edit := self._edit(sighting)) is not None]
            yield from sorted(edits, key=lambda edit: edit.status != APPLIED)[:1]
        yield from self._slips()

    def _edit(self, sighting: Sighting) -> Edit | None:
        if isinstance(sighting.entry, Written):
            return self._whole(sighting, sighting.entry)
        return self._person(sighting, sighting.entry) if isinstance(sighting.entry, Surname) else None

    def _whole(self, sighting: Sighting, entry: Written) -> Edit | None:
        variant, entity = entry.variant, entry.entity
        around = Surroundings(self._text, sighting.start, sighting.end)
        case = Case(around, self._table, entity.kind, variant.kind, entry.target, entity.country)
        neighbours = tuple(_neighbours(case))
        decision = decide(case, variant.policy, variant.contexts, neighbours, answered=bool(neighbours))
        return make_edit(case, variant.kind, decision, entry.because)

    def _person(self, sighting: Sighting, entry: Surname) -> Edit | None:
        bearer = self._people.bearer(sighting.start, entry)
        if bearer is None or (bearer.given is not None and _goes_on(self._text, sighting.end)):
            return None
        parts = [part for part in (bearer.given, bearer.surname) if part is not None]
        changing = [part for part in parts if part.text != part.target]
        if not changing or (len(changing) < len(parts) and _accepted(parts)):
            return None
        kind = next((part.kind for part in changing if part.kind != "style"), "style")
        around = Surroundings(self._text, bearer.start, sighting.end)
        entity = bearer.person.entity
        case = Case(around, self._table, "person", kind, " ".join(part.target for part in parts), entity.country)
        contexts = tuple(name for part in changing for name in part.contexts)
        neighbours = tuple(_neighbours(case)) if contexts else ()
        evidence = (*self._people.about(bearer), *neighbours)
        decision = decide(case, _policy(bearer, changing), contexts, evidence, answered=bool(neighbours))
        return make_edit(case, kind, decision, changing[0].because, entity.canonical)

    def _slips(self) -> Iterator[Edit]:
        """Names one slip away from a long name that the text speaks for."""
        table = self._table
        for near in table.near.near(self._text) if table.near else ():
            around = Surroundings(self._text, near.start, near.start + len(near.word))
            person = table.bearers.get(near.name)
            place = table.places.get(near.name)
            country = place.country if place else ""
            case = Case(around, table, "person" if person else "place", "misspelling", near.name, country)
            evidence = tuple(self._for_a_slip(case, person))
            decision = decide(case, "context", table.subjects, evidence, answered=True)
            if evidence and (edit := make_edit(case, "fuzzy", decision)):
                yield edit

    def _for_a_slip(self, case: Case, person: Person | None) -> Iterator[Evidence]:
        if person is not None:
            before = words_before(self._text, case.around.start)
            alone = not before.nearest[:1].isupper() or before.given_of(person)
            if alone and self._people.full_name_seen(person):
                yield Evidence(2.5, f"{person.entity.canonical} is named in the document")
        elif re.search(rf"\b{case.target}\b", self._text):
            yield Evidence(2.5, f"{case.target} stands in the document")
        else:
            yield from _neighbours(case)


def _goes_on(text: str, end: int) -> bool:
    """Whether a surname goes on: Steven Hawkings, Hilary Clinton-Smith are somebody else."""
    follows = text[end : end + 2]
    return follows[:1].isalnum() or (follows[:1] in ("-", "\N{NON-BREAKING HYPHEN}") and follows[1:].isupper())


def _accepted(parts: list[Part]) -> bool:
    """A full name of accepted spellings stays or changes as one: no Svetlana Tsikhanouskaya."""
    return all(part.kind == "style" for part in parts)


def _policy(bearer: Bearer, changing: list[Part]) -> str:
    """The most careful policy among the parts that change; a full name needs no more evidence."""
    policy = min((part.policy for part in changing), key=POLICIES.index)
    return "apply" if bearer.given is not None and policy in ("in_document", "full_name") else policy


def _neighbours(case: Case) -> Iterator[Evidence]:
    """Other places of the same country in the sentence, or a person of it; two say more than one."""
    if case.entity_kind not in ("place", "person") or not case.country:
        return
    seen: dict[str, str] = {}
    for word in (*case.around.words_before, *case.around.words_after):
        bare = word.removesuffix("’s").removesuffix("'s")
        other = case.table.places.get(bare) or _bearer_of(bare, case)
        if other is not None and other.country == case.country and case.table.forms[other.id] != case.target:
            seen.setdefault(other.id, bare)
    if seen:
        some = list(seen.values())[:MOST_NEIGHBOURS]
        yield Evidence(1.0 + len(some), f"{' and '.join(some)} in the same sentence")


def _bearer_of(surname: str, case: Case) -> Entity | None:
    person = case.table.bearers.get(surname)
    return person.entity if person else None
