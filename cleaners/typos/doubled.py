"""A word written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress

from cleaners.edits import APPLIED, SUGGESTED, Edit

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


def doubled_words(text: str, chunks: Sequence[str]) -> Iterator[Edit]:
    """Words that stand twice: function words are mended, others are left to a person or to the writer."""
    yield from _at_a_start(text)
    following = chunks[1:]
    alike = compress(zip(chunks, following, strict=False), map(str.startswith, following, chunks))
    if not any(second == first or second.rstrip(CLOSING) == first for first, second in alike):
        return
    for match in TWICE.finditer(text):
        word, again = match["word"], match["again"]
        sure = _confidence(word, text[max(0, match.start() - 60) : match.start()].rstrip())
        if sure > 0.5 or (word.islower() and len(word) > 2):
            status = APPLIED if sure > 0.5 else SUGGESTED
            yield Edit(
                "typos", "typos/doubled-word", match.start("again"), again, "", f"‘{word}’ stands twice", sure, status
            )


def _at_a_start(text: str) -> Iterator[Edit]:
    for word in AT_A_START:
        at = text.find(f"{word} {word.lower()} ")
        while at >= 0:
            if not text[at - 1 : at].isalnum() or at == 0:
                again = f" {word.lower()}"
                yield Edit("typos", "typos/doubled-word", at + len(word), again, "", f"‘{word}’ stands twice", 0.97)
            at = text.find(f"{word} {word.lower()} ", at + 1)


CLOSING = ".,;:!?…\"”’')]—–-"


def _confidence(word: str, before: str) -> float:
    if word in SURELY_WRONG:
        return 0.98
    if (word in AFTER_A_VERB and not VERBS_WITH_PREPOSITION.search(before)) or (
        word in AFTER_WHAT and not WHAT.search(before)
    ):
        return 0.9
    return 0.5
