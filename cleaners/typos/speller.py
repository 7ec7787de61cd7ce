"""The lexicon with what is worked out from it: kept by a worker for all its documents."""

from __future__ import annotations

from faircopy.cleaners.typos.chunks import ChunkMemory
from faircopy.cleaners.typos.confidence import Confidence
from faircopy.cleaners.typos.lexicon import Lexicon
from faircopy.cleaners.typos.looks import Looker
from faircopy.cleaners.typos.readings import Reader


class Speller:
    """What every document is held against. Its memories change no answer."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence) -> None:
        self.lexicon = lexicon
        self.confidence = confidence
        self.chunks = ChunkMemory(Looker(lexicon).look)
        self.reader = Reader(lexicon)
