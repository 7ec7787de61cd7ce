"""Packs and a style compiled into the table that texts are looked up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product, starmap

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from faircopy.cleaners.names.casing import without_marks
from faircopy.cleaners.names.fuzzy_names import Neighbourhood, taken_words
from faircopy.cleaners.names.mentions import APOSTROPHES
from faircopy.cleaners.names.merging import merged
from faircopy.cleaners.names.name_index import Entry, Part, Person, Protected, Surname, Table, Written
from faircopy.cleaners.names.pack import Context, Entity, Pack, Variant
from faircopy.cleaners.names.styling import Choice, Chosen, Styling, styling_of

GAPS = (" ", "\n", "\N{NO-BREAK SPACE}")
SHORTEST_KEY = 5  # letters
MOST_FOR_SPEED = 20_000  # keys up to which the faster automaton is built: 2.5 kB a key instead of 0.1
MOST_GAPS = 2  # gaps in a name of which every combination is looked for; beyond, the gaps are all alike


def compile_table(packs: Sequence[Pack], choice: Choice, shared: Sequence[Context] = ()) -> Table:
    """The table of some packs under a style; `shared` are contexts that every pack listens to."""
    pack = merged(packs)
    styling = styling_of(pack, choice)
    forms = {entity.id: styling.of(entity) for entity in pack.entities}
    people = list(_people(pack, forms))
    by_key = _by_key([*_wholes(pack, forms), *_surnames(people), *starmap(_protected, pack.protected.items())])
    contexts = {context.name: context for context in (*shared, *pack.contexts)}
    words = {name: context.words for name, context in contexts.items()}
    subjects = {name: context for name, context in contexts.items() if context.where == "document"}
    about = [one for one in packs if _has_subject(one)]
    long_names = [name for one in about for name in _names_of(one, styling)]
    rivals = [word for one in about for word in _words_written(one)]
    return Table(
        automaton=_automaton(list(by_key)),
        entries=tuple(tuple(found) for found in by_key.values()),
        contexts=contexts,
        forms={entity: chosen.form for entity, chosen in forms.items()},
        places=_places(pack, forms),
        kept_forms=_kept_forms(pack),
        givens=frozenset(_given_names(pack)),
        bearers={part.target: person for person in people for part in person.surnames.values()},
        subjects=tuple(subjects),
        near=Neighbourhood(long_names, rivals, taken_words(_words_written(pack), words), subjects.values()),
        words=words,
    )


def _by_key(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Entries by what stands in a text where they may be."""
    by_key: dict[str, list[Entry]] = {}
    for entry in entries:
        common_word = isinstance(entry, Written) and entry.entity.kind == "word"
        for key in _spellings(entry.words, entry.key, common_word):
            by_key.setdefault(key, []).append(entry)
    return by_key


def _places(pack: Pack, forms: Mapping[str, Chosen]) -> dict[str, Entity]:
    """The names of places, right and wrong, and the place of each."""
    places = {entity.id: entity for entity in pack.entities if entity.kind == "place"}
    wrong = {v.text: places[v.entity] for v in pack.variants if v.policy == "apply" and v.entity in places}
    return wrong | {forms[entity.id].form: entity for entity in places.values()}


def _kept_forms(pack: Pack) -> dict[str, str]:
    """Other names of places that stay as they are, and the id of each: Lemberg, Lwów."""
    places = {entity.id for entity in pack.entities if entity.kind == "place"}
    return {v.text: v.entity for v in pack.variants if v.policy in ("suggest", "never") and v.entity in places}


def _has_subject(pack: Pack) -> bool:
    return any(context.where == "document" for context in pack.contexts)


def _names_of(pack: Pack, styling: Styling) -> Iterator[str]:
    """The forms of a pack's places and the surnames of its people."""
    for entity in pack.entities:
        form = styling.of(entity).form
        if entity.kind == "place":
            yield form
        elif entity.surname:
            yield " ".join(form.split()[-len(entity.surname.split()) :])


def _automaton(keys: list[str]) -> AhoCorasick | None:
    if not keys:
        return None
    kind = Implementation.DFA if len(keys) <= MOST_FOR_SPEED else Implementation.ContiguousNFA
    return AhoCorasick(keys, matchkind=MatchKind.Standard, implementation=kind)


def _wholes(pack: Pack, forms: Mapping[str, Chosen]) -> Iterator[Written]:
    """Whole names that the style does not accept.

    What is written without diacritics is put right without them where that is accepted: Sao Paolo, Sao Paulo.
    """
    entities = {entity.id: entity for entity in pack.entities}
    accepted = {(variant.entity, variant.text) for variant in pack.variants if variant.kind == "style"}
    for variant in pack.variants:
        choice = forms[variant.entity]
        if not (choice.settled or choice.form.isascii()) and variant.text.isascii():
            plain = without_marks(choice.form)
            choice = replace(choice, form=plain) if (variant.entity, plain) in accepted else choice
        if variant.part == "whole" and variant.policy != "never" and _changes(variant, choice):
            yield _written(variant, entities[variant.entity], choice)
    for entity in pack.entities:
        choice = forms[entity.id]
        if choice.settled and choice.form != entity.canonical and not entity.surname:
            canonical = Variant(entity.id, entity.canonical, "whole", "style", "style")
            yield _written(canonical, entity, choice)


