"""Places in a text that `names` and `typos` never touch."""

from __future__ import annotations

import re

from cleaners.spans import Span, merged

# One pattern a kind of place. Each begins with something rare, so that the scan stays linear.
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
    "marked as it stands": re.compile(r"(?<![\w’'-])[\w’'-]{1,80}[”\"’']?\s{0,3}[\[(]sic[\])]", re.IGNORECASE),
}

# What must stand in a text for the pattern to be worth a scan.
TRIGGERS = {
    "address": ("://", "www.", "mailto:", "WWW.", "Www."),
    "e-mail": ("@",),
    "host": (".",),
    "handle": ("@",),
    "hashtag": ("#",),
    "file": (".",),
    "code": ("`",),
    "masked word": ("**",),
    "marked as it stands": ("sic]", "sic)", "SIC]", "Sic]"),
}


def protected_spans(text: str) -> list[Span]:
    """Addresses, handles, hashtags, file names, code, masked words and words followed by [sic]."""
    found: list[Span] = []
    for kind, pattern in PLACES.items():
        if any(trigger in text for trigger in TRIGGERS[kind]):
            found += [match.span() for match in pattern.finditer(text)]
    return merged(found)
