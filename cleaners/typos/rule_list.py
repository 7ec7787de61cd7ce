"""The rules of the stage `typos`."""

from __future__ import annotations

from faircopy.cleaners.rule import define

DOUBLED_WORD = define("typos/doubled-word", "A word that stands twice.")
GRAMMAR = define("typos/grammar", "Forms that do not go together.")
HEADLINE_CAPITAL = define("typos/headline-capital", "A small letter in a headline of capitals.")
JOINED_WORDS = define("typos/joined-words", "Two words without the space between them.")
LEFT_OUT = define("typos/left-out", "A word that the same quotation has elsewhere.")
LOST_APOSTROPHE = define("typos/lost-apostrophe", "Contractions without their apostrophe, or with it misplaced.")
LOST_CAPITAL = define("typos/lost-capital", "Names that lost their capital.")
NAME_IN_DOCUMENT = define("typos/name-in-document", "A name spelt otherwise elsewhere in the text.")
NON_WORD = define("typos/non-word", "Words that no word list knows.")
REAL_WORD = define("typos/real-word", "A word in place of another.")
SPACING = define("typos/spacing", "Stray and missing spaces at punctuation.")
SPLIT_WORD = define("typos/split-word", "A word with a space inside.")
