"""What a word in no list may have been meant to be, regardless of its context."""

from __future__ import annotations

from dataclasses import dataclass

from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, TOTAL_LOG2_COUNT, UNSEEN_PAIR_LOG2_COUNT, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import PREFIXES, SUFFIXES
from faircopy.cleaners.typos.nonword.error_model import SECOND_EDIT, SWAPPED, edit_cost, two_edits_cost

FREQUENCY = 0.43  # the weight of a bit of frequency, relative to a bit of the edit's cost


@dataclass(frozen=True, slots=True)
class Candidate:
    """One or two words that may have been meant, in lower case; the cost of the edits and the frequency, in bits."""

    words: str
    cost: float
    log2_count: float
    edits: int = 1

    @property
    def score(self) -> float:
        """Its likelihood without context, to be compared with that of the word as typed."""
        return self.log2_count - self.cost

    @property
    def rank(self) -> float:
        """Its likelihood among candidates, where the edit says more than the frequency."""
        return FREQUENCY * self.log2_count - self.cost


SHORT_WORDS = frozenset(
    ("a", "i", "an", "as", "at", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on",
     "or", "so", "to", "up", "us", "we", "be", "am", "tv", "uk")
)  # fmt: skip
# Function words: no compound is made with one.
FUNCTION_WORDS = SHORT_WORDS | frozenset(
    ("the", "and", "for", "with", "that", "this", "these", "those", "was", "were", "are", "has", "had", "have", "will",
     "would", "could", "who", "which", "when", "where", "what", "his", "her", "their", "our", "your", "its", "not",
     "but", "from", "into", "about", "after", "than", "then", "them", "they", "you", "she", "been", "being", "said",
     "if", "because", "while", "any", "some", "such", "how", "why", "did", "does")
)  # fmt: skip
LONG_PAIR = 12  # letters; two content words of this length together are hardly joined on purpose
JOINED = 4.0  # the cost in bits of a space left out
JOIN_BITS = 16.0  # the least frequency (log2 count) of each of two joined words
# Endings that make new words at will.
PRODUCTIVE_ENDINGS = frozenset(
    (*SUFFIXES, "ability", "ibility", "able", "core", "based", "led", "maker", "makers", "making")
)
KNOWN = 0.5  # the cost in bits of a listed misspelling
ANAGRAM = 2 * SWAPPED + SECOND_EDIT  # the cost in bits of the same letters in another order
SHORTEST_ANAGRAM = 4  # letters
LONG = 6  # letters from which a word may contain two edits
MOST = 5  # candidates kept
MOST_SPLITS = 2


def candidates(lexicon: Lexicon, word: str) -> tuple[Candidate, ...]:
    """The likeliest candidates for a lower-case non-word, best first."""
    found = _one_edit(lexicon, word)
    if len(word) >= LONG and not found:
        found = _two_edits(lexicon, word)
    if len(word) >= SHORTEST_ANAGRAM:
        found += _anagrams(lexicon, word, {candidate.words for candidate in found})
    if right := lexicon.misspellings.get(word):
        known = Candidate(right, KNOWN, lexicon.log2_count(right.split(" ")[-1]))
        found = [known, *(candidate for candidate in found if candidate.words != right)]
    else:
        splits = sorted(_splits(lexicon, word), key=_best_first)
        found = sorted(found, key=_best_first)[:MOST] + splits[:MOST_SPLITS]
    return tuple(sorted(found, key=_best_first))


def _best_first(candidate: Candidate) -> tuple[float, str]:
    return -candidate.rank, candidate.words


def _one_edit(lexicon: Lexicon, word: str) -> list[Candidate]:
    found = []
    for other in lexicon.near([word]):
        if other != word and (len(other) > 2 or other in SHORT_WORDS):
            cost = edit_cost(other, word)
            if cost is not None:
                found.append(Candidate(other, cost, lexicon.log2_count(other)))
    return found


def _two_edits(lexicon: Lexicon, word: str) -> list[Candidate]:
    found = []
    sharing = lexicon.near(word[:i] + word[i + 1 :] for i in range(len(word)))
    for other in sharing.union(lexicon.length_index.two_edits_from(word)):
        if abs(len(other) - len(word)) <= 2 and other[0] == word[0] and lexicon.flags(other) & GOOD:
            cost = two_edits_cost(other, word)
            if cost is not None:
                found.append(Candidate(other, cost, lexicon.log2_count(other), 2))
    return found


def _anagrams(lexicon: Lexicon, word: str, already: set[str]) -> list[Candidate]:
    """Words with the same letters in another order: `tihnk` for `think`."""
    return [
        Candidate(other, ANAGRAM, lexicon.log2_count(other), 2)
        for other in lexicon.length_index.anagrams(word)
        if other not in already and lexicon.flags(other) & GOOD
    ]


def _splits(lexicon: Lexicon, word: str) -> list[Candidate]:
    """Two words that make the word without the space between them: `forpeace` for `for peace`."""
    found = []
    for i in range(1, len(word)):
        left, right = word[:i], word[i:]
        if (left in PREFIXES and right not in SHORT_WORDS) or right in PRODUCTIVE_ENDINGS:
            continue  # coined on purpose: overperforming, permissionless
        if _may_be_joined(lexicon, left) and _may_be_joined(lexicon, right):
            expected = lexicon.log2_count(left) + lexicon.log2_count(right) - TOTAL_LOG2_COUNT
            pair = lexicon.pair_log2_count(left, right)
            if len(word) < LONG_PAIR and not pair and left not in FUNCTION_WORDS and right not in FUNCTION_WORDS:
                continue  # a compound: webshop
            found.append(Candidate(f"{left} {right}", JOINED, pair or min(UNSEEN_PAIR_LOG2_COUNT, expected)))
    return found


def _may_be_joined(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is common enough to be one of two joined words."""
    if len(word) < 3:
        return word in SHORT_WORDS
    return bool(lexicon.flags(word) & (GOOD | NAME)) and lexicon.log2_count(word) >= JOIN_BITS
