"""From the mentions in a text to the edits of the stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import APPLIED, Edit
from faircopy.cleaners.names.context import MentionContext
from faircopy.cleaners.names.evidence import Candidate, Evidence
from faircopy.cleaners.names.explanation import make_edit
from faircopy.cleaners.names.fuzzy_names import FuzzyMatch
from faircopy.cleaners.names.mentions import Mention, find_mentions, without_overlaps
from faircopy.cleaners.names.name_index import NameIndex, NamePart, Person, Surname, WholeName
from faircopy.cleaners.names.pack import Entity
from faircopy.cleaners.names.people import PersonMention, PersonResolver, words_before
from faircopy.cleaners.names.scoring import decide

MOST_NEIGHBOURS = 2  # other places and people of the country that count
IN_DOCUMENT = 2.5  # log-odds for a fuzzy match where the document has the right form
# From the most careful policy to the least.
POLICIES = ("suggest", "context", "full_name", "in_document", "style", "apply")


class NameDetector:
    """Finds the names to change in one text. What the text says about people is read once."""

    def __init__(self, text: str, index: NameIndex) -> None:
        self._text = text
        self._index = index
        self._people = PersonResolver(text, index)

    def edits(self) -> Iterator[Edit]:
        """Applied and suggested edits in text order, those of fuzzy matches last.

        Applied edits do not overlap, except with those of fuzzy matches.
        """
        for group in without_overlaps(find_mentions(self._text, self._index)):
            edits = [edit for mention in group if (edit := self._edit(mention)) is not None]
            yield from sorted(edits, key=lambda edit: edit.status != APPLIED)[:1]
        for match in self._index.fuzzy.find(self._text) if self._index.fuzzy else ():
            if (edit := self._edit_of_fuzzy_match(match)) is not None:
                yield edit

    def _edit(self, mention: Mention) -> Edit | None:
        if isinstance(mention.entry, WholeName):
            return self._edit_of_whole_name(mention, mention.entry)
        return self._edit_of_person(mention, mention.entry) if isinstance(mention.entry, Surname) else None

    def _edit_of_whole_name(self, mention: Mention, entry: WholeName) -> Edit | None:
        variant, entity = entry.variant, entry.entity
        context = MentionContext(self._text, mention.start, mention.end)
        candidate = Candidate(context, self._index, entity.kind, variant.kind, entry.target, entity.country)
        neighbours = tuple(_neighbours(candidate))
        decision = decide(candidate, variant.policy, variant.contexts, neighbours, stands_in=bool(neighbours))
        return make_edit(candidate, variant.kind, decision, entry.because)

    def _edit_of_person(self, mention: Mention, entry: Surname) -> Edit | None:
        person = self._people.resolve(mention.start, entry)
        if person is None or (person.given is not None and _name_continues(self._text, mention.end)):
            return None
        parts = [part for part in (person.given, person.surname) if part is not None]
        changing = [part for part in parts if part.text != part.target]
        if not changing or (len(changing) < len(parts) and _all_accepted(parts)):
            return None
        kind = next((part.kind for part in changing if part.kind != "style"), "style")
        context = MentionContext(self._text, person.start, mention.end)
        entity = person.person.entity
        target = " ".join(part.target for part in parts)
        candidate = Candidate(context, self._index, "person", kind, target, entity.country)
        named_contexts = tuple(name for part in changing for name in part.contexts)
        neighbours = tuple(_neighbours(candidate)) if named_contexts else ()
        evidence = (*self._people.evidence(person), *neighbours)
        policy = _policy(person, changing)
        decision = decide(candidate, policy, named_contexts, evidence, stands_in=bool(neighbours))
        return make_edit(candidate, kind, decision, changing[0].because, entity.canonical)

    def _edit_of_fuzzy_match(self, match: FuzzyMatch) -> Edit | None:
        index = self._index
        context = MentionContext(self._text, match.start, match.start + len(match.word))
        person = index.people_by_surname.get(match.name)
        place = index.places.get(match.name)
        kind, country = "person" if person else "place", place.country if place else ""
        candidate = Candidate(context, index, kind, "misspelling", match.name, country)
        evidence = tuple(self._evidence_for_fuzzy_match(candidate, person))
        decision = decide(candidate, "context", index.document_contexts, evidence, stands_in=True)
        return make_edit(candidate, "fuzzy", decision) if evidence else None

    def _evidence_for_fuzzy_match(self, candidate: Candidate, person: Person | None) -> Iterator[Evidence]:
        if person is not None:
            before = words_before(self._text, candidate.context.start)
            is_meant = not before.nearest[:1].isupper() or before.given_name_of(person)
            if is_meant and self._people.is_named_in_full(person):
                yield Evidence(IN_DOCUMENT, f"{person.entity.canonical} is named in the document")
        elif re.search(rf"\b{candidate.target}\b", self._text):
            yield Evidence(IN_DOCUMENT, f"{candidate.target} is in the document")
        else:
            yield from _neighbours(candidate)


def _name_continues(text: str, end: int) -> bool:
    """Whether a surname continues: Steven Hawkings and Hilary Clinton-Smith are other people."""
    follows = text[end : end + 2]
    return follows[:1].isalnum() or (follows[:1] in ("-", "\N{NON-BREAKING HYPHEN}") and follows[1:].isupper())


def _all_accepted(parts: list[NamePart]) -> bool:
    """Whether both parts are accepted spellings: they then change together or not (no Svetlana Tsikhanouskaya)."""
    return all(part.kind == "style" for part in parts)


def _policy(mention: PersonMention, changing: list[NamePart]) -> str:
    """The most careful policy of the parts that change; a full name needs no further evidence."""
    policy = min((part.policy for part in changing), key=POLICIES.index)
    return "apply" if mention.given is not None and policy in ("in_document", "full_name") else policy


def _neighbours(candidate: Candidate) -> Iterator[Evidence]:
    """Other places or people of the same country in the sentence; two weigh more than one."""
    if candidate.entity_kind not in ("place", "person") or not candidate.country:
        return
    seen: dict[str, str] = {}
    for word in (*candidate.context.words_before, *candidate.context.words_after):
        bare = word.removesuffix("’s").removesuffix("'s")
        other = candidate.index.places.get(bare) or _person_entity(bare, candidate)
        if other is None or other.country != candidate.country:
            continue
        if candidate.index.forms[other.id] != candidate.target:
            seen.setdefault(other.id, bare)
    if seen:
        names = list(seen.values())[:MOST_NEIGHBOURS]
        yield Evidence(1.0 + len(names), f"{' and '.join(names)} in the same sentence")


def _person_entity(surname: str, candidate: Candidate) -> Entity | None:
    person = candidate.index.people_by_surname.get(surname)
    return person.entity if person else None
