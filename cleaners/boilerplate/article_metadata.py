"""Title, byline, date and section of an article, from the lines at its head."""

from __future__ import annotations

from collections.abc import Mapping

from faircopy.cleaners.boilerplate.dates import THE_DAY
from faircopy.cleaners.boilerplate.line_types import BYLINE
from faircopy.cleaners.boilerplate.text_lines import TextLines

NEAR_BODY = 3  # lines from the first paragraph on that may still hold a byline or date


def metadata_from_lines(text: TextLines, types: Mapping[int, str]) -> dict[str, str]:
    """The metadata in the head of the article; lines further down may belong to teasers of other articles."""
    head = text.first_prose + NEAR_BODY
    found: dict[str, str] = {}
    for number in sorted(types):
        line_type, line = types[number], text.lines[number]
        if number >= head:
            break
        if line_type == "headline":
            found.setdefault("title", line)
        elif line_type == "byline" and (name := BYLINE.fullmatch(line)):
            found.setdefault("byline", name[1])
        elif line_type == "date" and (day := THE_DAY.search(line)):
            found.setdefault("date", day[0])
        elif line_type == "section":
            found.setdefault("section", line)
    return found
