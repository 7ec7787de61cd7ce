"""How a non-word is best read where it stands."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from faircopy.cleaners.typos.document_context import Page
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, TOTAL_BITS, WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_compound, is_productive
from faircopy.cleaners.typos.nonword.candidates import FREQUENCY, JOIN_BITS, SHORT_WORDS, Candidate, candidates
from faircopy.cleaners.typos.nonword.occurrence import Spot

Kind = Literal["non-word", "joined-words", "split-word", "lost-capital"]

# Weights for ranking, in bits: those under which the right reading comes first most often, fitted as a conditional
# logit (McFadden, 1974) to the half of the known errors that `make train-confidence` learns from.
CONTEXT = 0.8  # weight of what the neighbours say
SPACE_IS_LOST, OFTEN_SMALL, RARELY_SPLIT = 1.5, 2.3, 1.0
FLOOR = 8.0  # bits granted to a word the web list lacks
SPLIT = 5.0  # cost in bits of a stray space
SHORTEST_NAME = 4  # letters: et al. is not Al
SHIFT = 6.0  # cost of a capital not typed
SEEN_AS_NAME = 9.0  # bits for standing in the document with its capital
SEEN = 2.2  # bits for a candidate that the document uses elsewhere


class Reading(NamedTuple):
    """A way to read a spot; `side` is -1 when the word before belongs to it, 1 for the word after."""

    kind: Kind
    words: str
    score: float  # bits that speak for it, to be held against those for the word itself
    rank: float  # its place among the readings
    cost: float
    bits: float
    left: float = 0.0  # bits the word before speaks for it
    right: float = 0.0
    side: int = 0
    slips: int = 0


class Reader:
    """Finds readings; remembers the candidates of each word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.candidates: Callable[[str], tuple[Candidate, ...]] = lru_cache(100_000)(partial(candidates, lexicon))
        self.is_productive: Callable[[str], bool] = lru_cache(100_000)(partial(is_productive, lexicon))
        self.is_compound: Callable[[str], bool] = lru_cache(100_000)(partial(is_compound, lexicon))

    def itself(self, word: str) -> float:
        """Bits for the word being right as it stands; a known misspelling is wrong however often it is written."""
        return FLOOR if word in self.lexicon.meant else max(FLOOR, self.lexicon.bits(word))

    def readings(self, spot: Spot, page: Page) -> list[Reading]:
        """All readings of a spot, best first."""
        found = [self._weighed(candidate, spot, page.words) for candidate in self.candidates(spot.word.lower())]
        if not spot.hyphened:
            found += self._split(spot)
            if spot.word.islower() and (capital := self._capital(spot, page)):
                found.append(capital)
        return sorted(found, key=lambda r: (-r.rank, r.words))

    def _weighed(self, candidate: Candidate, spot: Spot, words: Set[str]) -> Reading:
        meant, (first, _, last) = self._with_capital(candidate.words), candidate.words.partition(" ")
        left = self._attraction(spot.before, first)
        right = self._attraction(last or first, spot.after)
        seen, joined = SEEN if meant in words else 0.0, SPACE_IS_LOST if last else 0.0
        context = CONTEXT * (left + right) + seen
        return Reading(
            "joined-words" if last else "non-word", meant, candidate.score + context, candidate.rank + context + joined,
            candidate.cost, candidate.bits, left, right, slips=candidate.slips,
        )  # fmt: skip

    def _with_capital(self, words: str) -> str:
        """A name as it is written; two words stay as they are."""
        return words.capitalize() if self.lexicon.is_name_only(words) else words

    def _attraction(self, first: str, second: str) -> float:
        return self.lexicon.attraction(first.lower(), second.lower()) if first and second else 0.0

    def _split(self, spot: Spot) -> list[Reading]:
        """The word and a neighbour as one."""
        found = []
        word = spot.word.lower()
        for side, part, whole in ((-1, spot.before, spot.before + word), (1, spot.after, word + spot.after)):
            lower = whole.lower()
            if part and (side < 0 or part.islower()) and self.lexicon.flags(lower) & GOOD:
                bits = self.lexicon.bits(lower)
                if bits >= JOIN_BITS and len(lower) > 4:
                    gain = TOTAL_BITS - max(FLOOR, self.lexicon.bits(part.lower()))
                    score = bits - SPLIT + gain
                    rank = FREQUENCY * score - RARELY_SPLIT
                    found.append(Reading("split-word", lower, score, rank, SPLIT, bits, side=side))
        return found

    def _capital(self, spot: Spot, page: Page) -> Reading | None:
        """The word as a name that lost its capital."""
        flags = self.lexicon.flags(spot.word)
        name = spot.word.capitalize()
        # Lists without the word: a headline may have given it its capital.
        seen = page.names.inside(name) if flags & NAME else page.names.in_prose(name)
        known = flags & NAME and (self._beside_name(spot) or spot.word in self.lexicon.always_capitalised)
        if len(name) < SHORTEST_NAME or flags & WORD or not (seen or known) or is_made_of_a_name(spot):
            return None
        if not flags & NAME and 2 * page.text.count(spot.word) > page.names.anywhere.get(name, 0):
            return None  # as often written small: e-book, a penguin
        bits = self.lexicon.bits(spot.word)
        score = max(FLOOR, bits) - SHIFT + (SEEN_AS_NAME if seen else 0.0)
        return Reading("lost-capital", name, score, FREQUENCY * score + OFTEN_SMALL, SHIFT, bits)

    def _beside_name(self, spot: Spot) -> bool:
        """Whether a word that is written with a capital only because it is a name stands next to the spot."""
        before = self.lexicon.flags(spot.before.lower()) if spot.before[:1].isupper() else 0
        return bool(before & NAME and not before & WORD) or spot.after[:1].isupper()


# Things called after a place, which many write in small letters.
AFTER_A_PLACE = {
    "brussels": ("sprout", "sprouts"), "brazil": ("nut", "nuts"), "india": ("ink",), "swedish": ("massage",),
    "turkish": ("delight",), "english": ("muffin", "muffins"), "german": ("measles",), "scottish": ("terrier",),
    "persian": ("rug", "rugs", "cat", "cats"), "indian": ("summer",), "christmas": ("tree", "trees"),
    "kashmir": ("goat", "wool"), "morocco": ("leather",), "berlin": ("wool",), "frankfurt": ("sausage", "sausages"),
}  # fmt: skip


def is_made_of_a_name(spot: Spot) -> bool:
    """Whether the word is the first of a thing called after a place: `brussels sprouts`."""
    return spot.after in AFTER_A_PLACE.get(spot.word, ()) or (spot.word == "paris" and spot.before == "of")


def is_short(words: str) -> bool:
    """Whether a part of two joined words is among the short common ones."""
    return any(part in SHORT_WORDS for part in words.split(" "))
