"""Lookup tables from every surface form of every name to its entity, for one house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.names.fuzzy_names import FuzzyNames
from faircopy.cleaners.names.pack import ContextWords, Entity, Variant


@dataclass(frozen=True, slots=True)
class WholeName:
    """A surface form of a whole name and the form to replace it with. `key` is the index of the word it is found by.

    `because` names the style that asks for the target, for the log.
    """

    words: tuple[str, ...]
    key: int
    entity: Entity
    variant: Variant
    target: str
    because: str


@dataclass(frozen=True, slots=True)
class NamePart:
    """A surface form of a person's given name or surname and the form to replace it with."""

    text: str
    target: str
    policy: str
    kind: str
    because: str
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person's given names and surnames by their lower-case surface form."""

    entity: Entity
    given_names: Mapping[str, NamePart]
    surnames: Mapping[str, NamePart]


@dataclass(frozen=True, slots=True)
class Surname:
    """A surface form of a surname with everyone who bears it."""

    words: tuple[str, ...]
    key: int
    bearers: tuple[tuple[Person, NamePart], ...]
    may_change: bool  # the surname itself, not only the given name before it


@dataclass(frozen=True, slots=True)
class ProtectedPhrase:
    """A phrase that contains a name and is left alone."""

    words: tuple[str, ...]
    key: int
    why: str


Entry = WholeName | Surname | ProtectedPhrase


@dataclass(frozen=True)
class NameIndex:
    """Everything the stage looks up.

    - `automaton` finds the surface forms; `entries` has the entries of each of its patterns.
    - `forms`: an entity's id to its form in the chosen style.
    - `places`: a form of a place, correct or not, to the place; `kept_forms`: its other forms, which are
      left alone, to its id.
    - `given_names` of people in the packs; `people_by_surname` in the chosen style.
    - `contexts` by name, `context_words` their words; `document_contexts` are the names of those that say
      what a document is about.
    - `fuzzy`: the long names that are matched with one wrong letter.
    """

    automaton: AhoCorasick | None = None
    entries: tuple[tuple[Entry, ...], ...] = ()
    contexts: Mapping[str, ContextWords] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Entity] = field(default_factory=dict)
    kept_forms: Mapping[str, str] = field(default_factory=dict)
    given_names: frozenset[str] = frozenset()
    people_by_surname: Mapping[str, Person] = field(default_factory=dict)
    context_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fuzzy: FuzzyNames | None = None
    document_contexts: tuple[str, ...] = ()
    _concerned: dict[tuple[str, str, tuple[str, ...]], tuple[ContextWords, ...]] = field(default_factory=dict)

    def contexts_for(self, entity_kind: str, variant_kind: str, named: tuple[str, ...]) -> tuple[ContextWords, ...]:
        """The contexts that count for a variant: those it names and those for its kinds."""
        key = (entity_kind, variant_kind, named)
        if key not in self._concerned:
            some = (c for c in self.contexts.values() if c.name in named or c.concerns(entity_kind, variant_kind))
            self._concerned[key] = tuple(some)
        return self._concerned[key]
