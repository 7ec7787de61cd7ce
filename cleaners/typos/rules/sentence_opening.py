"""Slips in the common word that opens a sentence, which lists may hold as a name: `Teh`, `Adn`, `THe`.

A capitalised word that no sentence has inside, and that goes with the next word as the common one does,
is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.text.proper_names import opens_sentence
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, RARE_WORD, Lexicon

OPENERS = (
    "after", "because", "before", "from", "many", "most", "some", "that", "their", "then", "there", "these", "they",
    "this", "those", "what", "when", "where", "which", "while", "with",
)  # fmt: skip
SHORT_OPENERS = ("and", "but", "for", "how", "our", "she", "the", "who", "why", "you")
# Of three letters only those that are hardly a name of their own: not Nad, Seh, Woh, Btu.
SHORT_SLIPS = {"Teh": "The", "Hte": "The", "Adn": "And", "Ubt": "But", "Yuo": "You", "Oyu": "You"}


def _swapped(word: str) -> set[str]:
    """What a word becomes when two neighbours change places."""
    return {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}


SLIPS = {**{slip.capitalize(): word.capitalize() for word in OPENERS for slip in _swapped(word)}, **SHORT_SLIPS}
HELD_SHIFT = {word[:2].upper() + word[2:]: word.capitalize() for word in (*OPENERS, *SHORT_OPENERS)}
OPENINGS = frozenset({*SLIPS, *HELD_SHIFT})
GOES_ON = re.compile(r" (?P<next>[a-z]+)(?![\w’'-])")
ATTRACTED = 0.5  # bits by which the next word is likelier after the common one than anywhere


def slips_at_a_start(text: str, cues: Collection[str], lexicon: Lexicon) -> Iterator[Edit]:
    """Words of `OPENINGS` that stand for the common one; `cues` are the words of the text that were waited for."""
    for slip in sorted(SLIPS.keys() & cues):
        right = SLIPS[slip]
        if lexicon.flags(slip.lower()) & (GOOD | RARE_WORD | NAME):
            continue
        places = list(_places(text, slip))
        if all(opens_sentence(text, start) for start, _ in places):
            for start, following in places:
                if following and lexicon.attraction(right.lower(), following) > ATTRACTED:
                    yield _edit("non-word", start, slip, right, 0.95, "with two letters in the other order")
    for slip in sorted(HELD_SHIFT.keys() & cues):
        right = HELD_SHIFT[slip]
        for start, following in _places(text, slip):
            if not following:
                continue
            if opens_sentence(text, start):
                yield _edit("lost-capital", start, slip, right, 0.95, "with one capital too many")
            else:
                yield _edit("lost-capital", start, slip, right.lower(), 0.7, "with two capitals too many")


def _places(text: str, word: str) -> Iterator[tuple[int, str]]:
    """Where a word stands, each with the word in small letters behind it, if one is."""
    for found in re.finditer(rf"(?<![\w'’.@#/&=-]){word}(?![\w'’@/=&(-]|\.\w)", text):
        following = GOES_ON.match(text, found.end())
        yield found.start(), following["next"] if following else ""


def _edit(rule: str, start: int, before: str, after: str, sure: float, why: str) -> Edit:
    status = APPLIED if sure > 0.75 else SUGGESTED
    return Edit("typos", f"typos/{rule}", start, before, after, f"‘{after}’ {why}", sure, status)
