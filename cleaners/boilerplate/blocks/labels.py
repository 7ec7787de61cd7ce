"""Lines of pages that are labels as a whole, in several languages: "Share Save Print", "Anzeige"."""

from __future__ import annotations

import re

from faircopy.cleaners.boilerplate.kinds import (
    ABOUT_AUTHOR,
    ADVERTISEMENT,
    BYLINE,
    PAGE_FURNITURE,
    READ_MORE,
    SECTION,
    SHARE_BAR,
    SITE_NOTICE,
    Kind,
)
from faircopy.cleaners.boilerplate.markers.marker import Marker
from faircopy.cleaners.boilerplate.tables import read_table

# `alone`: a line that is just this label. `in a row`: a line of several labels, such as "Share Save Print".
ALONE, IN_A_ROW = "alone", "in a row"
USES = {SHARE_BAR.name: (ALONE, IN_A_ROW), ADVERTISEMENT.name: (ALONE,), SECTION.name: ("above the text",)}


def checked_labels(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of `labels.csv`. Raises `ValueError` for a label whose kind or use nothing reads."""
    for row in rows:
        if row["use"] not in USES.get(row["kind"], ()):
            uses = "; ".join(f"{kind}: {', '.join(known)}" for kind, known in USES.items())
            raise ValueError(
                f"labels.csv: {row['label']!r}: no use {row['use']!r} of {row['kind']!r}; there are {uses}"
            )
    return rows


def _one_of(kind: Kind, *uses: str) -> str:
    """A pattern for the labels of a kind in `labels.csv` that have one of these uses."""
    labels = [row["label"] for row in ROWS if row["kind"] == kind.name and row["use"] in uses]
    return "|".join(map(re.escape, labels))


ROWS = checked_labels(read_table("labels"))
BUTTON = _one_of(SHARE_BAR, ALONE, IN_A_ROW)
BUTTON_ROW = rf"(?:{BUTTON})(?:[ ,|/•·]+(?:{BUTTON}|on|via|and)){{1,11}}"
TERMS = (
    "(?:our )?(?:privacy|terms|legal)(?: (?:policy|notice|statement|settings|of (?:use|service|sale)|"
    "(?:&|and) conditions))?"
)

# "By our political staff", "By staff writers"
DESK = "staff|correspondents?|reporters?|writers?|editors?|desk|newsroom|bureau"
BY_DESK = rf"(?:words |written |reported )?by (?:(?:our|the) (?:[\w-]+ ){{0,3}}|staff )(?:{DESK})(?: and agencies)?\.?"
# "Ann Example covers schools. Contact: ann@example.org"; some pages obfuscate the address
ADDRESS = r"(?:\S+@\S+|\[email.protected\])"
REACHED = (
    r"(?:[\w.’'-]+ ){1,4}(?:covers|reports on|writes (?:about|on)) [^.!?]{2,80}[.!] (?:you can )?"
    rf"(?:contact|e-?mail|reach|write to)\b[^.!?]{{0,30}}{ADDRESS}"
)


def _label(kind: Kind, reason: str, pattern: str) -> Marker:
    return Marker(kind, reason, re.compile(pattern, re.IGNORECASE))


LABELS = (
    _label(SHARE_BAR, "the words on share buttons", rf"(?:{_one_of(SHARE_BAR, ALONE)}|{BUTTON_ROW})[:.!]?"),
    _label(ADVERTISEMENT, "the label of an advertisement", rf"\W{{0,3}}(?:{_one_of(ADVERTISEMENT, ALONE)})\W{{0,3}}"),
    _label(SITE_NOTICE, "the terms of the site", TERMS),
    _label(PAGE_FURNITURE, "how long it takes to read", r"\d{1,2} ?min(?:ute)?s?\.? read(?:ing time)?"),
    _label(BYLINE, "names who wrote the article", BY_DESK),
    _label(ABOUT_AUTHOR, "what its author covers, and where to write", REACHED),
    _label(READ_MORE, "a link to the rest of a text", "continue reading"),
)
LONGEST = 120  # code points


def label_of(text: str) -> Marker | None:
    """The label that matches a whole line.

    >>> label_of("Share Save Print").kind.name, label_of("Anzeige").kind.name, label_of("Print is dead")
    ('share-bar', 'advertisement', None)
    """
    if len(text) > LONGEST:
        return None
    return next((label for label in LABELS if label.pattern.fullmatch(text)), None)
