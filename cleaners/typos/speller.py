"""The lexicon with what is worked out from it: kept by a worker for all its documents."""

from __future__ import annotations

from cleaners.typos import real_words
from cleaners.typos.capitals import REST_OF, TITLES
from cleaners.typos.confidence import Confidence
from cleaners.typos.lexicon import GOOD, NAME, Lexicon
from cleaners.typos.readings import Reader
from cleaners.typos.tokens import ChunkFilter


class Speller:
    """What every document is held against. Its memories change no answer."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence) -> None:
        self.lexicon = lexicon
        self.confidence = confidence
        self.filter = ChunkFilter(lexicon, cues={*REST_OF, *real_words.CUES})
        self.reader = Reader(lexicon)
        # Words that are names too, or stand before names with a capital.
        self.also_names = TITLES.union(lexicon.having(NAME, GOOD))
