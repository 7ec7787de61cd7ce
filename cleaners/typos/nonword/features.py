"""What speaks for a reading and what against it, as numbers around one."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from faircopy.cleaners.typos.document_context import Page
from faircopy.cleaners.typos.lexicon.lexicon import (
    ABBREVIATION,
    NAME,
    OBSCURE_WORD,
    RARE_NAME,
    UNUSUAL_WORD,
    WORD,
    Lexicon,
)
from faircopy.cleaners.typos.lexicon.morphology import stems
from faircopy.cleaners.typos.nonword.occurrence import Spot
from faircopy.cleaners.typos.nonword.ranking import Reader, Reading, is_short

Features = dict[str, float]


def features(reader: Reader, spot: Spot, readings: Sequence[Reading], page: Page) -> Features:
    """The facts on the best reading of a spot."""
    lexicon, best = reader.lexicon, readings[0]
    return {
        **_lead(reader, spot, readings),
        **_word(reader, spot),
        **_reading(lexicon, spot, best),
        **_around(lexicon, spot, best),
        **_elsewhere(spot, best, page),
    }


def _lead(reader: Reader, spot: Spot, readings: Sequence[Reading]) -> Features:
    """How far the best reading is ahead of the word itself, in bits, and of the next reading."""
    best = readings[0]
    ahead = _clip(best.score - reader.itself(spot.word.lower()), -5, 20)
    next_best = best.rank - readings[1].rank if len(readings) > 1 else 20.0
    return {
        "ahead": ahead,
        "ahead_squared": ahead**2 / 10,
        "next": _clip(next_best, 0, 12),
        "no_next": float(len(readings) == 1),
    }


def _word(reader: Reader, spot: Spot) -> Features:
    """What is known of the word as it stands."""
    lexicon, lower = reader.lexicon, spot.word.lower()
    flags, own, size = lexicon.flags(lower), lexicon.bits(lower), len(lower)
    return {
        **{f"size{n}": float(size == n) for n in (2, 3, 4, 5)},
        "size": min(size, 12) / 3,
        "own": round(own / 2) / 2.5,
        "unheard": float(own == 0),
        "obscure": float(bool(flags & OBSCURE_WORD)),
        "name": float(bool(flags & NAME)),
        "rare_name": float(bool(flags & RARE_NAME)),
        "abbreviation": float(bool(flags & ABBREVIATION)),
        "foreign_letters": float(not lower.isascii()),
        "always_capitalised": float(lower in lexicon.always_capitalised),
        "productive": float(reader.is_productive(lower)),
        "compound": float(reader.is_compound(lower)),
    }


def _reading(lexicon: Lexicon, spot: Spot, best: Reading) -> Features:
    """What is known of the reading, and how it differs from the word."""
    lower, meant = spot.word.lower(), best.words.lower()
    parts = meant.split(" ")
    return {
        "cost": best.cost / 3,
        "two_slips": float(best.slips > 1),
        "known": float(lexicon.meant.get(lower) == meant),
        "bits": round(best.bits) / 5,
        "rarer": (best.bits - lexicon.bits(lower)) / 5,
        "unusual": float(bool(lexicon.flags(meant) & UNUSUAL_WORD)),
        "to_name": float(lexicon.is_name_only(meant)),
        "short_part": float(is_short(meant)),
        "rarest_part": min(map(lexicon.bits, parts)) / 5,
        "pair": lexicon.attraction(parts[0], parts[-1]) / 3 if len(parts) > 1 else 0.0,
        "last_letter": float(meant[:-1] == lower or meant == lower[:-1]),
        "inflected": float(not stems(lower).isdisjoint(stems(meant))),
    }


def _around(lexicon: Lexicon, spot: Spot, best: Reading) -> Features:
    """What the neighbours say, and the place."""
    return {
        "left": _clip(best.left, -6, 10) / 3,
        "right": _clip(best.right, -6, 10) / 3,
        "no_left": float(not spot.before),
        "no_right": float(not spot.after),
        "opens": float(spot.opens and not spot.word.islower()),
        "capital_inside": float(not spot.opens and not spot.word.islower()),
        "hyphened": float(spot.hyphened),
        "quoted": float(spot.quoted),
        "before_name": float(spot.before[:1].isupper() and not lexicon.flags(spot.before.lower()) & WORD),
        "after_name": float(spot.after[:1].isupper()),
        "before_unlisted": float(bool(spot.before) and not lexicon.flags(spot.before.lower())),
        "after_unlisted": float(bool(spot.after) and not lexicon.flags(spot.after.lower())),
    }


def _elsewhere(spot: Spot, best: Reading, page: Page) -> Features:
    """What the rest of the text has of the word, of the reading and of other unlisted words."""
    names, name = page.names, spot.word.capitalize()
    count = page.unlisted.get(spot.word, 1)
    return {
        "seen": float(best.words in page.words),
        "seen_name": min(3.0, names.inside(name)),
        "seen_in_prose": min(3.0, names.in_prose(name)),
        "name_times": min(4.0, log2(1 + names.anywhere.get(name, 0))),
        "often": min(3.0, log2(count)) if count > 1 else 0.0,
        "noise": page.noise / 3,
    }


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
