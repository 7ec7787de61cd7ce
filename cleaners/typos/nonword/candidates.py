"""What a non-word may have been meant for, whatever stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, TOTAL_BITS, UNSEEN_PAIR_BITS, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import PREFIXES, SUFFIXES
from faircopy.cleaners.typos.nonword.error_model import SECOND_SLIP, SWAPPED, slip_cost, two_slips_cost

FREQUENCY = 0.43  # what a bit of frequency weighs beside a bit of the slip's cost


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have been meant, in lower case; the cost of the slip and the frequency, both in bits."""

    words: str
    cost: float
    bits: float
    slips: int = 1

    @property
    def score(self) -> float:
        """How likely it is before the neighbours are heard, beside the word as it stands."""
        return self.bits - self.cost

    @property
    def rank(self) -> float:
        """Its place among candidates: the slip tells more of what was meant than the frequency does."""
        return FREQUENCY * self.bits - self.cost


SHORT_WORDS = frozenset(
    ("a", "i", "an", "as", "at", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on",
     "or", "so", "to", "up", "us", "we", "be", "am", "tv", "uk")
)  # fmt: skip
# Words that no compound is made with.
LINKING = SHORT_WORDS | frozenset(
    ("the", "and", "for", "with", "that", "this", "these", "those", "was", "were", "are", "has", "had", "have", "will",
     "would", "could", "who", "which", "when", "where", "what", "his", "her", "their", "our", "your", "its", "not",
     "but", "from", "into", "about", "after", "than", "then", "them", "they", "you", "she", "been", "being", "said",
     "if", "because", "while", "any", "some", "such", "how", "why", "did", "does")
)  # fmt: skip
LONG_PAIR = 12  # letters from which two content words are hardly one by choice
JOINED = 4.0  # the cost in bits of a space left out
JOIN_BITS = 16.0  # how common each part of two joined words must be
# What a word made as needed ends with.
MAKING = frozenset((*SUFFIXES, "ability", "ibility", "able", "core", "based", "led", "maker", "makers", "making"))
KNOWN = 0.5  # the cost in bits of a misspelling people are known for
JUMBLED = 2 * SWAPPED + SECOND_SLIP
SHORTEST_JUMBLE = 4  # letters
LONG = 6  # letters from which a word may hold two slips
MOST = 5  # candidates kept


def candidates(lexicon: Lexicon, word: str) -> tuple[Candidate, ...]:
    """The likeliest origins of a lower-case non-word, best first."""
    found = _one_slip(lexicon, word)
    if len(word) >= LONG and not found:
        found = _two_slips(lexicon, word)
    if len(word) >= SHORTEST_JUMBLE:
        found += _jumbled(lexicon, word, {candidate.words for candidate in found})
    if right := lexicon.meant.get(word):
        known = Candidate(right, KNOWN, lexicon.bits(right.split(" ")[-1]))
        found = [known, *(candidate for candidate in found if candidate.words != right)]
    else:
        found = sorted(found, key=_best_first)[:MOST] + sorted(_parted(lexicon, word), key=_best_first)[:2]
    return tuple(sorted(found, key=_best_first))


def _best_first(candidate: Candidate) -> tuple[float, str]:
    return -candidate.rank, candidate.words


def _one_slip(lexicon: Lexicon, word: str) -> list[Candidate]:
    found = []
    for other in lexicon.near([word]):
        if other != word and (len(other) > 2 or other in SHORT_WORDS):
            cost = slip_cost(other, word)
            if cost is not None:
                found.append(Candidate(other, cost, lexicon.bits(other)))
    return found


def _two_slips(lexicon: Lexicon, word: str) -> list[Candidate]:
    found = []
    sharing = lexicon.near(word[:i] + word[i + 1 :] for i in range(len(word)))
    for other in sharing.union(lexicon.shelves.nearly(word)):
        if abs(len(other) - len(word)) <= 2 and other[0] == word[0] and lexicon.flags(other) & GOOD:
            cost = two_slips_cost(other, word)
            if cost is not None:
                found.append(Candidate(other, cost, lexicon.bits(other), 2))
    return found


def _jumbled(lexicon: Lexicon, word: str, already: set[str]) -> list[Candidate]:
    """Words whose letters the word has in another order: `tihnk` for `think`."""
    return [
        Candidate(other, JUMBLED, lexicon.bits(other), 2)
        for other in lexicon.shelves.jumbled(word)
        if other not in already and lexicon.flags(other) & GOOD
    ]


def _parted(lexicon: Lexicon, word: str) -> list[Candidate]:
    found = []
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if (left in PREFIXES and right not in SHORT_WORDS) or right in MAKING:
            continue  # overperforming and permissionless are words made as needed
        if _is_part(lexicon, left) and _is_part(lexicon, right):
            chance = lexicon.bits(left) + lexicon.bits(right) - TOTAL_BITS
            pair = lexicon.pair_bits(left, right)
            if len(word) < LONG_PAIR and not pair and left not in LINKING and right not in LINKING:
                continue  # so is lowkey
            found.append(Candidate(f"{left} {right}", JOINED, pair or min(UNSEEN_PAIR_BITS, chance)))
    return found


def _is_part(lexicon: Lexicon, word: str) -> bool:
    if len(word) < 3:
        return word in SHORT_WORDS
    return bool(lexicon.flags(word) & (GOOD | NAME)) and lexicon.bits(word) >= JOIN_BITS