def _changes(variant: Variant, choice: Chosen) -> bool:
    """Whether the style gives a reason to change it: an accepted spelling goes only where the style has a say.

    A style that normalises people says so of their surnames, and of given names that are no house style's own.
    """
    if variant.text == choice.form:
        return False
    if variant.policy == "apply" or "style" not in (variant.policy, variant.kind):
        return True
    normalised = variant.part == "surname" or (variant.part == "given" and variant.kind != "style")
    return choice.people_settled if normalised else choice.settled


def _written(variant: Variant, entity: Entity, choice: Chosen) -> Written:
    words = tuple(variant.text.split())
    return Written(words, _key_word(words, choice.form), entity, variant, choice.form, choice.because)


def _key_word(words: tuple[str, ...], target: str) -> int:
    """The word to look a name up by: the longest that its right form lacks; -1 means all of them together.

    A short word would be met in every sentence.
    """
    right = set(target.split())
    odd = [n for n, word in enumerate(words) if word not in right and len(word) >= SHORTEST_KEY]
    return max(odd, key=lambda n: len(words[n])) if odd and len(words) > 1 else -1


def _protected(phrase: str, why: str) -> Protected:
    return Protected(tuple(phrase.split()), -1, why)


def _people(pack: Pack, forms: Mapping[str, Chosen]) -> Iterator[Person]:
    parts: dict[str, list[Variant]] = {}
    for variant in pack.variants:
        if variant.part != "whole":
            parts.setdefault(variant.entity, []).append(variant)
    for entity in pack.entities:
        if entity.surname:
            yield _person(entity, parts.get(entity.id, ()), forms[entity.id])


def _person(entity: Entity, variants: Sequence[Variant], choice: Chosen) -> Person:
    size = len(entity.surname.split())
    form = choice.form.split()
    given, surname = " ".join(form[:-size]), " ".join(form[-size:])
    right_given = entity.canonical.removesuffix(entity.surname).strip()
    return Person(
        entity,
        _parts(right_given, given, [v for v in variants if v.part == "given"], choice),
        _parts(entity.surname, surname, [v for v in variants if v.part == "surname"], choice),
    )


def _parts(canonical: str, target: str, variants: Sequence[Variant], choice: Chosen) -> dict[str, Part]:
    """Every way to write a part of a person's name; those that stay have themselves as target."""
    parts = {target.lower(): Part(target, target, "right", "", "")}
    if canonical != target:
        parts[canonical.lower()] = Part(canonical, target, "style", "style", choice.because)
    for variant in variants:
        change = variant.policy != "never" and _changes(variant, choice) and variant.text != target
        goal, policy = (target, variant.policy) if change else (variant.text, "right")
        if variant.text.lower() not in parts:
            parts[variant.text.lower()] = Part(
                variant.text, goal, policy, variant.kind, choice.because, variant.contexts
            )
    return parts


def _surnames(people: Sequence[Person]) -> Iterator[Surname]:
    """Surnames worth looking for: those that may change, and those whose given name may."""
    bearers: dict[str, list[tuple[Person, Part]]] = {}
    for person in people:
        given_may_change = any(part.text != part.target for part in person.givens.values())
        for part in person.surnames.values():
            if given_may_change or part.text != part.target or part.text in bearers:
                bearers.setdefault(part.text, []).append((person, part))
    for text, some in bearers.items():
        words = tuple(text.split())
        longest = max(range(len(words)), key=lambda n: len(words[n]))
        key = longest if len(words[longest]) >= SHORTEST_KEY else -1
        yield Surname(words, key, tuple(some), any(part.text != part.target for _, part in some))


def _spellings(words: tuple[str, ...], key: int, opens_sentences: bool = False) -> set[str]:
    """The key word as it may be printed: in capitals, with any apostrophe, with any gap; with one capital."""
    bases = [words[key]] if key >= 0 else list(_joined(words))
    bases = [base for plain in bases for base in (plain, plain.upper())]
    if opens_sentences:
        bases.append(bases[0].capitalize())
    marks = {mark for base in bases for mark in base if mark in APOSTROPHES}
    if not marks:
        return set(bases)
    table = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
    return {base.translate(table).replace("'", mark) for base, mark in product(bases, APOSTROPHES)}


def _joined(words: tuple[str, ...]) -> Iterator[str]:
    """The words together, with each kind of gap between them."""
    gaps = len(words) - 1
    for kinds in product(GAPS, repeat=gaps) if gaps <= MOST_GAPS else ((gap,) * gaps for gap in GAPS):
        yield "".join(word + gap for word, gap in zip(words, (*kinds, ""), strict=True))


def _given_names(pack: Pack) -> Iterator[str]:
    for entity in pack.entities:
        if entity.surname and (given := entity.canonical.removesuffix(entity.surname).strip()):
            yield given
    yield from (variant.text for variant in pack.variants if variant.part == "given")


def _words_written(pack: Pack) -> frozenset[str]:
    """Every single word of any name, however it is written."""
    names = [
        *(entity.canonical for entity in pack.entities),
        *(variant.text for variant in pack.variants),
        *(form.form for form in pack.forms),
        *pack.protected,
    ]
    return frozenset(word for name in names for word in name.split())
