"""Protected spans: addresses, code and the like, which stages with the trait `spares_protected` leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from faircopy.cleaners.text.spans import Span, merged

# One pattern per kind of span. Each begins with a rare character, so that the scan takes linear time.
PLACES = {
    "address": re.compile(r"\b(?:https?|ftp|mailto)://?[^\s<>“”\"]+|\bwww\.[^\s<>“”\"]+", re.IGNORECASE),
    "e-mail": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    "host": re.compile(
        r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|gov|edu|info|io|co|uk|eu|de|fr|ru|ua|us|tv|me|int|mil)\b(?:/[^\s<>“”\"]*)?"
    ),
    "handle": re.compile(r"(?<![\w@])@\w{1,40}"),
    "hashtag": re.compile(r"(?<![\w#&])#(?=\d{0,20}[^\W\d])\w{1,140}"),
    "file": re.compile(
        r"(?<![\w.-])[\w-]{1,80}\.(?:py|js|ts|html?|css|json|csv|txt|pdf|docx?|xlsx?|jpe?g|png|gif|mp[34]|zip|exe|md|xml|ya?ml|toml|sh)\b"
    ),
    "code": re.compile(r"`[^`\n]{1,300}`"),
    # Two stars on either side are bold print, not a mask.
    "masked word": re.compile(r"(?<![\w*])\w+\*{2,}\w*|(?<!\w)\*{2,}\w+(?![^\n*]{0,200}\*\*)"),
    "marked sic": re.compile(r"(?<![\w’'-])[\w’'-]{1,80}[”\"’']?\s{0,3}[\[(]sic[\])]", re.IGNORECASE),
}

SIC = 8  # code points of a [sic] with the spaces before it, at most

# What a text must contain for a scan with the kind's own pattern to be worth its time.
TRIGGERS = {
    "address": re.compile(r"://|www\.|mailto:|WWW\.|Www\."),
    "e-mail": re.compile("@"),
    "host": re.compile(r"\.[a-z]"),
    "handle": re.compile("@"),
    "hashtag": re.compile("#"),
    "file": re.compile(r"\.[a-z]"),
    "code": re.compile("`"),
    "masked word": re.compile(r"\*\*"),
    "marked sic": re.compile(r"(?:sic|SIC|Sic)[\])]"),
}
# Every protected span matches one of these two, which are fast.
ODD_MARK = re.compile(r"[:@#`*\])]")
STOP_INSIDE = re.compile(r"\.(?:[a-z]|(?<=[wW]\.))")


def protected_near(text: str, places: Iterable[Span]) -> list[Span]:
    """The protected spans that overlap these places, and possibly others. Only the lines around the places are scanned.

    That is enough: no protected span crosses a line break, except between a word and its [sic].
    """
    found: list[Span] = []
    for start, end in merged([_lines_around(text, *place) for place in places]):
        found += [(start + one, start + other) for one, other in protected_spans(text[start:end])]
    return found


def _lines_around(text: str, start: int, end: int) -> Span:
    """The lines of a place, with the nearest line above that has text and the lines below that a [sic] can reach."""
    above = text.rfind("\n", 0, start)
    while above > 0 and text[above - 1].isspace():
        above -= 1
    first = text.rfind("\n", 0, max(0, above)) + 1
    last = text.find("\n", end)
    below = text.find("\n", last + SIC) if last >= 0 else -1
    return first, below if below >= 0 else len(text)


def protected_spans(text: str) -> list[Span]:
    """Addresses, handles, hashtags, file names, code, masked words and words followed by [sic]."""
    if not ODD_MARK.search(text) and not STOP_INSIDE.search(text):
        return []
    found: list[Span] = []
    for kind, pattern in PLACES.items():
        if TRIGGERS[kind].search(text):
            found += [match.span() for match in pattern.finditer(text)]
    return merged(found)
