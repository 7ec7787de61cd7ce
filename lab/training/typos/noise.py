"""Errors put into right text on purpose: keyboard errors, misspellings, lost capitals, joined and split words."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from faircopy.cleaners.typos.nonword.error_model import NEAR

WORD = re.compile(r"(?<![\w’'@#./-])[^\W\d_]+(?![\w’'@/-])")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KINDS = {"key": 5, "mind": 3, "join": 1, "split": 0.4}
Misspellings = Mapping[str, Sequence[str]]


def noisy(text: str, chance: Random, rate: float, listed: Misspellings) -> tuple[str, list[tuple[int, int, str]]]:
    """The text with errors in about `rate` of its words, and the correction of each: (start, end, right words).

    `listed` has misspellings people make, by the right word.
    """
    words = list(WORD.finditer(text))
    out: list[str] = []
    corrections: list[tuple[int, int, str]] = []
    at = size = 0
    for n, match in enumerate(words):
        if match.start() < at or chance.random() > rate * (2 if _named(match, text) else 1):
            continue
        following = words[n + 1] if n + 1 < len(words) else None
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        if _named(match, text):
            kind = chance.choice(["name", "case"])
        end, wrong = _slip(kind, match, following, text, chance, listed)
        if wrong is None or wrong == text[match.start() : end]:
            continue
        out += [text[at : match.start()], wrong]
        size += match.start() - at
        corrections.append((size, size + len(wrong), text[match.start() : end]))
        size += len(wrong)
        at = end
    return "".join(out) + text[at:], corrections


Random = random.Random


def _slip(
    kind: str, match: re.Match[str], after: re.Match[str] | None, text: str, chance: Random, listed: Misspellings
) -> tuple[int, str | None]:
    word, end = match[0], match.end()
    named = _named(match, text)
    if kind == "join":
        joins = after and after[0].islower() and word.islower() and text[end : after.start()] == " "
        return (after.end(), word + after[0]) if joins and after else (end, None)
    if kind == "split":
        cut = chance.randrange(2, len(word) - 1) if len(word) > 5 and word.islower() else 0
        return end, f"{word[:cut]} {word[cut:]}" if cut else None
    if kind == "case":
        return end, word.lower() if named else None
    if kind == "name":
        return end, _key_slip(word, chance) if named and len(word) > 3 else None
    if not word.islower() or len(word) < 3 - (chance.random() < 0.2):
        return end, None
    if kind == "mind":
        if word in listed:
            return end, chance.choice(listed[word])
        return end, _mind_slip(word, chance) if chance.random() < 0.3 else None
    return end, _key_slip(word, chance)


def _named(match: re.Match[str], text: str) -> bool:
    """Whether a word is capitalised inside a sentence."""
    before = text[max(0, match.start() - 2) : match.start()]
    return match[0].istitle() and before[1:] == " " and before[:1].isalnum()


def _key_slip(word: str, chance: Random) -> str:
    """A letter dropped, added, hit beside, or swapped with the next; in a name the first stays."""
    low = 1 if word[0].isupper() or chance.random() < 0.8 else 0
    if len(word) <= low + 1:
        low = 0
    i = chance.randrange(low, len(word))
    letter = word[i].lower()
    near = sorted(c for c in LETTERS if letter + c in NEAR) or ["e"]
    if chance.random() < 0.2:
        near = [*LETTERS, *word.lower()]
    how = chance.randrange(4)
    if how == 0 and len(word) > 2:
        return word[:i] + word[i + 1 :]
    if how == 1:
        return word[:i] + chance.choice([letter, *near]) + word[i:]
    if how == 2 and i + 1 < len(word) and i >= low:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word[:i] + chance.choice(near) + word[i + 1 :]


MIND: Sequence[tuple[str, str]] = (
    ("ie", "ei"), ("ei", "ie"), ("a", "e"), ("e", "a"), ("e", "i"), ("i", "e"), ("ance", "ence"), ("ence", "ance"),
    ("ant", "ent"), ("ent", "ant"), ("able", "ible"), ("ible", "able"), ("s", "c"), ("c", "s"), ("ph", "f"),
    ("ou", "o"), ("ea", "e"), ("ary", "ery"), ("ery", "ary"), ("ely", "ly"), ("ally", "aly"), ("ss", "s"),
    ("s", "ss"), ("ll", "l"), ("l", "ll"), ("tt", "t"), ("t", "tt"), ("rr", "r"), ("mm", "m"), ("nn", "n"), ("pp", "p"),
    ("cc", "c"), ("c", "cc"), ("r", "rr"), ("m", "mm"), ("rn", "n"), ("nm", "m"), ("dg", "g"), ("ch", "c"), ("h", ""),
    ("u", "o"), ("o", "u"), ("y", "i"), ("i", "y"), ("ugh", "gh"), ("sc", "s"), ("ed", "d"), ("e", ""),
)  # fmt: skip


def _mind_slip(word: str, chance: Random) -> str:
    """A misspelling by sound or by analogy."""
    right, wrong = chance.choice([pair for pair in MIND if pair[0] in word[1:]] or [("", "")])
    at = word.find(right, 1)
    return word[:at] + wrong + word[at + len(right) :] if right else word
