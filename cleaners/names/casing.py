"""Puts a name in the place of another one with the same capitals and the same gaps between words."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\S+")


def match_case(found: str, target: str) -> str:
    r"""The target with the gaps and capitals of the form found.

    >>> match_case("KIEV", "Kyiv"), match_case("Krivoy\nRog", "Kryvyi Rih"), match_case("Realised", "realized")
    ('KYIV', 'Kryvyi\nRih', 'Realized')
    """
    if found[0].isupper() and not found.isupper() and target.islower():
        target = target.capitalize()
    words = target.split()
    gaps = _WORD.split(found)[1:-1]
    capitals = [is_in_capitals(word) for word in found.split()]
    if len(capitals) == len(words):
        shaped = [word.upper() if capital else word for word, capital in zip(words, capitals, strict=True)]
    else:
        shaped = [word.upper() for word in words] if all(capitals) else words
    gaps = (gaps + [" "] * len(words))[: len(words) - 1]
    return "".join(word + gap for word, gap in zip(shaped, [*gaps, ""], strict=True))


def without_marks(name: str) -> str:
    """A name without its diacritics.

    >>> without_marks("Médecins Sans Frontières")
    'Medecins Sans Frontieres'
    """
    return "".join(mark for mark in unicodedata.normalize("NFD", name) if not unicodedata.combining(mark))


def is_in_capitals(word: str) -> bool:
    """Whether a word is in capitals: at least two letters, none of them lower case."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1
