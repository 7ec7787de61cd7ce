"""The stage `names`: people, places and organisations as the packs and the chosen style write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.document import Document, Findings
from cleaners.edits import APPLIED, SUGGESTED, Edit
from cleaners.names.case import Case, Evidence
from cleaners.names.lettering import fitted
from cleaners.names.pack import Variant
from cleaners.names.people import Bearer, bearers, full_name_seen, others_of_that_surname, words_before
from cleaners.names.sightings import Sighting, sightings, without_overlaps
from cleaners.names.surroundings import Surroundings
from cleaners.names.table import Part, Person, Surname, Table, Written
from cleaners.names.weighing import Decision, decide

if TYPE_CHECKING:
    from cleaners.resources import Resources

# The rule a change is logged under, by the kind of the variant.
RULES = {
    "misspelling": "names/misspelling",
    "capital": "names/lost-capital",
    "transliteration": "names/transliteration",
    "exonym": "names/transliteration",
    "former name": "names/former-name",
    "style": "names/house-style",
    "right": "names/house-style",
    "slip": "names/fuzzy",
}
CALLED = {
    "misspelling": "a misspelling of",
    "capital": "the name without its capital:",
    "transliteration": "another transliteration of",
    "exonym": "an older English form of",
    "former name": "a former name of",
    "style": "an accepted spelling of",
    "right": "an accepted spelling of",
    "slip": "one slip away from",
}
# The contexts that a name one slip away listens to.
COUNTRY_CONTEXTS = ("ukraine", "ukraine-document")


def normalise_names(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Find names to be written as the packs and the chosen style have them."""
    table = resources.names
    return [Findings(tuple(names_in(document.text, table))) for document in batch]


def names_in(text: str, table: Table) -> Iterator[Edit]:
    """Every name to change or to suggest a change for, in text order."""
    found = sightings(text, table)
    yield from _slips(text, table)
    for sighting in sorted(without_overlaps(found), key=lambda s: s.start):
        entry = sighting.entry
        if isinstance(entry, Written):
            edit = _whole(text, sighting, entry, table)
        elif isinstance(entry, Surname):
            edit = _person(text, sighting, entry, table)
        else:
            continue
        if edit is not None and edit.before != edit.after:
            yield edit


def _slips(text: str, table: Table) -> Iterator[Edit]:
    """Names one slip away from a long name that the text speaks for."""
    if table.near is None:
        return
    for near in table.near.near(text):
        around = Surroundings(text, near.start, near.start + len(near.word))
        person = table.bearers.get(near.name)
        kind = "person" if person else "place"
        case = Case(around, table, kind, "misspelling", near.name, table.places.get(near.name, ""))
        evidence = tuple(_for_a_slip(case, person))
        if evidence:
            decision = decide(case, "context", COUNTRY_CONTEXTS, evidence)
            yield from filter(None, [_edit(case, "slip", near.name, decision, "")])


def _for_a_slip(case: Case, person: Person | None) -> Iterator[Evidence]:
    text, name = case.around.text, case.target
    if person is not None:
        before = words_before(text, case.around.start)
        if full_name_seen(text, person) and (not before.nearest[:1].isupper() or before.given_of(person)):
            yield Evidence(2.5, f"{person.entity.canonical} is named in the document")
    elif re.search(rf"\b{name}\b", text):
        yield Evidence(2.5, f"{name} stands in the document")
    else:
        yield from _neighbours(case)


def _whole(text: str, sighting: Sighting, entry: Written, table: Table) -> Edit | None:
    around = Surroundings(text, sighting.start, sighting.end)
    variant, entity = entry.variant, entry.entity
    case = Case(around, table, entity.kind, variant.kind, entry.target, entity.country)
    decision = decide(case, variant.policy, variant.contexts, tuple(_neighbours(case)))
    return _edit(case, variant.kind, _written_out(case, entry.target), decision, entry.because)


