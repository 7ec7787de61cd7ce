"""A name in its surroundings, and the evidence found there."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.cleaners.names.context import Surroundings, plain
from faircopy.cleaners.names.name_index import Table

# Weights of evidence against a change. One that is CERTAIN settles the matter whatever else there is.
CERTAIN = -20.0
STRONG = -6.0
FAIR = -3.5
WEAK = -2.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a change (weight above 0) or against it, in words for the log."""

    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Case:
    """A name in its surroundings, as guards see it: the kind of its entity and of its variant."""

    around: Surroundings
    table: Table
    entity_kind: str
    variant_kind: str
    target: str
    country: str = ""

    @property
    def found(self) -> str:
        """The name as it stands."""
        return self.around.text[self.around.start : self.around.end]

    @property
    def is_misspelling(self) -> bool:
        """Whether the form found is no form of the name at any time."""
        return self.variant_kind in ("misspelling", "capital")

    def listed(self, context: str, word: str) -> bool:
        """Whether a word is one of a context's words."""
        return plain(word) in self.table.words.get(context, ())
