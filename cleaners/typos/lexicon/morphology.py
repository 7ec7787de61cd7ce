"""Which words are right though rare: those in a list, and those made of listed parts."""

from __future__ import annotations

from faircopy.cleaners.typos.lexicon.lexicon import GOOD, LISTED, RARE_WORD, Lexicon

PREFIXES = (
    "anti", "auto", "bi", "bio", "co", "counter", "cross", "cyber", "de", "dis", "eco", "ex", "extra", "geo",
    "hyper", "inter", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "nano",
    "neo", "neuro", "non", "omni", "out", "over", "para", "photo", "poly", "post", "pre", "pro", "proto",
    "pseudo", "psycho", "quasi", "re", "self", "semi", "socio", "sub", "super", "tele", "trans", "tri", "ultra",
    "un", "under", "up",
)  # fmt: skip
# Suffixes, each with the endings that a stem may lose before it: bak(e)ing.
SUFFIXES = {
    "s": ("",), "es": ("",), "ed": ("", "e"), "ing": ("", "e"), "er": ("", "e"), "ers": ("", "e"), "ly": ("",),
    "ness": ("",), "less": ("",), "like": ("",), "ish": ("", "e"), "able": ("", "e"), "y": ("", "e"),
    "ization": ("", "ize"), "isation": ("",), "izing": ("",), "ising": ("",), "ized": ("",), "ised": ("",),
    "ism": ("",), "ist": ("",), "ists": ("",), "ship": ("",), "hood": ("",), "wise": ("",), "proof": ("",),
    "free": ("",), "gate": ("",), "fest": ("",), "verse": ("",), "scape": ("",), "wear": ("",), "ware": ("",),
}  # fmt: skip
FREE_ENDINGS = ("ness", "like", "esque", "wise", "gate", "proof")
STEM_BITS = 18.0  # log2 count that makes a stem common
PART_BITS = 23.0  # log2 count that makes a part of a compound common


def is_listed(lexicon: Lexicon, word: str) -> bool:
    """Whether a list has the word; a name must have its capital."""
    flags = lexicon.flags(word.lower().replace("’", "'"))
    return bool(flags & (GOOD | RARE_WORD if word.islower() else LISTED))


def is_productive(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case word is a common one with a prefix or suffix, or two common ones of four letters or more."""
    return _prefixed(lexicon, word) or _suffixed(lexicon, word) or is_compound(lexicon, word)


def _prefixed(lexicon: Lexicon, word: str) -> bool:
    return any(
        word.startswith(prefix) and len(word) - len(prefix) >= 4 and _is_stem(lexicon, word[len(prefix) :])
        for prefix in PREFIXES
    )


def _suffixed(lexicon: Lexicon, word: str) -> bool:
    for size in range(7, 0, -1):
        for lost in SUFFIXES.get(word[-size:], ()):
            stem = word[:-size]
            if len(stem) >= 4 and (_is_stem(lexicon, stem + lost) or _is_stem(lexicon, _undoubled(stem))):
                return True
    return False


def is_compound(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case word is two common ones: `newsroom`."""
    return any(
        lexicon.flags(word[:i]) & GOOD and lexicon.flags(word[i:]) & GOOD
        and min(lexicon.log2_count(word[:i]), lexicon.log2_count(word[i:])) >= PART_BITS
        for i in range(4, len(word) - 3)
    )  # fmt: skip


def is_freely_made(lexicon: Lexicon, word: str) -> bool:
    """Whether a lower-case word is a common word with an ending that any word may take: `shyness`."""
    return any(word.endswith(ending) and _is_stem(lexicon, word[: -len(ending)]) for ending in FREE_ENDINGS)


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] and stem[-1] not in "aeiou" else stem


def _is_stem(lexicon: Lexicon, stem: str) -> bool:
    return bool(lexicon.flags(stem) & GOOD) and lexicon.log2_count(stem) >= STEM_BITS


def stems(word: str) -> set[str]:
    """The words that a lower-case word may be an inflection of, itself included."""
    found = {word}
    for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "r", "est"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            found |= {stem, stem + "e", _undoubled(stem)}
    return found
