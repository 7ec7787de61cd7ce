"""The ways in which a name may be printed: in capitals, with any apostrophe, with any gap between its words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from faircopy.cleaners.names.mentions import APOSTROPHES

GAPS = (" ", "\n", "\N{NO-BREAK SPACE}")
MOST_MIXED_GAPS = 2  # gaps up to which every combination is generated; the gaps of a longer name are all alike
SHORTEST_KEY = 5  # letters; a shorter word would match in every other sentence
_STRAIGHTENED = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


def key_word(words: tuple[str, ...], target: str) -> int:
    """The index of the word to find a name by: the longest one that the target lacks; -1 for all words together."""
    right = set(target.split())
    wrong = [n for n, word in enumerate(words) if word not in right and len(word) >= SHORTEST_KEY]
    return max(wrong, key=lambda n: len(words[n])) if wrong and len(words) > 1 else -1


def longest_word(words: tuple[str, ...]) -> int:
    """The index of the longest word, to find a surname by; -1 for all words together, if the longest is too short."""
    longest = max(range(len(words)), key=lambda n: len(words[n]))
    return longest if len(words[longest]) >= SHORTEST_KEY else -1


def surface_forms(words: tuple[str, ...], key: int, *, capitalised: bool = False) -> set[str]:
    """The printed forms of the key word, or of all words if `key` is -1; `capitalised`: also as the first word.

    >>> sorted(surface_forms(("grey",), -1, capitalised=True))
    ['GREY', 'Grey', 'grey']
    """
    bases = [words[key]] if key >= 0 else list(_with_gaps(words))
    bases = [form for base in bases for form in (base, base.upper())]
    if capitalised:
        bases.append(bases[0].capitalize())
    if not any(mark in base for base in bases for mark in APOSTROPHES):
        return set(bases)
    return {base.translate(_STRAIGHTENED).replace("'", mark) for base, mark in product(bases, APOSTROPHES)}


def _with_gaps(words: tuple[str, ...]) -> Iterator[str]:
    """The words joined by every kind of gap."""
    gaps = len(words) - 1
    for kinds in product(GAPS, repeat=gaps) if gaps <= MOST_MIXED_GAPS else ((gap,) * gaps for gap in GAPS):
        yield "".join(word + gap for word, gap in zip(words, (*kinds, ""), strict=True))
