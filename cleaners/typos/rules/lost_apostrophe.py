"""Contractions without their apostrophe, or with it in the wrong place: `didnt`, `did'nt`.

Only those that are not words without it: wont, cant, well, ill, shell and were stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.text.proper_names import opens_sentence
from faircopy.cleaners.typos.rule_api import TokenizedText, has_word, runs_on

RULE = define(
    "typos/lost-apostrophe", "Inserts or moves the apostrophe of contractions: `didnt`, `did'nt`.", threshold=0.75
)

NEGATED = (
    "do", "did", "does", "is", "was", "are", "were", "has", "have", "had", "could", "would", "should", "must", "need",
)  # fmt: skip
OTHERS = {
    "thats": "that's", "youre": "you're", "theyre": "they're", "theyve": "they've", "youve": "you've", "weve": "we've",
    "theyll": "they'll", "youll": "you'll", "couldve": "could've", "wouldve": "would've", "shouldve": "should've",
    "oclock": "o'clock",
}  # fmt: skip
LOST = {**{f"{verb}nt": f"{verb}n't" for verb in NEGATED}, **OTHERS}
# Just as often a slip for another word (your): suggested.
AMBIGUOUS = frozenset(["youre"])
# With a capital these may be names: Arent Fox, the composer Dont; but not in "Dont worry".
NAMES = frozenset(["arent", "dont", "havent"])
IMPERATIVES = frozenset(
    ("ask", "be", "believe", "call", "do", "even", "expect", "forget", "get", "give", "go", "just", "leave", "let",
     "look", "make", "miss", "put", "say", "stop", "take", "tell", "think", "touch", "try", "wait", "worry", "you")
)  # fmt: skip
MISPLACED = re.compile(rf"(?<![\w'’.-])(?P<verb>{'|'.join(NEGATED)})(?P<mark>['’])nt(?![\w'’-])", re.IGNORECASE)

# In French `dont` means whose: "les gens dont le nom".
FRENCH = frozenset(
    ("le", "la", "les", "il", "elle", "ils", "elles", "nous", "vous", "je", "tu", "un", "une", "des", "du", "son",
     "sa", "ses", "leur", "leurs", "se", "ce", "cette", "ces", "ne", "de", "est", "ont", "aux", "et", "au", "en")
)  # fmt: skip
ARTICLE = re.compile(r"\b(?:an?|the) \Z", re.IGNORECASE)
SUBJECT = re.compile(r"\b(?:i|you|we|they|who|and|but|people|why|so|if|please|just)[ ]\Z", re.IGNORECASE)
NEXT_WORD = re.compile(r" (?P<next>[a-z]+)(?![\w’'-])")

CONTRACTION = has_word([*LOST, *(wrong.capitalize() for wrong in LOST)], exclusive=True)
# The end of a token such as did'nt.
NT = has_word(["nt"])


@runs_on(CONTRACTION)
def lost_apostrophes(doc: TokenizedText) -> Iterator[Edit]:
    """Insert the apostrophe, in the form that the text prefers."""
    text = doc.text
    apostrophe = "’" if text.count("’") > text.count("'") else "'"
    for wrong in doc.words(CONTRACTION):
        if wrong in doc.accepted:
            continue
        for match in re.finditer(rf"(?<![\w'’.@#/&=-]){wrong}(?![\w'’@/=&(-]|\.\w)", text):
            if _is_contraction(text, match.start(), wrong):
                right = LOST[wrong.lower()].replace("'", apostrophe)
                after = wrong[0] + right[1:]
                confidence = 0.6 if wrong.lower() in AMBIGUOUS else 0.95
                yield RULE.edit(match.start(), wrong, after, f"‘{after}’ without its apostrophe", confidence)


@runs_on(NT)
def misplaced_apostrophes(doc: TokenizedText) -> Iterator[Edit]:
    """Move the apostrophe of `did'nt` to where the `o` of `not` was."""
    if "nt" in doc.accepted:
        return
    for match in MISPLACED.finditer(doc.text):
        if match[0][1:].islower():
            after = f"{match['verb']}n{match['mark']}t"
            yield RULE.edit(match.start(), match[0], after, "the apostrophe stands for the ‘o’ of ‘not’", 0.97)


def _is_contraction(text: str, start: int, word: str) -> bool:
    """Whether the word at `start` is the contraction, rather than a name or a word of another language."""
    end = start + len(word)
    following = NEXT_WORD.match(text, end)
    if word[0].isupper():
        if not following or not opens_sentence(text, start):
            return False
        return word.lower() not in NAMES or (word == "Dont" and following["next"] in IMPERATIVES)
    if ARTICLE.search(text, max(0, start - 5), start):
        return False
    if word != "dont":
        return True
    if following:
        return following["next"] not in FRENCH
    return bool(SUBJECT.search(text, max(0, start - 10), start)) and text[end : end + 1] in {"", ".", ",", "!", "?"}
