"""Romanise Ukrainian by the national standard (KMU resolution 55 of 2010) and Russian by BGN/PCGN (1947)."""

from __future__ import annotations

import re
from itertools import pairwise

_UKRAINIAN = dict(
    zip(
        "абвгґдежзийклмнопрстуфхцчшщ",
        "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(),  # noqa: SIM905
        strict=True,
    )
)
_UKRAINIAN |= {"і": "i", "ї": "i", "є": "ie", "ю": "iu", "я": "ia", "ь": "", "'": "", "’": "", "ʼ": ""}
_OPENING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = dict(
    zip(
        "абвгджзийклмнопрстуфхцчшщыэюя",
        "a b v g d zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split(),  # noqa: SIM905
        strict=True,
    )
)


def kmu2010(name: str) -> str:
    """A Ukrainian name in the official romanisation.

    >>> kmu2010("Згорани"), kmu2010("Ічня"), kmu2010("Яготин"), kmu2010("Кам'янське")
    ('Zghorany', 'Ichnia', 'Yahotyn', 'Kamianske')
    """
    return re.sub(r"[^\W\d_][^\s-]*", lambda word: _kmu_word(word[0]), name)


def _kmu_word(word: str) -> str:
    lowered = word.lower()
    out = _OPENING.get(lowered[0], _UKRAINIAN.get(lowered[0], lowered[0]))
    for before, letter in pairwise(lowered):
        out += "gh" if before + letter == "зг" else _UKRAINIAN.get(letter, letter)
    return out[:1].upper() + out[1:] if word[0].isupper() else out


def bgn_russian(name: str) -> str:
    """A Russian name by BGN/PCGN, without soft signs, as news writes it.

    >>> bgn_russian("Енакиево"), bgn_russian("Белая Церковь"), bgn_russian("Щёлково")
    ('Yenakiyevo', 'Belaya Tserkov', 'Shchelkovo')
    """
    return re.sub(r"[^\W\d_][^\s-]*", lambda word: _bgn_word(word[0]), name)


def _bgn_word(word: str) -> str:
    out, before = "", ""
    for letter in word.lower():
        if letter in "её":
            out += "ye" if before in "аеёиоуыэюяйъь" or not before else "e"
        else:
            out += "" if letter in "ьъ" else _RUSSIAN.get(letter, letter)
        before = letter
    return out[:1].upper() + out[1:] if word[0].isupper() else out
