"""Slips in the common word that opens a sentence: `Teh`, `Adn`, `THe`. Word lists may have some of them as names.

A slip of swapped letters is corrected only if the text never has it inside a sentence, where a name would occur,
and if the next word is likely after the common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.text.proper_names import opens_sentence
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, RARE_WORD
from faircopy.cleaners.typos.nonword.rules import NON_WORD
from faircopy.cleaners.typos.rule_api import TokenizedText, has_word, runs_on
from faircopy.cleaners.typos.rules.lost_capital import RULE as LOST_CAPITAL

OPENERS = (
    "after", "because", "before", "from", "many", "most", "some", "that", "their", "then", "there", "these", "they",
    "this", "those", "what", "when", "where", "which", "while", "with",
)  # fmt: skip
SHORT_OPENERS = ("and", "but", "for", "how", "our", "she", "the", "who", "why", "you")
# Of three letters only those that are hardly names: not Nad, Seh, Woh, Btu.
SHORT_SLIPS = {"Teh": "The", "Hte": "The", "Adn": "And", "Ubt": "But", "Yuo": "You", "Oyu": "You"}


def _swapped(word: str) -> set[str]:
    """What a word becomes when two neighbouring letters are swapped."""
    return {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}


SLIPS = {**{slip.capitalize(): word.capitalize() for word in OPENERS for slip in _swapped(word)}, **SHORT_SLIPS}
HELD_SHIFT = {word[:2].upper() + word[2:]: word.capitalize() for word in (*OPENERS, *SHORT_OPENERS)}
NEXT_WORD = re.compile(r" (?P<next>[a-z]+)(?![\w’'-])")
LIKELY = 0.5  # bits of pointwise mutual information between the common word and the next one

SWAPPED = has_word(SLIPS)
TWO_CAPITALS = has_word(HELD_SHIFT)


@runs_on(SWAPPED)
def swapped_letters(doc: TokenizedText) -> Iterator[Edit]:
    """Correct two swapped letters in the word that opens a sentence."""
    for slip in doc.words(SWAPPED):
        right = SLIPS[slip]
        if slip in doc.accepted or doc.lexicon.flags(slip.lower()) & (GOOD | RARE_WORD | NAME):
            continue
        places = list(_places(doc.text, slip))
        if all(opens_sentence(doc.text, start) for start, _ in places):
            for start, following in places:
                if following and doc.lexicon.pmi(right.lower(), following) > LIKELY:
                    yield NON_WORD.edit(start, slip, right, f"‘{right}’ with two letters swapped", 0.95)


@runs_on(TWO_CAPITALS)
def two_capitals(doc: TokenizedText) -> Iterator[Edit]:
    """Correct the second capital of `THe`; inside a sentence, suggest to drop both."""
    for slip in doc.words(TWO_CAPITALS):
        right = HELD_SHIFT[slip]
        for start, following in _places(doc.text, slip) if slip not in doc.accepted else ():
            if not following:
                continue
            if opens_sentence(doc.text, start):
                yield LOST_CAPITAL.edit(start, slip, right, f"‘{right}’ with one capital too many", 0.95)
            else:
                right_here = right.lower()
                yield LOST_CAPITAL.edit(start, slip, right_here, f"‘{right_here}’ with two capitals too many", 0.7)


def _places(text: str, word: str) -> Iterator[tuple[int, str]]:
    """Where a word occurs, each with the next word if that is in lower case, else with an empty string."""
    for match in re.finditer(rf"(?<![\w'’.@#/&=-]){word}(?![\w'’@/=&(-]|\.\w)", text):
        following = NEXT_WORD.match(text, match.end())
        yield match.start(), following["next"] if following else ""