def _written_out(case: Case, target: str) -> str:
    """The target in the letters of what was found; a small initial becomes a capital where a sentence begins."""
    after = fitted(case.found, target)
    return after[0].upper() + after[1:] if case.found[0].isupper() and not case.around.words_before else after


def _neighbours(case: Case) -> Iterator[Evidence]:
    """Another place of the same country in the sentence."""
    if case.entity_kind == "place" and case.country:
        words = (*case.around.words_before, *case.around.words_after)
        places = case.table.places
        bare = (word.removesuffix("’s").removesuffix("'s") for word in words)
        near = next((word for word in bare if places.get(word) == case.country and word != case.target), "")
        if near:
            yield Evidence(2.0, f"{near} stands in the same sentence")


def _person(text: str, sighting: Sighting, entry: Surname, table: Table) -> Edit | None:
    some = bearers(text, sighting.start, entry, table)
    if some is None:
        return None
    if len(some) > 1:
        some = [bearer for bearer in some if full_name_seen(text, bearer.person)]
    if len(some) != 1:
        return None
    [bearer] = some
    parts = [part for part in (bearer.given, bearer.surname) if part is not None]
    changing = [part for part in parts if part.text != part.target]
    if not changing or (len(changing) < len(parts) and _is_accepted_whole(parts)):
        return None
    target = " ".join(part.target for part in parts)
    around = Surroundings(text, bearer.start, sighting.end)
    worst = max(changing, key=lambda part: ("misspelling", "transliteration").count(part.kind))
    case = Case(around, table, "person", worst.kind, target)
    decision = decide(case, _policy(bearer, changing), (), tuple(_about(text, bearer, table)))
    after = _written_out(case, target)
    return _edit(case, worst.kind, after, decision, worst.because, bearer.person.entity.canonical)


def _is_accepted_whole(parts: list[Part]) -> bool:
    """A full name of accepted spellings stays or changes as one: no Svetlana Tsikhanouskaya."""
    return all(part.kind == "style" for part in parts)


def _policy(bearer: Bearer, changing: list[Part]) -> str:
    """The most careful policy among the parts that change; a full name needs no more evidence."""
    policies = {part.policy for part in changing}
    careful = next((p for p in ("suggest", "context", "in_document", "style", "apply") if p in policies), "apply")
    return "apply" if bearer.given is not None and careful == "in_document" else careful


def _about(text: str, bearer: Bearer, table: Table) -> Iterator[Evidence]:
    """What the document says of the person."""
    if bearer.given is not None:
        yield Evidence(3.0, "the given name stands before it")
        return
    if others_of_that_surname(text, bearer.surname.text, table, bearer.person):
        yield Evidence(-8.0, "somebody else of that surname is named too")
    if bearer.surname.policy in ("in_document", "suggest"):
        if full_name_seen(text, bearer.person):
            yield Evidence(1.0, f"{bearer.person.entity.canonical} is named in the document")
        else:
            yield Evidence(-8.0, "the full name is not in the document")


def _edit(case: Case, kind: str, after: str, decision: Decision, because: str, whole: str = "") -> Edit | None:
    if decision.action == "leave":
        return None
    around = case.around
    return Edit(
        stage="names",
        rule=RULES[kind],
        start=around.start,
        before=case.found,
        after=after,
        reason=_reason(case, kind, decision, because, whole),
        confidence=decision.confidence,
        status=APPLIED if decision.action == "apply" else SUGGESTED,
    )


def _reason(case: Case, kind: str, decision: Decision, because: str, whole: str) -> str:
    of = whole or case.target
    text = f"{CALLED[kind]} {of}" + (f" ({because})" if because else "")
    pro = [one.says for one in decision.evidence if one.weight > 0]
    con = [one.says for one in decision.evidence if one.weight < 0]
    if pro:
        text += f"; for it: {', '.join(pro)}"
    if con:
        text += f"; against it: {', '.join(con)}"
    return text


__all__ = ["Variant", "names_in", "normalise_names"]
