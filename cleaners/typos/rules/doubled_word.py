"""A word written twice: `by by`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.rule_api import REPEATED_WORD, TokenizedText, last_word, runs_on

RULE = define("typos/doubled-word", "Removes the second copy of a word written twice.", threshold=0.75)

TOKEN = re.compile(r"\S+")
TWICE = re.compile(r"(?<![\w'’.-])(?P<word>[^\W\d_]++(?:['’][^\W\d_]++)?+)(?P<again>[ \t]++(?P=word))(?![\w'’-])")
# Words that hardly ever follow themselves in good English.
SURELY_WRONG = frozenset(
    ("the", "a", "an", "and", "of", "to", "by", "for", "with", "at", "from", "as", "or", "are", "were",
     "this", "it", "its", "their", "his", "our", "your", "my", "but", "not", "have", "has", "will", "would", "which",
     "who", "if", "than", "he", "she", "they", "we", "be", "been", "into", "about", "when", "while", "can",
     "could", "should", "also", "because", "these", "those", "after", "before", "between", "during", "through",
     "some", "any", "all", "said", "says", "i", "am", "may", "might", "must", "what", "where", "how", "then", "only",
     "just", "even", "most", "them", "us", "me", "him", "one", "two", "first", "last", "new", "time", "people")
)  # fmt: skip
# At the start of a sentence the first has a capital: "The the". Not words that are names or sounds too (Will, He he).
AT_A_START = ("The", "A", "An", "And", "Of", "To", "By", "For", "With", "At", "From", "But", "They", "We", "This")
# These may follow themselves: "the place he lives in in winter", "what it is is a scandal".
AFTER_A_VERB = frozenset(("in", "on"))
AFTER_WHAT = frozenset(("is", "was"))
VERBS_WITH_PREPOSITION = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|work(?:s|ed|ing)?|believ(?:e|es|ed|ing)|go|goes|going|went|gone|com(?:e|es|ing)|"
    r"came|log(?:s|ged|ging)?|turn(?:s|ed|ing)?|mov(?:e|es|ed|ing)|put|puts|sign(?:s|ed|ing)?|bring|brought|tak(?:e|es|en)|took|"
    r"engag(?:e|es|ed|ing)|trad(?:e|es|ed|ing)|interested|involved|settl(?:e|ed|ing)|play(?:s|ed|ing)?|get|gets|got|based|kept?|"
    r"hold|held|carr(?:y|ies|ied)|let|call(?:s|ed)?|check(?:s|ed)?|focus(?:es|ed)?|depend(?:s|ed|ing)?|rel(?:y|ies|ied))$"
)
WHAT = re.compile(r"\b(?:what|all|that|who|where|how|thing|point|problem|question)\b[^.!?]*$", re.IGNORECASE)
# "had had" and "that that" are grammar; "very very" and "bye bye" are speech: all are suggested only.


@runs_on(REPEATED_WORD)
def doubled_words(doc: TokenizedText) -> Iterator[Edit]:
    """Delete the second copy of a function word; suggest it for other words."""
    text, end = doc.text, 0
    for start, word in _last_words(text, doc.matching(REPEATED_WORD)):
        if word in AT_A_START and text.startswith(f" {word.lower()} ", start + len(word)):
            yield _deletion(start + len(word), f" {word.lower()}", word, 0.97)
        elif start >= end and (match := TWICE.match(text, start)):
            end = match.end()
            confidence = _confidence(word, text[max(0, start - 60) : start].rstrip())
            if confidence > 0.5 or (word.islower() and len(word) > 2):
                yield _deletion(match.start("again"), match["again"], word, confidence)


def _last_words(text: str, tokens: list[str]) -> Iterator[tuple[int, str]]:
    """The last word of each of these tokens in a text, with its start."""
    words = {token: last_word(token) for token in tokens}
    for token in TOKEN.finditer(text):
        if word := words.get(token[0]):
            yield token.end() - len(word), word


def _deletion(start: int, again: str, word: str, confidence: float) -> Edit:
    return RULE.edit(start, again, "", f"‘{word}’ is written twice", confidence)


def _confidence(word: str, before: str) -> float:
    """How surely a word that follows itself is a slip; `before` is the text before it."""
    if word in SURELY_WRONG:
        return 0.98
    if (word in AFTER_A_VERB and not VERBS_WITH_PREPOSITION.search(before)) or (
        word in AFTER_WHAT and not WHAT.search(before)
    ):
        return 0.9
    return 0.5
