"""Compiles packs into a name index for one house style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import starmap

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from faircopy.cleaners.names.casing import without_marks
from faircopy.cleaners.names.fuzzy_names import FuzzyNames, taken_words
from faircopy.cleaners.names.merging import merge_packs
from faircopy.cleaners.names.name_index import Entry, NameIndex, NamePart, Person, ProtectedPhrase, Surname, WholeName
from faircopy.cleaners.names.pack import ContextWords, Entity, Pack, Variant
from faircopy.cleaners.names.styling import ChosenForm, StyleChoice, Styling, styling_of
from faircopy.cleaners.names.surface_forms import key_word, longest_word, surface_forms

MOST_FOR_SPEED = 20_000  # keys up to which the faster automaton is built, which takes 2.5 kB per key instead of 0.1


def compile_index(packs: Sequence[Pack], choice: StyleChoice, shared: Sequence[ContextWords] = ()) -> NameIndex:
    """The index of some packs under a style. `shared` are contexts that count for every pack.

    Raises `UnknownStyle` for a style, or an entity in the user's own style, that no pack has.
    """
    pack = merge_packs(packs)
    styling = styling_of(pack, choice)
    forms = {entity.id: styling.form_of(entity) for entity in pack.entities}
    people = list(_people(pack, forms))
    by_key = _by_key([*_wholes(pack, forms), *_surnames(people), *starmap(_protected, pack.protected.items())])
    contexts = {context.name: context for context in (*shared, *pack.contexts)}
    words = {name: context.words for name, context in contexts.items()}
    subjects = {name: context for name, context in contexts.items() if context.where == "document"}
    about = [one for one in packs if _has_subject(one)]
    long_names = [name for one in about for name in _names_of(one, styling)]
    rivals = [word for one in about for word in _words_written(one)]
    return NameIndex(
        automaton=_automaton(list(by_key)),
        entries=tuple(tuple(found) for found in by_key.values()),
        contexts=contexts,
        forms={entity: chosen.form for entity, chosen in forms.items()},
        places=_places(pack, forms),
        kept_forms=_kept_forms(pack),
        given_names=frozenset(_given_names(pack)),
        people_by_surname={part.target: person for person in people for part in person.surnames.values()},
        document_contexts=tuple(subjects),
        fuzzy=FuzzyNames(long_names, rivals, taken_words(_words_written(pack), words), subjects.values()),
        context_words=words,
    )


def _by_key(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Index entries by the surface form that triggers them."""
    by_key: dict[str, list[Entry]] = {}
    for entry in entries:
        common_word = isinstance(entry, WholeName) and entry.entity.kind == "word"
        for key in surface_forms(entry.words, entry.key, capitalised=common_word):
            by_key.setdefault(key, []).append(entry)
    return by_key


def _places(pack: Pack, forms: Mapping[str, ChosenForm]) -> dict[str, Entity]:
    """The names of places, correct or not, to the place."""
    places = {entity.id: entity for entity in pack.entities if entity.kind == "place"}
    wrong = {v.text: places[v.entity] for v in pack.variants if v.policy == "apply" and v.entity in places}
    return wrong | {forms[entity.id].form: entity for entity in places.values()}


def _kept_forms(pack: Pack) -> dict[str, str]:
    """Other names of places that are left alone (Lemberg, Lwów), to the id of the place."""
    places = {entity.id for entity in pack.entities if entity.kind == "place"}
    return {v.text: v.entity for v in pack.variants if v.policy in ("suggest", "never") and v.entity in places}


def _has_subject(pack: Pack) -> bool:
    return any(context.where == "document" for context in pack.contexts)


def _names_of(pack: Pack, styling: Styling) -> Iterator[str]:
    """The forms of a pack's places and the surnames of its people, in the chosen style."""
    for entity in pack.entities:
        form = styling.form_of(entity).form
        if entity.kind == "place":
            yield form
        elif entity.surname:
            yield " ".join(form.split()[-len(entity.surname.split()) :])


def _automaton(keys: list[str]) -> AhoCorasick | None:
    if not keys:
        return None
    kind = Implementation.DFA if len(keys) <= MOST_FOR_SPEED else Implementation.ContiguousNFA
    return AhoCorasick(keys, matchkind=MatchKind.Standard, implementation=kind)


