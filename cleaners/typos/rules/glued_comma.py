"""A comma without the space behind it: `spoons,a symbol`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, Lexicon
from faircopy.cleaners.typos.tokens import places

# All of a chunk but marks around it: figures, addresses, code and lists of several items are something else.
GLUED = re.compile(r"[\"“‘(]?(?P<left>[A-Za-z]{3,}),(?P<right>[A-Za-z]+)[.,;:!?]?[\"”’)]?")
# Words that go on with a sentence, hardly with a list of terms or a place's address.
GOING_ON = frozenset(
    ("a", "an", "the", "and", "but", "or", "which", "who", "where", "when", "while", "that", "it", "he", "she", "they",
     "we", "you", "in", "on", "at", "to", "for", "from", "with", "by", "as", "if", "because", "although", "though",
     "so", "including", "such", "not", "is", "was", "are", "were", "has", "had", "have", "will", "would", "said")
)  # fmt: skip


def is_glued(chunk: str) -> bool:
    """Whether a chunk is two words with a comma and no space between."""
    return "," in chunk[1:-1] and GLUED.fullmatch(chunk) is not None


def glued_commas(text: str, chunks: Sequence[str], lexicon: Lexicon) -> Iterator[Edit]:
    """Put the space behind the comma where a sentence goes on; what may be a list of terms is suggested.

    `chunks` are those to look at. A text with several that hardly knows another comma may be a table.
    """
    glued = [chunk for chunk in dict.fromkeys(chunks) if is_glued(chunk)]
    if not glued:
        return
    careful = text.count(", ") >= 2 * (len(glued) - 1)
    for chunk in glued:
        found = GLUED.fullmatch(chunk)
        if found is None or not (_is_word(found["left"], lexicon) and _is_word(found["right"], lexicon)):
            continue
        goes_on = found["right"] in GOING_ON and found["left"] not in GOING_ON
        sure, status = (0.9, APPLIED) if goes_on and careful else (0.6, SUGGESTED)
        why = "a space belongs after ‘,’"
        for at in places(text, chunk):
            yield Edit("typos", "typos/spacing", at + found.end("left"), ",", ", ", why, sure, status)


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a common list has a word, or a name with its capital."""
    flags = lexicon.flags(word.lower())
    return word in {"a", "I"} or (len(word) > 1 and bool(flags & GOOD or (word[0].isupper() and flags & NAME)))
