"""The lexicon with what is worked out from it: kept by a worker for all its documents."""

from __future__ import annotations

from faircopy.cleaners.typos.lexicon.lexicon import Lexicon
from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.ranking import Reader
from faircopy.cleaners.typos.token_cache import ChunkMemory
from faircopy.cleaners.typos.triggers import Looker


class Speller:
    """What every document is held against. Its memories change no answer."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence) -> None:
        self.lexicon = lexicon
        self.confidence = confidence
        self.chunks = ChunkMemory(Looker(lexicon).look)
        self.reader = Reader(lexicon)
