"""A word written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.edits import Edit

TWICE = re.compile(r"(?<![\w'’.-])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)(?P<gap>[ \t]+)(?P=word)(?![\w'’-])")
# Words that follow themselves in good English.
RIGHT_TWICE = frozenset([
    "had", "that", "bye", "very", "no", "yes", "ha", "hey", "so", "long", "blah", "knock", "really", "many",
    "much", "far", "never", "hear", "go", "now", "there", "her", "is", "do", "on", "in",
])  # fmt: skip
SURELY_WRONG = frozenset([
    "the", "a", "an", "and", "of", "to", "in", "is", "be", "by", "for", "with", "at", "from", "as", "or", "are",
    "was", "were", "this", "it", "its", "their", "his", "our", "your", "on", "but", "not", "have", "has",
    "will", "would", "which", "who", "if", "than", "he", "she", "they", "we",
])  # fmt: skip


def doubled_words(text: str) -> Iterator[Edit]:
    """Function words that stand twice; other words are suggested only, for they may be meant."""
    words = text.split()
    if not any(map(str.__eq__, words, words[1:])) and not TWICE.search(text):
        return
    for match in TWICE.finditer(text):
        word = match["word"]
        if word.lower() in SURELY_WRONG and (word.islower()):
            end = match.start() + len(word)
            yield Edit("typos", "typos/doubled-word", end, match[0][len(word) :], "", f"‘{word}’ stands twice", 0.98)
        elif word.islower() and word not in RIGHT_TWICE and len(word) > 2:
            end = match.start() + len(word)
            yield Edit(
                "typos",
                "typos/doubled-word",
                end,
                match[0][len(word) :],
                "",
                f"‘{word}’ stands twice",
                0.6,
                "suggested",
            )
