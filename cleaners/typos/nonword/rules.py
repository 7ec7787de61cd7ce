"""The rules on words that are in no word list."""

from __future__ import annotations

from faircopy.cleaners.rule import define

APPLY_AT = 0.75  # confidence

NON_WORD = define("typos/non-word", "Words that no word list has.", threshold=APPLY_AT)
JOINED_WORDS = define("typos/joined-words", "Two words without the space between them.", threshold=APPLY_AT)
SPLIT_WORD = define("typos/split-word", "A word with a space inside.", threshold=APPLY_AT)
NAME_IN_DOCUMENT = define(
    "typos/name-in-document", "A name that the rest of the text spells differently.", threshold=APPLY_AT
)
