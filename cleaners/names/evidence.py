"""A candidate for a change and the evidence for or against it, as weights that add up to log-odds."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.cleaners.names.context import MentionContext, normalised
from faircopy.cleaners.names.name_index import NameIndex

# Weights of evidence against a change, in natural log-odds. A veto outweighs everything for the change.
VETO = -20.0
VERY_STRONG = -9.0
STRONG = -6.0
SUBSTANTIAL = -4.0
FAIR = -3.5
MODERATE = -3.0
WEAK = -2.0
SLIGHT = -1.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reason for a change (weight above 0) or against it, in words for the log."""

    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention in its context and the form it might be changed to.

    `entity_kind` and `variant_kind` are those of the pack (`place`, `exonym`); `country` is that of the entity.
    """

    context: MentionContext
    index: NameIndex
    entity_kind: str
    variant_kind: str
    target: str
    country: str = ""

    @property
    def found(self) -> str:
        """The mention as the text has it."""
        return self.context.text[self.context.start : self.context.end]

    @property
    def is_misspelling(self) -> bool:
        """Whether the form found was never a correct form of the name."""
        return self.variant_kind in ("misspelling", "capital")

    def is_listed(self, word: str, word_list: str) -> bool:
        """Whether a word is in one of the word lists of the packs."""
        return normalised(word) in self.index.context_words.get(word_list, ())
