"""The lexicon with what is worked out from it: kept by a worker for all its documents."""

from __future__ import annotations

from cleaners.typos.confidence import Confidence
from cleaners.typos.lexicon import GOOD, NAME, Lexicon
from cleaners.typos.readings import Reader
from cleaners.typos.tokens import ChunkFilter

TITLES = frozenset(
    ("president", "minister", "senator", "governor", "general", "king", "queen", "prince", "princess", "pope",
     "chancellor", "mayor", "judge", "professor", "captain", "colonel", "sergeant", "secretary", "congressman")
)  # fmt: skip


class Speller:
    """What every document is held against. Its memories change no answer."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence) -> None:
        self.lexicon = lexicon
        self.confidence = confidence
        self.filter = ChunkFilter(lexicon)
        self.reader = Reader(lexicon)
        # Words that are names too, or stand before names with a capital.
        self.also_names = TITLES.union(lexicon.having(NAME, GOOD))
