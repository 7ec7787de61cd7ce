"""What a stage is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import Rule, rules_of

if TYPE_CHECKING:
    from faircopy.cleaners.resources import Resources


@dataclass(frozen=True, slots=True)
class Document:
    """A text on its way through the recipe.

    `text` is the input of the next stage. `record` is the metadata that came with the text (`url`,
    `title`, `date`, …); `notes` is what earlier stages found out (`language`, `line_types`, `blocks`, …).
    `html` is the page, for a document that is one; `markup` turns it into `text`.
    """

    id: str
    text: str
    source: str | None = None
    html: str | None = None
    record: Mapping[str, object] = field(default_factory=dict)
    notes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Findings:
    """A stage's answer for one document.

    `edits` are proposals: they may overlap and come in any order, `resolve_conflicts` decides. `notes`
    reach the later stages and `meta`. `held` is the reason why the document must not be published, or
    empty.
    """

    edits: tuple[Edit, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict)
    held: str = ""


Find = Callable[[Sequence[Document], "Resources"], list[Findings]]
TextRule = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a recipe and its traits. All its rules see the same text.

    The traits say which texts and edits the runner keeps from the stage. Their defaults are the careful ones,
    so that a new stage does no harm by forgetting one:

    - `english_only`: texts in other languages are skipped.
    - `spares_protected`: edits inside addresses, handles, file names, code and words marked [sic] are dropped.
    - `respects_quotations`: edits inside quotation marks are marked, and only suggested under `quotations = "leave"`.
    - `changes_style`: they are only suggested under `quotations = "typos"` too.
    - `until_stable`: the stage runs again on its own output until it proposes nothing new, so that cleaning
      twice changes nothing more.

    `prepare`, if given, loads what the stage needs. It raises `UsageError` for options that the stage cannot use.
    """

    name: str
    find: Find
    english_only: bool = True
    spares_protected: bool = True
    respects_quotations: bool = True
    changes_style: bool = True
    until_stable: bool = True
    prepare: Callable[[Resources], object] | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The stage's rules, in order of their ids."""
        return rules_of(self.name)


def lift(*rules: TextRule) -> Find:
    """Make plain functions from a text to its edits into the `find` of a stage."""

    def find(batch: Sequence[Document], resources: Resources) -> list[Findings]:
        return [Findings(tuple(edit for rule in rules for edit in rule(document.text))) for document in batch]

    return find
