"""Markers for captions and credits of pictures.

Each has its own hints: patterns that begin with `.{0,250}` cost as much as all other markers together.
"""

from __future__ import annotations

from faircopy.cleaners.boilerplate.kinds import CAPTION
from faircopy.cleaners.boilerplate.markers.marker import marker

MONTH = r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|(?:Aug|Sept|Oct|Nov|Dec)(?:\.|[a-z]{3,5}))"
PRESENT = (
    r"speaks?|arrives?|attends?|walks?|stands?|sits?|gestures?|poses?|holds?|waves?|participates?|listens?|hugs?|"
    r"greets?|announces|addresses|delivers|reacts|celebrates?|gathers?|marche?s?|protest|helps?|tends?|carry|carries|"
    r"rides?|waits?|seen|pictured|shown"
)
CAPTIONS = (
    marker(
        CAPTION,
        r"(?:photo|photograph|image|picture|illustration)s?(?: ?(?:credits?|by|source|courtesy(?: of)?|via))?"
        r" ?[:|].{1,200}",
        r"credits? ?: .{1,80}|(?:image|media|video) caption ?.{1,250}|file(?: photo)? ?[-–—:] .{1,250}",
    ),
    marker(
        CAPTION,
        r".{0,250}\((?:photos?|pictures?|image credit|credit|file photo|ap|reuters|afp|getty|supplied)\b[^()]{0,80}\)",
        hints=("(photo", "(picture", "(image", "(credit", "(file", "(ap", "(reuters", "(afp", "(getty", "(supplied"),
    ),
    marker(
        CAPTION,
        r".{0,400}(?:getty images|/ ?(?:ap|reuters|afp|getty|epa|shutterstock)|"
        r"via (?:ap|reuters|getty images|afp|shutterstock))\)?",
        hints=("getty", "/ap", "/ ap", "via ap", "afp", "reuters", "epa", "shutterstock"),
    ),
    marker(
        CAPTION,
        r".{0,200}(?:photo|image|picture)s? ?(?:credits?|by|courtesy)\b.{1,60}|.{3,200}[^ ,]credit: ?.{1,60}",
        hints=("photo", "image", "picture", "credit:"),
    ),
    marker(
        CAPTION,
        # "… over Oslo Credit: Ann Example/Example Press", "… over Oslo.Credit...Ann Example"
        r".{3,400}\bCredits?(?::|\.\.\.|…) ?[A-Z@][^.!?]{1,60}\.?|.{0,350}\b(?:REUTERS|AFP|AP)/[A-Z].{2,100}",
        hints=("credit", "reuters/", "afp/", "ap/"),
        case_sensitive=True,
    ),
    marker(
        CAPTION,
        # "Jets over Oslo [Ann Example/Example Press]"
        r".{10,350}\[[A-Z][^\[\]]{1,40}(?:/| via )[^\[\]]{2,40}\]",
        hints=("[",),
        case_sensitive=True,
    ),
    marker(
        CAPTION,
        # "Ann Example speaks to pupils in Oslo on June 3, 2024.": paragraphs in the present do not end with a date
        rf"(?!.*\b(?:said|told|was|were|had|will)\b)(?=.*\b(?:{PRESENT})\b).{{20,400}}\b{MONTH} \d{{1,2}},? 20\d\d"
        r"(?:,? (?:in|at|near|outside) .{3,80})?\.?",
        hints=(" 20",),
        case_sensitive=True,
    ),
    marker(
        CAPTION,
        r".{0,120}\b(?:from left|left to right|clockwise from [a-z ]{3,12})(?: to right)?: ?.{5,300}",
        hints=("from left", "left to right", "clockwise"),
        case_sensitive=True,
    ),
    marker(
        CAPTION,
        r"Pictured,? (?:above|below|left|right|here|from|at|in|on|with|during|is|are|as)\b.{5,400}",
        r"FILE ?[-–—] .{5,400}",
        r"(?:Illustration|Photograph|Photo|Graphic|Video|Picture)s? by [A-Z].{2,60}",
        case_sensitive=True,
    ),
)
