"""Contractions without their apostrophe, or with it in the wrong place: `didnt`, `did'nt`.

Only those that are no words: not wont, cant, well, ill, shell, were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.text.proper_names import opens_sentence

NOT = (
    "do",
    "did",
    "does",
    "is",
    "was",
    "are",
    "were",
    "has",
    "have",
    "had",
    "could",
    "would",
    "should",
    "must",
    "need",
)
OTHERS = {
    "thats": "that's", "youre": "you're", "theyre": "they're", "theyve": "they've", "youve": "you've", "weve": "we've",
    "theyll": "they'll", "youll": "you'll", "couldve": "could've", "wouldve": "would've", "shouldve": "should've",
    "oclock": "o'clock",
}  # fmt: skip
LOST = {**{f"{verb}nt": f"{verb}n't" for verb in NOT}, **OTHERS}
# As often a slip for another word: your.
DOUBTFUL = frozenset(["youre"])
# Written with a capital they may be names: Arent Fox, the composer Dont; but "Dont worry".
NAMES = frozenset(["arent", "dont", "havent"])
BIDDEN = frozenset(
    ("ask", "be", "believe", "call", "do", "even", "expect", "forget", "get", "give", "go", "just", "leave", "let",
     "look", "make", "miss", "put", "say", "stop", "take", "tell", "think", "touch", "try", "wait", "worry", "you")
)  # fmt: skip
MISPLACED = re.compile(rf"(?<![\w'’.-])(?P<verb>{'|'.join(NOT)})(?P<mark>['’])nt(?![\w'’-])", re.IGNORECASE)
NT = "nt"  # what a chunk with a misplaced apostrophe ends with
CONTRACTIONS = frozenset({*LOST, *(wrong.capitalize() for wrong in LOST)})

# "les gens dont le nom": in a quotation from the French, whose.
FRENCH = frozenset(
    ("le", "la", "les", "il", "elle", "ils", "elles", "nous", "vous", "je", "tu", "un", "une", "des", "du", "son",
     "sa", "ses", "leur", "leurs", "se", "ce", "cette", "ces", "ne", "de", "est", "ont", "aux", "et", "au", "en")
)  # fmt: skip
ARTICLE = re.compile(r"\b(?:an?|the) \Z", re.IGNORECASE)
SUBJECT = re.compile(r"\b(?:i|you|we|they|who|and|but|people|why|so|if|please|just)[ ]\Z", re.IGNORECASE)
GOES_ON = re.compile(r" (?P<next>[a-z]+)(?![\w’'-])")


def lost_apostrophes(text: str, cues: Set[str]) -> Iterator[Edit]:
    """Put the apostrophe where it belongs; `cues` are the words of the text that were waited for."""
    mark = "’" if text.count("’") > text.count("'") else "'"
    for wrong in sorted(CONTRACTIONS & cues):
        for found in re.finditer(rf"(?<![\w'’.@#/&=-]){wrong}(?![\w'’@/=&(-]|\.\w)", text):
            if _is_one(text, found.start(), wrong):
                right = LOST[wrong.lower()].replace("'", mark)
                after = wrong[0] + right[1:]
                sure = 0.6 if wrong.lower() in DOUBTFUL else 0.95
                yield _edit(found.start(), wrong, after, sure, f"‘{after}’ without its apostrophe")
    if NT in cues:
        for found in MISPLACED.finditer(text):
            if found[0][1:].islower():
                after = f"{found['verb']}n{found['mark']}t"
                yield _edit(found.start(), found[0], after, 0.97, "the apostrophe stands for the ‘o’ of ‘not’")


def _is_one(text: str, start: int, word: str) -> bool:
    """Whether the word is the contraction where it stands, not a name or a word of another language."""
    end = start + len(word)
    following = GOES_ON.match(text, end)
    if word[0].isupper():
        if not following or not opens_sentence(text, start):
            return False
        return word.lower() not in NAMES or (word == "Dont" and following["next"] in BIDDEN)
    if ARTICLE.search(text, max(0, start - 5), start):
        return False
    if word != "dont":
        return True
    if following:
        return following["next"] not in FRENCH
    return bool(SUBJECT.search(text, max(0, start - 10), start)) and text[end : end + 1] in {"", ".", ",", "!", "?"}


def _edit(start: int, before: str, after: str, sure: float, why: str) -> Edit:
    status = APPLIED if sure > 0.75 else SUGGESTED
    return Edit("typos", "typos/lost-apostrophe", start, before, after, why, sure, status)
