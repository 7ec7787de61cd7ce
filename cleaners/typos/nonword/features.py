"""The features of the best correction of an occurrence, scaled to around one, for the confidence model."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from faircopy.cleaners.typos.document_context import DocumentContext
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
from faircopy.cleaners.typos.nonword.occurrence import Occurrence
from faircopy.cleaners.typos.nonword.ranking import Correction, Ranker, has_short_word

Features = dict[str, float]


def features(
    ranker: Ranker, occurrence: Occurrence, corrections: Sequence[Correction], context: DocumentContext
) -> Features:
    """The features of the first correction; their names are those of the trained model."""
    lexicon, best = ranker.lexicon, corrections[0]
    return {
        **_lead(ranker, occurrence, corrections),
        **_word(ranker, occurrence),
        **_correction(lexicon, occurrence, best),
        **_neighbours(lexicon, occurrence, best),
        **_document(occurrence, best, context),
    }


def _lead(ranker: Ranker, occurrence: Occurrence, corrections: Sequence[Correction]) -> Features:
    """How many bits the best correction is ahead of the word as typed and of the next correction."""
    best = corrections[0]
    ahead = _clip(best.score - ranker.score_unchanged(occurrence.word.lower()), -5, 20)
    next_best = best.rank - corrections[1].rank if len(corrections) > 1 else 20.0
    return {
        "ahead": ahead,
        "ahead_squared": ahead**2 / 10,
        "next": _clip(next_best, 0, 12),
        "no_next": float(len(corrections) == 1),
    }


def _word(ranker: Ranker, occurrence: Occurrence) -> Features:
    """What the lexicon has on the word as typed."""
    lexicon, lower = ranker.lexicon, occurrence.word.lower()
    flags, own, size = lexicon.flags(lower), lexicon.log2_count(lower), len(lower)
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
        "productive": float(ranker.is_productive(lower)),
        "compound": float(ranker.is_compound(lower)),
    }


def _correction(lexicon: Lexicon, occurrence: Occurrence, best: Correction) -> Features:
    """What the lexicon has on the correction, and how it differs from the word as typed."""
    lower, meant = occurrence.word.lower(), best.words.lower()
    parts = meant.split(" ")
    return {
        "cost": best.cost / 3,
        "two_slips": float(best.edits > 1),
        "known": float(lexicon.misspellings.get(lower) == meant),
        "bits": round(best.log2_count) / 5,
        "rarer": (best.log2_count - lexicon.log2_count(lower)) / 5,
        "unusual": float(bool(lexicon.flags(meant) & UNUSUAL_WORD)),
        "to_name": float(lexicon.is_name_only(meant)),
        "short_part": float(has_short_word(meant)),
        "rarest_part": min(map(lexicon.log2_count, parts)) / 5,
        "pair": lexicon.pmi(parts[0], parts[-1]) / 3 if len(parts) > 1 else 0.0,
        "last_letter": float(meant[:-1] == lower or meant == lower[:-1]),
        "inflected": float(not stems(lower).isdisjoint(stems(meant))),
    }


def _neighbours(lexicon: Lexicon, occurrence: Occurrence, best: Correction) -> Features:
    """How well the neighbours fit the correction, and where in the sentence it is."""
    before, after = occurrence.before, occurrence.after
    capitalised = not occurrence.word.islower()
    return {
        "left": _clip(best.left_pmi, -6, 10) / 3,
        "right": _clip(best.right_pmi, -6, 10) / 3,
        "no_left": float(not before),
        "no_right": float(not after),
        "opens": float(occurrence.opens_sentence and capitalised),
        "capital_inside": float(not occurrence.opens_sentence and capitalised),
        "hyphened": float(occurrence.hyphenated),
        "quoted": float(occurrence.quoted),
        "before_name": float(before[:1].isupper() and not lexicon.flags(before.lower()) & WORD),
        "after_name": float(after[:1].isupper()),
        "before_unlisted": float(bool(before) and not lexicon.flags(before.lower())),
        "after_unlisted": float(bool(after) and not lexicon.flags(after.lower())),
    }


def _document(occurrence: Occurrence, best: Correction, context: DocumentContext) -> Features:
    """How often the rest of the text has the word, the correction and other unlisted words."""
    names, name = context.names, occurrence.word.capitalize()
    count = context.unlisted_counts.get(occurrence.word, 1)
    return {
        "seen": float(best.words in context.tokens),
        "seen_name": min(3.0, names.count_in_sentences(name)),
        "seen_in_prose": min(3.0, names.count_in_prose(name)),
        "name_times": min(4.0, log2(1 + names.counts.get(name, 0))),
        "often": min(3.0, log2(count)) if count > 1 else 0.0,
        "noise": context.noise / 3,
    }


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))
