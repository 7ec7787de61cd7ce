"""Dates that head the entries of a diary. They belong to the article, unlike the date of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.boilerplate.dates import BARE_DATE, MONTH, WEEKDAY
from faircopy.cleaners.boilerplate.text_lines import TextLines

ENTRY = "entry"
PAGE_PROSE = 1  # paragraphs that may be above the page's date: a summary of the article
# A sentence may be a single word ("Rain."), but a short question may be the title of another article.
SENTENCE = re.compile(r"(?:.{3,}[.!]|.{40,}\?)[\"'”’)\]]*")
NAMES = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})", re.IGNORECASE)
DIGITS = re.compile(r"\d+")


def entry_dates(text: TextLines) -> Iterator[int]:
    """Dates between sentences: two or more in the same format. The first may be above all sentences."""
    alike: dict[str, list[int]] = {}
    for number, form in text.typed:
        if form == "date" and BARE_DATE.fullmatch(text.lines[number]):
            shape = DIGITS.sub("0", NAMES.sub("", text.lines[number]))
            alike.setdefault(shape, []).append(number)
    for dates in alike.values():
        opening = [number for number in dates if _is_sentence(text, number + 1)]
        inside = [number for number in opening if number and _is_sentence(text, number - 1)]
        if inside and len({text.lines[number] for number in opening}) > 1:
            yield from (number for number in opening if number in inside or number == opening[0])


def heads_text(text: TextLines, number: int) -> bool:
    """Whether a date is between paragraphs of the article and not just below the first.

    A date with a label or the time of day belongs to the page, and so does one below the title of another article.
    """
    between = text.first_prose < number < text.last_prose and sum(p < number for p in text.prose) > PAGE_PROSE
    return between and BARE_DATE.fullmatch(text.lines[number]) is not None and _is_sentence(text, number - 1)


def _is_sentence(text: TextLines, number: int) -> bool:
    return number < len(text.lines) and SENTENCE.fullmatch(text.lines[number]) is not None
