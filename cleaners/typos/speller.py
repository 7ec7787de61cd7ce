"""The lexicon, the confidence model and the caches that a worker keeps for all its documents."""

from __future__ import annotations

from faircopy.cleaners.typos.lexicon.lexicon import Lexicon
from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.ranking import Ranker
from faircopy.cleaners.typos.token_cache import TokenCache
from faircopy.cleaners.typos.triggers import TriggerIndex


class Speller:
    """What the stage looks words up in. Its caches never change an answer."""

    def __init__(self, lexicon: Lexicon, confidence: Confidence) -> None:
        self.lexicon = lexicon
        self.confidence = confidence
        self.token_cache = TokenCache(TriggerIndex(lexicon))
        self.ranker = Ranker(lexicon)
