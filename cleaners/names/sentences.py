"""Where the sentence around a mention begins and ends, and which full stops belong to abbreviations."""

from __future__ import annotations

import re

# A sentence ends at its mark, at a blank line, or at a line break after a mark that can end a sentence.
_END = re.compile(r"[.!?…][”\"’')\]]*(?=\s+[“\"‘'(\[]?[^\W\d_a-z])|\n\s*\n|(?<=[.!?:”\"])\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Cmdr|Cpl|Sen|Rep|Gov|Amb|Hon|Prof|Rev|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Aug"
    r"|Sept|Oct|Nov|Dec|Tex|Fla|Mo|Calif|Wash|Del|Mass|Pa|Ill|Mich|Minn|Okla|Ark|Ala|Ga|Va)|(?<![^\W_])[^\W\d_]"
    r"|\.[^\W\d_])\Z"
)
LONGEST_ABBREVIATION = 8  # code points
REACH = 500  # code points to either side within which the sentence is searched


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span (code points) of the sentence around text[start:end], cut off at `REACH` on either side."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    earlier = (match.end() for match in _END.finditer(text, low, start + 1) if _ends_sentence(text, match))
    later = (match.end() for match in _END.finditer(text, end, high) if _ends_sentence(text, match))
    return max((at for at in earlier if at <= start), default=low), next(later, high)


def is_abbreviation(word: str) -> bool:
    """Whether a word with a full stop is a short form (a title, an initial), which need not end a sentence.

    >>> is_abbreviation("Mr."), is_abbreviation("V."), is_abbreviation("Rome."), is_abbreviation("Rome")
    (True, True, False, False)
    """
    return word.endswith(".") and _ABBREVIATION.search(word[:-1]) is not None


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    return text[at] != "." or _ABBREVIATION.search(text, max(0, at - LONGEST_ABBREVIATION), at) is None
