"""What a whole text says about its words: its names, its unlisted words, how noisy it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log2

from faircopy.cleaners.text.proper_names import NameCounts
from faircopy.cleaners.typos.rule_api import CAPITALISED, TokenizedText

# Added to the counts, so that one unlisted word does not make a text of a few words noisy.
PRIOR_WORDS, PRIOR_UNLISTED = 100, 1


@dataclass(frozen=True)
class DocumentContext:
    """A text with the evidence it gives on its words."""

    doc: TokenizedText
    unlisted_counts: Mapping[str, int]  # how often the text has each token with an unlisted word
    names: NameCounts
    noise: float  # log2 of unlisted lower-case words per 256 words, -3 to 8

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The distinct tokens of the text."""
        return frozenset(self.doc.tokens)


def context_of(doc: TokenizedText) -> DocumentContext:
    """Collect the context of a text."""
    lower_case = sum(token.count for token in doc.unlisted if any(word.islower() for _, word in token.words))
    rate = (lower_case + PRIOR_UNLISTED) / (len(doc.tokens) + PRIOR_WORDS)
    counts = {token.text: token.count for token in doc.unlisted}
    names = NameCounts(doc.text, Counter(doc.matching(CAPITALISED)))
    return DocumentContext(doc, counts, names, max(-3.0, min(8.0, log2(rate) + 8)))
