"""The rules of the stage `names`."""

from __future__ import annotations

from faircopy.cleaners.rule import define

FORMER_NAME = define("names/former-name", "Former names of places.")
FUZZY = define("names/fuzzy", "Names one slip away from one of the pack.")
HOUSE_STYLE = define("names/house-style", "Accepted spellings that the style does not use.")
LOST_CAPITAL = define("names/lost-capital", "Names of the packs without their capital.")
MISSPELLING = define("names/misspelling", "Misspelt names of the packs.")
TRANSLITERATION = define("names/transliteration", "Other transliterations and older English forms.")
