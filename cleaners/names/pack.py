"""The rows of a pack: entities, variants of their names, style forms, contexts."""

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
    """A problem in a pack: the file, the line (from 1, or 0 for the whole file), the cell and a message."""

    file: str
    line: int
    cell: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.cell}: {self.message}" if self.cell else f"{place}: {self.message}"


class PackError(UsageError, ValueError):
    """A pack that cannot be used; `problems` lists why, each with its place."""

    def __init__(self, pack: str, problems: list[Problem]) -> None:
        self.pack = pack
        self.problems = problems
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"pack {pack!r} cannot be used; correct this and run again:\n{lines}")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name. `surname` is the part of a person's name that is used alone."""

    id: str
    kind: str
    canonical: str
    surname: str = ""
    country: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling of a name, and what to do where a text has it.

    `part` is the part of the name it replaces: the whole, a person's given name (only before the
    surname), or the surname. `contexts` are the names of contexts that count for it.
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
    """The form of an entity in a house style. Without a source and a date it is not verified."""

    entity: str
    style: str
    form: str
    source: str = ""
    checked: str = ""
    line: int = 0

    @property
    def verified(self) -> bool:
        """Whether a source and a date are given."""
        return bool(self.source and self.checked)


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. `people` is `normalise` if accepted spellings of surnames are replaced by the canonical one."""

    name: str
    title: str = ""
    base: str = ""
    people: str = "keep"


@dataclass(frozen=True, slots=True)
class ContextWords:
    """A context: words near a name that are evidence for (weight above 0) or against changing it.

    `where` is `sentence`, `document`, or the side of the name on which `within` words are read: `before`,
    `after`, `near` (both sides) or `apposition` (after a comma behind the name). `entities` and `variants` are
    the kinds it concerns; if both are empty, it counts only for variants that name it.
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
        """Whether it counts for variants of these kinds without being named; never for common words."""
        if entity_kind == "word" or not (self.entities or self.variants):
            return False
        return (not self.entities or entity_kind in self.entities) and (
            not self.variants or variant_kind in self.variants
        )


@dataclass(frozen=True, slots=True)
class PackTest:
    """A text and the expected result in a style."""

    before: str
    after: str
    style: str = "default"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read from its folder."""

    name: str
    title: str = ""
    entities: tuple[Entity, ...] = ()
    variants: tuple[Variant, ...] = ()
    forms: tuple[StyleForm, ...] = ()
    styles: Mapping[str, Style] = field(default_factory=dict)
    contexts: tuple[ContextWords, ...] = ()
    protected: Mapping[str, str] = field(default_factory=dict)
    tests: tuple[PackTest, ...] = ()
