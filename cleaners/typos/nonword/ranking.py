"""Which correction of a non-word fits best where it occurs."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from faircopy.cleaners.typos.document_context import DocumentContext
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, TOTAL_LOG2_COUNT, WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_compound, is_productive
from faircopy.cleaners.typos.nonword.candidates import FREQUENCY, JOIN_BITS, SHORT_WORDS, Candidate, candidates
from faircopy.cleaners.typos.nonword.occurrence import Occurrence

Kind = Literal["non-word", "joined-words", "split-word", "lost-capital"]

# Weights in bits, those with which the right correction most often ranks first: fitted as a conditional logit
# (McFadden, 1974) to the half of the known errors that `make train-confidence` learns from.
CONTEXT = 0.8  # weight of the pointwise mutual information with the neighbours
SPACE_IS_LOST, OFTEN_LOWER_CASE, RARELY_SPLIT = 1.5, 2.3, 1.0
FLOOR = 8.0  # the least log2 count of the word as typed
SPLIT = 5.0  # cost of a stray space
SHORTEST_NAME = 4  # letters: et al. is not Al
SHIFT = 6.0  # cost of a capital not typed
SEEN_AS_NAME = 9.0  # for a word that the document also has with a capital
SEEN = 2.2  # for a candidate that the document uses elsewhere


class Correction(NamedTuple):
    """A way to correct an occurrence. All numbers but `side` and `edits` are in bits.

    `score` compares with `score_unchanged`, `rank` with other corrections. `side` is -1 if the word before is part
    of the correction, 1 if the word after is.
    """

    kind: Kind
    words: str
    score: float
    rank: float
    cost: float
    log2_count: float
    left_pmi: float = 0.0  # pointwise mutual information with the word before
    right_pmi: float = 0.0
    side: int = 0
    edits: int = 0


class Ranker:
    """Finds and ranks corrections; caches what depends on the word alone."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.candidates: Callable[[str], tuple[Candidate, ...]] = lru_cache(100_000)(partial(candidates, lexicon))
        self.is_productive: Callable[[str], bool] = lru_cache(100_000)(partial(is_productive, lexicon))
        self.is_compound: Callable[[str], bool] = lru_cache(100_000)(partial(is_compound, lexicon))

    def score_unchanged(self, word: str) -> float:
        """How likely the lower-case word is right as typed; a listed misspelling never is, however frequent."""
        return FLOOR if word in self.lexicon.misspellings else max(FLOOR, self.lexicon.log2_count(word))

    def corrections(self, occurrence: Occurrence, context: DocumentContext) -> list[Correction]:
        """All corrections of an occurrence, best first."""
        known = self.candidates(occurrence.word.lower())
        found = [self._in_context(candidate, occurrence, context.tokens) for candidate in known]
        if not occurrence.hyphenated:
            found += self._joined_to_neighbour(occurrence)
            if occurrence.word.islower() and (name := self._as_name(occurrence, context)):
                found.append(name)
        return sorted(found, key=lambda correction: (-correction.rank, correction.words))

    def _in_context(self, candidate: Candidate, occurrence: Occurrence, tokens: Set[str]) -> Correction:
        meant, (first, _, last) = self._with_capital(candidate.words), candidate.words.partition(" ")
        left = self._pmi(occurrence.before, first)
        right = self._pmi(last or first, occurrence.after)
        seen, joined = SEEN if meant in tokens else 0.0, SPACE_IS_LOST if last else 0.0
        context = CONTEXT * (left + right) + seen
        return Correction(
            "joined-words" if last else "non-word", meant, candidate.score + context, candidate.rank + context + joined,
            candidate.cost, candidate.log2_count, left, right, edits=candidate.edits,
        )  # fmt: skip

    def _with_capital(self, words: str) -> str:
        """A name with its capital; anything else unchanged."""
        return words.capitalize() if self.lexicon.is_name_only(words) else words

    def _pmi(self, first: str, second: str) -> float:
        return self.lexicon.pmi(first.lower(), second.lower()) if first and second else 0.0

    def _joined_to_neighbour(self, occurrence: Occurrence) -> list[Correction]:
        """The word and a neighbour as one word: `forgo tten`."""
        found = []
        word, before, after = occurrence.word.lower(), occurrence.before, occurrence.after
        for side, part, whole in ((-1, before, before + word), (1, after, word + after)):
            lower = whole.lower()
            if part and (side < 0 or part.islower()) and self.lexicon.flags(lower) & GOOD:
                log2_count = self.lexicon.log2_count(lower)
                if log2_count >= JOIN_BITS and len(lower) > 4:
                    gain = TOTAL_LOG2_COUNT - max(FLOOR, self.lexicon.log2_count(part.lower()))
                    score = log2_count - SPLIT + gain
                    rank = FREQUENCY * score - RARELY_SPLIT
                    found.append(Correction("split-word", lower, score, rank, SPLIT, log2_count, side=side))
        return found

    def _as_name(self, occurrence: Occurrence, context: DocumentContext) -> Correction | None:
        """The word as a name that lost its capital."""
        word, name = occurrence.word, occurrence.word.capitalize()
        flags, names = self.lexicon.flags(word), context.names
        # No list has the word as a name: then a headline may have given it its capital.
        seen = names.count_in_sentences(name) if flags & NAME else names.count_in_prose(name)
        known = flags & NAME and (self._is_beside_name(occurrence) or word in self.lexicon.always_capitalised)
        if len(name) < SHORTEST_NAME or flags & WORD or not (seen or known) or is_named_after_place(occurrence):
            return None
        if not flags & NAME and 2 * context.doc.text.count(word) > names.counts.get(name, 0):
            return None  # about as often in lower case: e-book, a penguin
        log2_count = self.lexicon.log2_count(word)
        score = max(FLOOR, log2_count) - SHIFT + (SEEN_AS_NAME if seen else 0.0)
        return Correction("lost-capital", name, score, FREQUENCY * score + OFTEN_LOWER_CASE, SHIFT, log2_count)

    def _is_beside_name(self, occurrence: Occurrence) -> bool:
        """Whether a neighbour has a capital: the word before only if it is a name and not a word, too."""
        before = self.lexicon.flags(occurrence.before.lower()) if occurrence.before[:1].isupper() else 0
        return bool(before & NAME and not before & WORD) or occurrence.after[:1].isupper()


# Things named after a place, which many writers keep in lower case.
NAMED_AFTER_PLACE = {
    "brussels": ("sprout", "sprouts"), "brazil": ("nut", "nuts"), "india": ("ink",), "swedish": ("massage",),
    "turkish": ("delight",), "english": ("muffin", "muffins"), "german": ("measles",), "scottish": ("terrier",),
    "persian": ("rug", "rugs", "cat", "cats"), "indian": ("summer",), "christmas": ("tree", "trees"),
    "kashmir": ("goat", "wool"), "morocco": ("leather",), "berlin": ("wool",), "frankfurt": ("sausage", "sausages"),
}  # fmt: skip


def is_named_after_place(occurrence: Occurrence) -> bool:
    """Whether the word is part of a thing that is named after a place: `brussels sprouts`, `plaster of paris`."""
    if occurrence.after in NAMED_AFTER_PLACE.get(occurrence.word, ()):
        return True
    return occurrence.word == "paris" and occurrence.before == "of"


def has_short_word(words: str) -> bool:
    """Whether one of two joined words is among the short common ones."""
    return any(part in SHORT_WORDS for part in words.split(" "))
