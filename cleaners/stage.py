"""What a stage is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from faircopy.cleaners.edits import Edit

if TYPE_CHECKING:
    from faircopy.cleaners.resources import Resources


@dataclass(frozen=True, slots=True)
class Document:
    """A text on its way through the recipe.

    `text` is the input of the next stage. `record` is what came with the text (`url`, `title`,
    `date`, …); `notes` is what earlier stages found out (`language`, `line_types`, `blocks`, …).
    `html` holds the page for a document that is one; `markup` turns it into `text`.
    """

    id: str
    text: str
    source: str | None = None
    html: str | None = None
    record: Mapping[str, object] = field(default_factory=dict)
    notes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Findings:
    """What a stage finds in one document.

    `edits` may overlap and come in any order: `settle` decides. `notes` reach the later stages and
    `meta`. `held` is the reason why the document must not be published, or empty.
    """

    edits: tuple[Edit, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict)
    held: str = ""


Find = Callable[[Sequence[Document], "Resources"], list[Findings]]
Rule = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a recipe. All its rules see the same text."""

    name: str
    find: Find
    english_only: bool = False


def lift(*rules: Rule) -> Find:
    """Make plain rules `text -> edits` into the `find` of a stage."""

    def find(batch: Sequence[Document], resources: Resources) -> list[Findings]:
        return [Findings(tuple(_all_finds(rules, document.text))) for document in batch]

    return find


def _all_finds(rules: Sequence[Rule], text: str) -> Iterator[Edit]:
    for rule in rules:
        yield from rule(text)
