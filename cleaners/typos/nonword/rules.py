"""The rules on words that are in no word list."""

from __future__ import annotations

from faircopy.cleaners.rule import define

APPLY_AT = 0.75  # confidence

NON_WORD = define("typos/non-word", "Corrects words that are in no word list.", threshold=APPLY_AT)
JOINED_WORDS = define("typos/joined-words", "Separates two words that lost the space between them.", threshold=APPLY_AT)
SPLIT_WORD = define("typos/split-word", "Joins a word with a stray space inside.", threshold=APPLY_AT)
NAME_IN_DOCUMENT = define(
    "typos/name-in-document", "Corrects a name that the rest of the text spells differently.", threshold=APPLY_AT
)