def _wholes(pack: Pack, forms: Mapping[str, ChosenForm]) -> Iterator[WholeName]:
    """The whole names that the style does not accept.

    A variant without diacritics keeps its target without them where that is accepted: Sao Paolo, Sao Paulo.
    """
    entities = {entity.id: entity for entity in pack.entities}
    accepted = {(variant.entity, variant.text) for variant in pack.variants if variant.kind == "style"}
    for variant in pack.variants:
        choice = forms[variant.entity]
        if not (choice.replaces_accepted or choice.form.isascii()) and variant.text.isascii():
            plain = without_marks(choice.form)
            choice = replace(choice, form=plain) if (variant.entity, plain) in accepted else choice
        if variant.part == "whole" and variant.policy != "never" and _changes(variant, choice):
            yield _whole_name(variant, entities[variant.entity], choice)
    for entity in pack.entities:
        choice = forms[entity.id]
        if choice.replaces_accepted and choice.form != entity.canonical and not entity.surname:
            canonical = Variant(entity.id, entity.canonical, "whole", "style", "style")
            yield _whole_name(canonical, entity, choice)


def _changes(variant: Variant, choice: ChosenForm) -> bool:
    """Whether the style gives a reason to change a variant; accepted spellings change only where the style decides.

    A style that normalises people decides on their surnames, and on given names that no house style prints.
    """
    if variant.text == choice.form:
        return False
    if variant.policy == "apply" or "style" not in (variant.policy, variant.kind):
        return True
    normalised = variant.part == "surname" or (variant.part == "given" and variant.kind != "style")
    return choice.replaces_accepted_in_people if normalised else choice.replaces_accepted


def _whole_name(variant: Variant, entity: Entity, choice: ChosenForm) -> WholeName:
    words = tuple(variant.text.split())
    return WholeName(words, key_word(words, choice.form), entity, variant, choice.form, choice.because)


def _protected(phrase: str, why: str) -> ProtectedPhrase:
    return ProtectedPhrase(tuple(phrase.split()), -1, why)


def _people(pack: Pack, forms: Mapping[str, ChosenForm]) -> Iterator[Person]:
    parts: dict[str, list[Variant]] = {}
    for variant in pack.variants:
        if variant.part != "whole":
            parts.setdefault(variant.entity, []).append(variant)
    for entity in pack.entities:
        if entity.surname:
            yield _person(entity, parts.get(entity.id, ()), forms[entity.id])


def _person(entity: Entity, variants: Sequence[Variant], choice: ChosenForm) -> Person:
    size = len(entity.surname.split())
    form = choice.form.split()
    given, surname = " ".join(form[:-size]), " ".join(form[-size:])
    right_given = entity.canonical.removesuffix(entity.surname).strip()
    return Person(
        entity,
        _parts(right_given, given, [v for v in variants if v.part == "given"], choice),
        _parts(entity.surname, surname, [v for v in variants if v.part == "surname"], choice),
    )


def _parts(canonical: str, target: str, variants: Sequence[Variant], choice: ChosenForm) -> dict[str, NamePart]:
    """Every surface form of a part of a person's name; one that is left alone is its own target."""
    parts = {target.lower(): NamePart(target, target, "right", "", "")}
    if canonical != target:
        parts[canonical.lower()] = NamePart(canonical, target, "style", "style", choice.because)
    for variant in variants:
        change = variant.policy != "never" and _changes(variant, choice) and variant.text != target
        goal, policy = (target, variant.policy) if change else (variant.text, "right")
        if variant.text.lower() not in parts:
            parts[variant.text.lower()] = NamePart(
                variant.text, goal, policy, variant.kind, choice.because, variant.contexts
            )
    return parts


def _surnames(people: Sequence[Person]) -> Iterator[Surname]:
    """The surnames to search for: those that may change, and those whose given name may."""
    bearers: dict[str, list[tuple[Person, NamePart]]] = {}
    for person in people:
        given_may_change = any(part.text != part.target for part in person.given_names.values())
        for part in person.surnames.values():
            if given_may_change or part.text != part.target or part.text in bearers:
                bearers.setdefault(part.text, []).append((person, part))
    for text, some in bearers.items():
        words = tuple(text.split())
        yield Surname(words, longest_word(words), tuple(some), any(part.text != part.target for _, part in some))


def _given_names(pack: Pack) -> Iterator[str]:
    for entity in pack.entities:
        if entity.surname and (given := entity.canonical.removesuffix(entity.surname).strip()):
            yield given
    yield from (variant.text for variant in pack.variants if variant.part == "given")


def _words_written(pack: Pack) -> frozenset[str]:
    """Every word of every name, in all its spellings."""
    names = [
        *(entity.canonical for entity in pack.entities),
        *(variant.text for variant in pack.variants),
        *(form.form for form in pack.forms),
        *pack.protected,
    ]
    return frozenset(word for name in names for word in name.split())
