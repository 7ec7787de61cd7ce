"""A capitalised word that no list knows, beside a name of the document that differs by a slip."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from faircopy.cleaners.text.proper_names import NameCounts
from faircopy.cleaners.typos.document_context import Page
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, LISTED, NAME, RARE_NAME, Lexicon
from faircopy.cleaners.typos.nonword.error_model import plain, slip_cost, two_slips_cost
from faircopy.cleaners.typos.nonword.occurrence import Spot

SHORTEST = 4  # letters
LONG = 7  # letters from which two slips are thinkable
ENDINGS = ("s", "n", "an", "ian", "a", "i", "e", "y", "er", "en", "o")


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name of the document, and the cost in bits of the slip that would lead from it to the word."""

    name: str
    cost: float
    slips: int


def namesakes(lexicon: Lexicon, word: str, names: NameCounts) -> list[Namesake]:
    """Names of the document that the word may stand for, the likeliest first.

    One that no list knows either must stand more often than the word: of two such, neither is the right one.
    """
    if len(word) < SHORTEST:
        return []
    second, last = word[1], word[-1]
    # One slip after the initial leaves the second letter or the last.
    alike = [n for n in names.alike(word) if (n[1] == second or n[-1] == last) and n[1:].islower()]
    found = _at(1, word, alike)
    if not found and len(word) >= LONG:
        found = _at(2, word, [name for name in alike if name[1] == second and name[-1] == last])
    own = names.anywhere.get(word, 0)
    found = [
        n for n in found
        if names.anywhere[n.name] > own or (names.anywhere[n.name] == own and lexicon.flags(n.name.lower()) & LISTED)
    ]  # fmt: skip
    return sorted(found, key=lambda n: (n.cost - log2(names.anywhere[n.name]), n.name))


def _at(slips: int, word: str, names: list[str]) -> list[Namesake]:
    cost_of = slip_cost if slips == 1 else two_slips_cost
    costs = [(name, cost_of(name.lower(), word.lower())) for name in names if plain(name) != plain(word)]
    return [Namesake(name, cost, slips) for name, cost in costs if cost is not None]


def namesake_facts(lexicon: Lexicon, spot: Spot, found: list[Namesake], page: Page) -> dict[str, float]:
    """What speaks for the likeliest namesake and what against it, as numbers around one."""
    best, word, names = found[0], spot.word.lower(), page.names
    lower = best.name.lower()
    flags, other = lexicon.flags(word), lexicon.flags(lower)
    own = lexicon.bits(word)
    return {
        "cost": best.cost / 3,
        "two_slips": float(best.slips > 1),
        "times": min(4.0, log2(names.anywhere[best.name])),
        "times_inside": float(names.inside(best.name)),
        "own_times": min(3.0, log2(names.anywhere.get(spot.word, 1))),
        "own": own / 5,
        "rarer": (lexicon.bits(lower) - own) / 5,
        "unheard": float(own == 0),
        "rare_name": float(bool(flags & RARE_NAME)),
        "size": min(len(word), 12) / 3,
        "size4": float(len(word) == 4),
        "ending": float(_differ_in_ending(word, lower)),
        "is_word": float(bool(other & GOOD)),
        "is_name": float(bool(other & NAME)),
        "unlisted": float(not other & LISTED),
        "bits": lexicon.bits(lower) / 5,
        "company": float(_keeps_company(spot, best.name, page.text)),
        "opens": float(spot.opens),
        "rivals": float(len(found) > 1),
        "noise": page.noise / 3,
    }


def _keeps_company(spot: Spot, name: str, text: str) -> bool:
    """Whether the name stands elsewhere beside the capitalised word that this one stands beside."""
    return (spot.before[:1].isupper() and f"{spot.before} {name}" in text) or (
        spot.after[:1].isupper() and f"{name} {spot.after}" in text
    )


def _differ_in_ending(one: str, other: str) -> bool:
    """Whether one is the other with an ending: Korea, Korean."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long == short + end or (long[:-1] == short[:-1] and end == long[-1]) for end in ENDINGS)
