"""The lexicon with what was worked out from it: kept by a worker for all its documents."""

from __future__ import annotations

from functools import partial

from cleaners.typos.known import needs_a_look
from cleaners.typos.lexicon import Lexicon
from cleaners.typos.nonwords import Readings
from cleaners.typos.tokens import ChunkFilter


class Speller:
    """What every document is held against. Its memories change no answer."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.filter = ChunkFilter(partial(needs_a_look, lexicon))
        self.readings = Readings(lexicon)
