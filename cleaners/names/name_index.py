"""What texts are looked up in: every written form of every name, under one style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.names.fuzzy_names import Neighbourhood
from faircopy.cleaners.names.pack import Context, Entity, Variant


@dataclass(frozen=True, slots=True)
class Written:
    """A whole name as it may stand in a text, and the form it should have. `key` is the word it is looked up by."""

    words: tuple[str, ...]
    key: int
    entity: Entity
    variant: Variant
    target: str
    because: str


@dataclass(frozen=True, slots=True)
class Part:
    """A given name or surname of a person as it may stand in a text, and what it should be."""

    text: str
    target: str
    policy: str
    kind: str
    because: str
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person's given names and surnames, by their lower-case letters."""

    entity: Entity
    givens: Mapping[str, Part]
    surnames: Mapping[str, Part]


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname as it may stand in a text, with everyone who bears it."""

    words: tuple[str, ...]
    key: int
    bearers: tuple[tuple[Person, Part], ...]
    changes: bool  # whether it may change itself, not only the given name before it


@dataclass(frozen=True, slots=True)
class Protected:
    """A phrase that holds a name and stays as it is."""

    words: tuple[str, ...]
    key: int
    why: str


Entry = Written | Surname | Protected


@dataclass(frozen=True)
class Table:
    """What the matcher looks up.

    `forms` maps an entity's id to its form in the chosen style; `places` the forms of places, right
    and wrong, to the place; `kept_forms` those of their other forms that stay as they are to its id;
    `givens` are given names of people in the packs, `bearers` the people by surname; `words` are the
    words of each context, `subjects` the contexts that tell what a document is about.
    """

    automaton: AhoCorasick | None = None
    entries: tuple[tuple[Entry, ...], ...] = ()
    contexts: Mapping[str, Context] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Entity] = field(default_factory=dict)
    kept_forms: Mapping[str, str] = field(default_factory=dict)
    givens: frozenset[str] = frozenset()
    bearers: Mapping[str, Person] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: Neighbourhood | None = None
    subjects: tuple[str, ...] = ()
    _listening: dict[tuple[str, str, tuple[str, ...]], tuple[Context, ...]] = field(default_factory=dict)

    def listening(self, entity_kind: str, variant_kind: str, named: tuple[str, ...]) -> tuple[Context, ...]:
        """The contexts that concern a variant: those it names, and those for its kinds."""
        key = (entity_kind, variant_kind, named)
        if key not in self._listening:
            some = (c for c in self.contexts.values() if c.name in named or c.concerns(entity_kind, variant_kind))
            self._listening[key] = tuple(some)
        return self._listening[key]
