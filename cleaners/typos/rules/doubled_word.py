"""A word written twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.typos.tokens import WORD

CHUNK = re.compile(r"\S+")
TWICE = re.compile(r"(?<![\w'’.-])(?P<word>[^\W\d_]++(?:['’][^\W\d_]++)?+)(?P<again>[ \t]++(?P=word))(?![\w'’-])")
# Words that hardly ever follow themselves in good English.
SURELY_WRONG = frozenset(
    ("the", "a", "an", "and", "of", "to", "by", "for", "with", "at", "from", "as", "or", "are", "were",
     "this", "it", "its", "their", "his", "our", "your", "my", "but", "not", "have", "has", "will", "would", "which",
     "who", "if", "than", "he", "she", "they", "we", "be", "been", "into", "about", "their", "when", "while", "can",
     "could", "should", "also", "because", "these", "those", "after", "before", "between", "during", "through",
     "some", "any", "all", "said", "says", "i", "am", "may", "might", "must", "what", "where", "how", "then", "only",
     "just", "even", "most", "them", "us", "me", "him", "one", "two", "first", "last", "new", "time", "people")
)  # fmt: skip
# The first with the capital of its sentence: "The the". Not words that are names or sounds too (Will, He he).
AT_A_START = ("The", "A", "An", "And", "Of", "To", "By", "For", "With", "At", "From", "But", "They", "We", "This")
# These may, in places: "the place he lives in in winter", "what it is is a scandal".
AFTER_A_VERB = frozenset(("in", "on"))
AFTER_WHAT = frozenset(("is", "was"))
VERBS_WITH_PREPOSITION = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|work(?:s|ed|ing)?|believ(?:e|es|ed|ing)|go|goes|going|went|gone|com(?:e|es|ing)|"
    r"came|log(?:s|ged|ging)?|turn(?:s|ed|ing)?|mov(?:e|es|ed|ing)|put|puts|sign(?:s|ed|ing)?|bring|brought|tak(?:e|es|en)|took|"
    r"engag(?:e|es|ed|ing)|trad(?:e|es|ed|ing)|interested|involved|settl(?:e|ed|ing)|play(?:s|ed|ing)?|get|gets|got|based|kept?|"
    r"hold|held|carr(?:y|ies|ied)|let|call(?:s|ed)?|check(?:s|ed)?|focus(?:es|ed)?|depend(?:s|ed|ing)?|rel(?:y|ies|ied))$"
)
WHAT = re.compile(r"\b(?:what|all|that|who|where|how|thing|point|problem|question)\b[^.!?]*$", re.IGNORECASE)
# "had had" and "that that" are grammar; "very very", "bye bye" are speech.


def doubled_words(text: str, chunks: Iterable[str]) -> Iterator[Edit]:
    """Words that stand twice: function words are mended, others are left to a person or to the writer.

    `chunks` are those whose last word the next chunk begins with, whatever its capital.
    """
    end = 0
    for at, word in _last_words(text, chunks):
        if word in AT_A_START and text.startswith(f" {word.lower()} ", at + len(word)):
            yield _mended(at + len(word), f" {word.lower()}", word, 0.97)
        elif at >= end and (match := TWICE.match(text, at)):
            end = match.end()
            sure = _confidence(word, text[max(0, at - 60) : at].rstrip())
            if sure > 0.5 or (word.islower() and len(word) > 2):
                yield _mended(match.start("again"), match["again"], word, sure)


def _last_words(text: str, chunks: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where the chunks have their last words, and which."""
    words = {chunk: WORD.findall(chunk)[-1] for chunk in chunks}
    for found in CHUNK.finditer(text) if words else ():
        if word := words.get(found[0]):
            yield found.end() - len(word), word


def _mended(at: int, again: str, word: str, sure: float) -> Edit:
    status = APPLIED if sure > 0.5 else SUGGESTED
    return Edit("typos", "typos/doubled-word", at, again, "", f"‘{word}’ stands twice", sure, status)


def _confidence(word: str, before: str) -> float:
    if word in SURELY_WRONG:
        return 0.98
    if (word in AFTER_A_VERB and not VERBS_WITH_PREPOSITION.search(before)) or (
        word in AFTER_WHAT and not WHAT.search(before)
    ):
        return 0.9
    return 0.5
