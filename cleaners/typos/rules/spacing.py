"""Spaces on the wrong side of a punctuation mark, and commas without a space: `met , shook`, `spoons,a symbol`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, NAME, Lexicon
from faircopy.cleaners.typos.rule_api import TokenizedText, has_mark, runs_on

RULE = define("typos/spacing", "Corrects stray and missing spaces at punctuation.", threshold=0.75)

# "U.S .intelligence": the full stop of an abbreviation is on the wrong side of the space.
INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]\Z")
LONGEST = 60  # code points of initials
# "word , next": a space before a comma, semicolon or full stop; a closing mark may follow, then a space or the end.
SPACE_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;](?:[ \n]|$)|\.(?:[ \n]|$)(?! ?\.)|[,;.][”’\")]{1,2}(?:[ \n.,;]|$))")
# "5 ,000", "3 .5": a figure with a space inside; but ".5" may be a figure of its own.
THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?P<wrong> ,)\d{3}(?:,\d{3})*(?![\w,])")
UNITS = "per ?cent|percent|million|billion|trillion"
DECIMALS = re.compile(
    rf"(?<![\w.,])\d{{1,3}}(?P<wrong> \.)(?:\d(?![\w.])|\d\d(?=%| (?:{UNITS})\b))",
)
# "spoons,a": two words and nothing else, so no figures, addresses, code or lists of several items.
GLUED = re.compile(r"[\"“‘(]?(?P<left>[A-Za-z]{3,}),(?P<right>[A-Za-z]+)[.,;:!?]?[\"”’)]?")
# Words that continue a sentence, hardly a list of terms or a postal address.
CONTINUING = frozenset(
    ("a", "an", "the", "and", "but", "or", "which", "who", "where", "when", "while", "that", "it", "he", "she", "they",
     "we", "you", "in", "on", "at", "to", "for", "from", "with", "by", "as", "if", "because", "although", "though",
     "so", "including", "such", "not", "is", "was", "are", "were", "has", "had", "have", "will", "would", "said")
)  # fmt: skip


def is_glued(token: str) -> bool:
    """Whether a token is two words joined by a comma."""
    return "," in token[1:-1] and GLUED.fullmatch(token) is not None


STRAY_MARK = has_mark(".,;", lambda token: token.text.startswith((".", ",", ";")))
GLUED_COMMA = has_mark(",", lambda token: is_glued(token.text))


@runs_on(STRAY_MARK)
def stray_spaces(doc: TokenizedText) -> Iterator[Edit]:
    """Move a space to the right side of its mark, or remove it."""
    text = doc.text
    for start in _all(" .", text):
        if text[start + 2 : start + 3].isalpha() and (
            initials := INITIALS.search(text, max(0, start - LONGEST), start)
        ):
            yield RULE.edit(start, " .", ". ", f"the full stop belongs to ‘{initials[0]}.’", 0.98)
    for mark in ",;":
        for start in _all(f" {mark}", text):
            if start and text[start - 1].isalpha() and text[start + 2 : start + 3].isalpha():
                yield RULE.edit(start, f" {mark}", f"{mark} ", f"the space belongs after ‘{mark}’", 0.97)
    for mark in ",;.":
        for start in _all(f" {mark}", text):
            while start and text[start - 1] == " ":
                start -= 1
            if spaces := SPACE_BEFORE.match(text, start):
                yield RULE.edit(start, spaces[0], "", f"no space before ‘{mark}’", 0.97)
    yield from _split_figures(text)


def _split_figures(text: str) -> Iterator[Edit]:
    """Suggest to close figures with a space before their comma or point."""
    for mark, figure in ((",", THOUSANDS), (".", DECIMALS)):
        if f" {mark}" not in text:
            continue
        for match in figure.finditer(text):
            yield RULE.edit(match.start("wrong"), f" {mark}", mark, f"no space before the ‘{mark}’ of a figure", 0.6)


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


@runs_on(GLUED_COMMA)
def glued_commas(doc: TokenizedText) -> Iterator[Edit]:
    """Insert the space after a comma where a sentence continues; suggest it where terms may be listed."""
    glued = list(dict.fromkeys(doc.matching(GLUED_COMMA)))
    # A text with several of them and hardly another comma may be a table.
    is_prose = doc.text.count(", ") >= 2 * (len(glued) - 1)
    for token in glued:
        match = GLUED.fullmatch(token)
        if match is None or not (_is_word(match["left"], doc.lexicon) and _is_word(match["right"], doc.lexicon)):
            continue
        continues = match["right"] in CONTINUING and match["left"] not in CONTINUING
        confidence = 0.9 if continues and is_prose else 0.6
        for start in doc.starts(token):
            yield RULE.edit(start + match.end("left"), ",", ", ", "a space belongs after ‘,’", confidence)


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a common list has a word, or a name with its capital."""
    flags = lexicon.flags(word.lower())
    return word in {"a", "I"} or (len(word) > 1 and bool(flags & GOOD or (word[0].isupper() and flags & NAME)))
