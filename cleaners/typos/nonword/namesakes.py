"""A capitalised word in no list, and a name in the same document that it may be a misspelling of."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from faircopy.cleaners.text.proper_names import NameCounts
from faircopy.cleaners.typos.document_context import DocumentContext
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, LISTED, NAME, RARE_NAME, Lexicon
from faircopy.cleaners.typos.nonword.error_model import edit_cost, plain, two_edits_cost
from faircopy.cleaners.typos.nonword.occurrence import Occurrence

SHORTEST = 4  # letters
LONG = 7  # letters from which two edits are plausible
ENDINGS = ("s", "n", "an", "ian", "a", "i", "e", "y", "er", "en", "o")


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name in the document, and the cost in bits of the edits that turn it into the word."""

    name: str
    cost: float
    edits: int


def namesakes(lexicon: Lexicon, word: str, names: NameCounts) -> list[Namesake]:
    """Names in the document that the word may be a misspelling of, the likeliest first.

    A name that no list has must be more frequent than the word: of two such, either may be the wrong one.
    """
    if len(word) < SHORTEST:
        return []
    second, last = word[1], word[-1]
    # One edit after the initial changes the second letter or the last, not both.
    similar = [
        name for name in names.same_initial(word) if (name[1] == second or name[-1] == last) and name[1:].islower()
    ]
    found = _within(1, word, similar)
    if not found and len(word) >= LONG:
        found = _within(2, word, [name for name in similar if name[1] == second and name[-1] == last])
    own = names.counts.get(word, 0)
    found = [
        n for n in found
        if names.counts[n.name] > own or (names.counts[n.name] == own and lexicon.flags(n.name.lower()) & LISTED)
    ]  # fmt: skip
    return sorted(found, key=lambda n: (n.cost - log2(names.counts[n.name]), n.name))


def _within(edits: int, word: str, names: list[str]) -> list[Namesake]:
    """The names that are this many edits away, accents aside."""
    cost_of = edit_cost if edits == 1 else two_edits_cost
    costs = [(name, cost_of(name.lower(), word.lower())) for name in names if plain(name) != plain(word)]
    return [Namesake(name, cost, edits) for name, cost in costs if cost is not None]


def namesake_features(
    lexicon: Lexicon, occurrence: Occurrence, found: list[Namesake], context: DocumentContext
) -> dict[str, float]:
    """The features of the likeliest namesake, scaled to around one; their names are those of the trained model."""
    best, word, names = found[0], occurrence.word.lower(), context.names
    lower = best.name.lower()
    flags, other = lexicon.flags(word), lexicon.flags(lower)
    own = lexicon.log2_count(word)
    return {
        "cost": best.cost / 3,
        "two_slips": float(best.edits > 1),
        "times": min(4.0, log2(names.counts[best.name])),
        "times_inside": float(names.count_in_sentences(best.name)),
        "own_times": min(3.0, log2(names.counts.get(occurrence.word, 1))),
        "own": own / 5,
        "rarer": (lexicon.log2_count(lower) - own) / 5,
        "unheard": float(own == 0),
        "rare_name": float(bool(flags & RARE_NAME)),
        "size": min(len(word), 12) / 3,
        "size4": float(len(word) == 4),
        "ending": float(_differ_in_ending(word, lower)),
        "is_word": float(bool(other & GOOD)),
        "is_name": float(bool(other & NAME)),
        "unlisted": float(not other & LISTED),
        "bits": lexicon.log2_count(lower) / 5,
        "company": float(_shares_neighbour(occurrence, best.name, context.doc.text)),
        "opens": float(occurrence.opens_sentence),
        "rivals": float(len(found) > 1),
        "noise": context.noise / 3,
    }


def _shares_neighbour(occurrence: Occurrence, name: str, text: str) -> bool:
    """Whether the name occurs elsewhere beside the same capitalised neighbour."""
    before, after = occurrence.before, occurrence.after
    return (before[:1].isupper() and f"{before} {name}" in text) or (after[:1].isupper() and f"{name} {after}" in text)


def _differ_in_ending(one: str, other: str) -> bool:
    """Whether one is the other with an ending: Korea, Korean."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long == short + end or (long[:-1] == short[:-1] and end == long[-1]) for end in ENDINGS)
