"""Sentences about times when a place had another name."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import WEAK, Candidate, Evidence

# The weight of an old year: an older English form was the name at the time, a transliteration less so.
WEIGHTS = {"exonym": -5.0, "former name": -5.0, "transliteration": WEAK, "style": WEAK}
BEFORE_1946 = -4.5  # at most, for a year before the end of the war
RECENT = 1.5
MENTION = "\0"  # in the place of the name
_YEAR = r"(?:1[0-8]\d\d|19[0-8]\d|1990)"
# A bare number of four digits is a year unless it counts something: 1500 soldiers, 1800-strong.
_BARE_YEAR = (
    rf"(?<![\w$€£.,:/+-])({_YEAR})"
    r"(?![\w%:/]|[.,]\d|-[a-z]| (?!was|is|as|its|his|this)[a-z]+s\b| (?:people|men|women|km|of)\b)"
)
_CUE = (
    r"(?:in|since|of|from|until|till|by|during|before|after|between|around|circa|c\.|to|and|early|late|mid|spring|summer"
    r"|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|year|born"
    r"|died|\d{1,2},?)"
)
_OLD_YEAR = re.compile(
    rf"\b{_CUE}[ -]({_YEAR})\b(?![,.]?\d)|[(\[–-]({_YEAR})\b|\b({_YEAR})[)\]–]|\b({_YEAR})s\b|\0 +({_YEAR})\b"
    rf"|{_BARE_YEAR}",
    re.IGNORECASE,
)
_EARLY_YEAR = re.compile(
    r"\bin ([4-9]\d\d)\b(?=\W*(?:$|[.,;)]|and|by|when|the))|\b\d{3,4} (?:BC|AD|BCE|CE)\b|\bAD \d{3,4}\b"
)
_CENTURY = re.compile(
    r"\b(?:[4-9]|1\d)th[ -]centur|\b(?:fifth|sixth|seventh|eighth|ninth|\w+teenth|tenth|eleventh|twelfth)[ -]centur",
    re.IGNORECASE,
)
# Yaroslav the Wise, Catherine the Great.
_BYNAME = re.compile(
    r"\b[A-Z]\w+ the (?:Great|Wise|Bold|Terrible|Elder|Younger|Conqueror|Magnificent|Holy|Brave|Impaler|Red|Fair)\b"
)
# Alexander II, but not a ruler of today.
_NUMBERED_RULER = re.compile(
    r"\b(?!War|Charles|Elizabeth|Pope|Phase|Act|Part|Type|Class)[A-Z][a-z]+ [IVX]{2,4}\b(?!,? \d)"
)
_RECENT_YEAR = re.compile(r"\b20[0-4]\d\b")
_DIGIT_OR_CENTURY = re.compile(r"\d|centur", re.IGNORECASE)


def historical_date(candidate: Candidate) -> Evidence | None:
    """In 1941 Kiev fell: a year before 1991, an early century or a ruler of old in the sentence.

    A recent year is evidence for the change.
    """
    weight = WEIGHTS.get(candidate.variant_kind)
    if weight is None:
        return None
    sentence = f"{candidate.context.before} {MENTION} {candidate.context.after}"
    if match := _BYNAME.search(sentence) or _NUMBERED_RULER.search(sentence):
        return Evidence(weight, f"the sentence mentions {match[0]}")
    if not _DIGIT_OR_CENTURY.search(sentence):
        return None
    if match := _OLD_YEAR.search(sentence) or _EARLY_YEAR.search(sentence) or _CENTURY.search(sentence):
        year = next((int(group) for group in match.groups() if group), 0)
        weight = min(weight, BEFORE_1946) if year < 1946 else weight
        return Evidence(weight, f"the sentence mentions “{match[0].strip(f' {MENTION}')}”")
    if _RECENT_YEAR.search(sentence):
        return Evidence(RECENT, "the sentence mentions a recent year")
    return None
