"""What a pack holds: entities, the ways their names are written, styles, contexts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from faircopy.errors import UsageError

KINDS = frozenset({"person", "place", "organisation", "people", "term", "word"})
VARIANT_KINDS = frozenset({"misspelling", "transliteration", "exonym", "former name", "style", "capital"})
POLICIES = frozenset({"apply", "context", "in_document", "full_name", "style", "suggest", "never"})
PARTS = frozenset({"whole", "given", "surname"})
WHERE = frozenset({"sentence", "before", "after", "apposition", "near", "document"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a pack: in which file, on which line (from 1), in which cell, and what."""

    file: str
    line: int
    cell: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.cell}: {self.message}" if self.cell else f"{place}: {self.message}"


class PackError(UsageError, ValueError):
    """A pack that cannot be used; `problems` says why, each with its place."""

    def __init__(self, pack: str, problems: list[Problem]) -> None:
        self.pack = pack
        self.problems = problems
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"pack {pack!r} cannot be used; correct this and run again:\n{lines}")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name. `surname` is the part of a person's form that stands alone."""

    id: str
    kind: str
    canonical: str
    surname: str = ""
    country: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way in which a name is written, and what to do where it is met.

    `part` says what of the name it stands for: the whole of it, a person's given name (which counts
    only before the surname), or the surname. `contexts` are names of contexts it listens to.
    """

    entity: str
    text: str
    part: str
    kind: str
    policy: str
    contexts: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class StyleForm:
    """How a house style writes an entity. Without a source and a date it is not verified."""

    entity: str
    style: str
    form: str
    source: str = ""
    checked: str = ""
    line: int = 0

    @property
    def verified(self) -> bool:
        """Whether somebody looked it up."""
        return bool(self.source and self.checked)


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. `people` is `normalise` where accepted spellings of surnames give way to the canonical one."""

    name: str
    title: str = ""
    base: str = ""
    people: str = "keep"


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a name that speak for (weight above 0) or against changing it.

    `where` is the whole sentence, or `within` words before, after, after a comma behind, or on either side of the name.
    `entities` and `variants` are the kinds it concerns; where both are empty, only variants that name it listen.
    """

    name: str
    says: str
    weight: float
    where: str
    within: int
    words: frozenset[str]
    phrases: tuple[str, ...] = ()
    entities: frozenset[str] = frozenset()
    variants: frozenset[str] = frozenset()

    def concerns(self, entity_kind: str, variant_kind: str) -> bool:
        """Whether it listens around variants of these kinds without being named; never around common words."""
        if entity_kind == "word" or not (self.entities or self.variants):
            return False
        return (not self.entities or entity_kind in self.entities) and (
            not self.variants or variant_kind in self.variants
        )


@dataclass(frozen=True, slots=True)
class PackTest:
    """A text and what the pack makes of it in a style."""

    before: str
    after: str
    style: str = "default"


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of names, read."""

    name: str
    title: str = ""
    entities: tuple[Entity, ...] = ()
    variants: tuple[Variant, ...] = ()
    forms: tuple[StyleForm, ...] = ()
    styles: Mapping[str, Style] = field(default_factory=dict)
    contexts: tuple[Context, ...] = ()
    protected: Mapping[str, str] = field(default_factory=dict)
    tests: tuple[PackTest, ...] = ()
