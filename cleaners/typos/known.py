"""Which words are right, though no list may hold them."""

from __future__ import annotations

import re

from cleaners.typos.lexicon import (
    LISTED,
    RARE_WORD,
    UNUSUAL_WORD,
    WORD,
    Lexicon,
)

CONTRACTION = re.compile(r"(.+)['’](s|d|ll|re|ve|m|t|em|all)$", re.IGNORECASE)
PREFIXES = [
    "anti", "auto", "bi", "bio", "co", "counter", "cross", "cyber", "de", "dis", "eco", "ex", "extra", "geo",
    "hyper", "in", "inter", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "nano",
    "neo", "neuro", "non", "omni", "out", "over", "para", "photo", "poly", "post", "pre", "pro", "proto",
    "pseudo", "psycho", "quasi", "re", "self", "semi", "socio", "sub", "super", "tele", "trans", "tri", "ultra",
    "un", "under", "uni", "up",
]  # fmt: skip
SUFFIXES = {
    "s": ("",), "es": ("", "e"), "ed": ("", "e"), "ing": ("", "e"), "er": ("", "e"), "ers": ("", "e"), "ly": ("",),
    "ness": ("",), "less": ("",), "like": ("",), "ish": ("", "e"), "able": ("", "e"),
    "ization": ("", "ize"), "y": ("", "e"),
    "isation": ("",), "izing": ("",), "ising": ("",), "ized": ("",), "ised": ("",), "ism": ("",), "ist": ("",),
    "ists": ("",), "ship": ("",), "hood": ("",), "wise": ("",), "proof": ("",), "free": ("",), "gate": ("",),
    "fest": ("",),
}  # fmt: skip
GOOD = WORD | UNUSUAL_WORD


def is_listed(lexicon: Lexicon, word: str) -> bool:
    """Whether a word stands in a list as it is written; a name needs its capital."""
    lower = word.lower().replace("’", "'")
    flags = lexicon.flags(lower)
    if word.isupper() or not word.islower():
        return bool(flags & LISTED)
    return bool(flags & (GOOD | RARE_WORD))


def is_productive(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is made of known parts: a prefix or a suffix on a common word, or two common words."""
    lower = word.lower()
    for prefix in PREFIXES:
        if lower.startswith(prefix) and len(lower) - len(prefix) >= 4 and _is_stem(lexicon, lower[len(prefix) :]):
            return True
    for size in range(7, 0, -1):
        for restored in SUFFIXES.get(lower[-size:], ()):
            stem = lower[:-size]
            if len(stem) >= 4 and (_is_stem(lexicon, stem + restored) or _is_stem(lexicon, _undoubled(stem))):
                return True
    return False


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] and stem[-1] not in "aeiou" else stem


def _is_stem(lexicon: Lexicon, stem: str) -> bool:
    return bool(lexicon.flags(stem) & GOOD) and lexicon.bits(stem) >= 18


def needs_a_look(lexicon: Lexicon, word: str) -> bool:
    """Whether no list knows a word as it is written. Capitals all through are an acronym or a headline's."""
    if len(word) < 2 or is_listed(lexicon, word):
        return False
    if taken := CONTRACTION.match(word):
        return needs_a_look(lexicon, taken[1]) if len(taken[1]) > 1 else False
    return not (word.isupper() and len(word) <= 5)
