"""What speaks for a reading and what against it, as numbers around one."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from cleaners.typos.known import stems
from cleaners.typos.lexicon import ABBREVIATION, NAME, OBSCURE_WORD, RARE_NAME, UNUSUAL_WORD, WORD
from cleaners.typos.page import Page
from cleaners.typos.readings import Reader, Reading, is_short
from cleaners.typos.spots import Spot

Features = dict[str, float]


def features(reader: Reader, spot: Spot, readings: Sequence[Reading], page: Page) -> Features:
    """The facts on the best reading of a spot."""
    words, names = page.words, page.names
    lexicon, best = reader.lexicon, readings[0]
    lower = spot.word.lower()
    flags, own = lexicon.flags(lower), lexicon.bits(lower)
    ahead = best.score - reader.itself(lower)
    next_best = best.score - readings[1].score if len(readings) > 1 else 20.0
    size = len(lower)
    name = spot.word.capitalize()
    count = page.unlisted.get(spot.word, 1)
    return {
        "ahead": _clip(ahead, -5, 20),
        "ahead_squared": _clip(ahead, -5, 20) ** 2 / 10,
        "next": _clip(next_best, 0, 12),
        "no_next": float(len(readings) == 1),
        "size2": float(size == 2),
        "size3": float(size == 3),
        "size4": float(size == 4),
        "size5": float(size == 5),
        "size": min(size, 12) / 3,
        "own": round(own / 2) / 2.5,
        "rarer": (best.bits - own) / 5,
        "unheard": float(own == 0),
        "obscure": float(bool(flags & OBSCURE_WORD)),
        "name": float(bool(flags & NAME)),
        "rare_name": float(bool(flags & RARE_NAME)),
        "abbreviation": float(bool(flags & ABBREVIATION)),
        "cost": best.cost / 3,
        "two_slips": float(best.slips > 1),
        "bits": round(best.bits) / 5,
        "unusual": float(bool(lexicon.flags(best.words) & UNUSUAL_WORD)),
        "left": _clip(best.left, -6, 10) / 3,
        "right": _clip(best.right, -6, 10) / 3,
        "no_left": float(not spot.before),
        "no_right": float(not spot.after),
        "seen": float(best.words in words),
        "seen_name": min(3.0, names.inside(name)),
        "name_times": min(4.0, log2(1 + names.anywhere.get(name, 0))),
        "often": min(3.0, log2(count)) if count > 1 else 0.0,
        "noise": page.noise / 3,
        "opens": float(spot.opens and not spot.word.islower()),
        "hyphened": float(spot.hyphened),
        "foreign_letters": float(not lower.isascii()),
        "before_name": float(spot.before[:1].isupper() and not lexicon.flags(spot.before.lower()) & WORD),
        "after_name": float(spot.after[:1].isupper()),
        "before_unlisted": float(bool(spot.before) and not lexicon.flags(spot.before.lower())),
        "after_unlisted": float(bool(spot.after) and not lexicon.flags(spot.after.lower())),
        "short_part": float(is_short(best.words)),
        "last_letter": float(best.words[:-1] == lower or best.words == lower[:-1]),
        "productive": float(reader.is_productive(lower)),
        "inflected": float(not stems(lower).isdisjoint(stems(best.words))),
        "compound": float(reader.is_compound(lower)),
    }


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
