"""What the page says about its article: title, byline, date, section."""

from __future__ import annotations

from collections.abc import Mapping

from faircopy.cleaners.boilerplate.dates import THE_DAY
from faircopy.cleaners.boilerplate.line_types import BYLINE
from faircopy.cleaners.boilerplate.text_lines import Text

NEAR_BODY = 3  # lines below the first paragraph where a byline or date may still stand


def found_in(text: Text, types: Mapping[int, str]) -> dict[str, str]:
    """The parts that the head of the article names; one in a teaser further down is another article's."""
    head = text.first_prose + NEAR_BODY
    found: dict[str, str] = {}
    for number in sorted(types):
        kind, line = types[number], text.lines[number]
        if number >= head:
            break
        if kind == "headline":
            found.setdefault("title", line)
        elif kind == "byline" and (name := BYLINE.fullmatch(line)):
            found.setdefault("byline", name[1])
        elif kind == "date" and (day := THE_DAY.search(line)):
            found.setdefault("date", day[0])
        elif kind == "section":
            found.setdefault("section", line)
    return found
