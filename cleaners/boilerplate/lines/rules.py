"""Boilerplate in plain text that its form alone gives away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from faircopy.cleaners.boilerplate.kinds import (
    ABOUT_AUTHOR,
    BYLINE,
    CAPTION,
    DATE,
    REPEATS_IN_SOURCE,
    SECOND_COPY,
    SECTION,
    SITE_HEADER,
    TEASER,
    Kind,
)
from faircopy.cleaners.boilerplate.line_types import CLOSERS, SENTENCE_ENDS, breaks_off, is_section
from faircopy.cleaners.boilerplate.text_lines import Text, Verdict

SITE_NAME_WORDS = frozenset(
    ("blog", "news", "times", "post", "daily", "herald", "tribune", "gazette", "magazine", "network", "online", "today")
)
ELLIPSIS = ("…", "...")
SHORT_WORDS = 4
# ", speaking at an event", "(left)", "poses for": what a caption says and a paragraph seldom.
CAPTION_CUE = re.compile(
    r", (?:left|right|center|centre|pictured|seen|shown|\w+ing) |\((?:left|right|L|R|above|below)\)|"
    r"\b(?:poses?|pictured|attends|arrives|walks|gestures|looks on|is seen|are seen|file photo)\b"
)
BY_TYPE: Mapping[str, tuple[Kind, str]] = {
    "byline": (BYLINE, "names the author, no part of the text"),
    "date": (DATE, "the date of the page, no part of the text"),
}
# "Ann Example is a reporter", "Ann Example (ann@example.org) is Example News's senior editor": what is said of an
# author below the article.
AUTHOR_NOTE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:\([^()]{3,60}\) )?is (?:(?:an?|the|our|currently|[A-Z][\w&]+[’']s?)\b )?[^.!?]{0,80}\b"
    r"(?:reporter|editor|writer|correspondent|columnist|journalist|contributor|producer|fellow|blogger|curator)\b|"
    # "Ann Example writes a weekly column on food."
    r"(?:[A-Z][\w.’'-]+ ){1,4}writes (?:an?|the|our) (?:[\w-]+ ){0,2}(?:column|blog|newsletter)\b"
)
WHO_WRITES = (" is ", " writes ")
SHORTEST_CAPTION = 40  # characters
NEAR_END = 8  # lines
FAR_COPY = 4  # lines between two copies, from which on both may be meant
PULLED = 2  # lines at the top, where a sentence pulled out of the text stands
LONG_COPY = 80  # characters from which a line is not repeated on purpose, as a refrain is
MARKER_CONFIDENCE = 0.95
FOLLOWS_CONFIDENCE = 0.9
DOUBTFUL = 0.5


def line_verdicts(text: Text, types: Mapping[int, str]) -> Iterator[Verdict]:
    """What the rules hold against each line; a line may get several verdicts."""
    if text.marked:
        yield from _marked(text)
    yield from _site_header(text, types)
    yield from _broken_captions(text)
    if text.copied:
        yield from _second_copies(text)
    yield from _about_author(text)
    for number in text.repeated:
        yield Verdict(number, REPEATS_IN_SOURCE, REPEATS_IN_SOURCE.reason, MARKER_CONFIDENCE)
    for number, line_type in types.items():
        if line_type in BY_TYPE:
            kind, reason = BY_TYPE[line_type]
            yield Verdict(number, kind, reason, FOLLOWS_CONFIDENCE)


def _marked(text: Text) -> Iterator[Verdict]:
    """Markers, and what follows those that open a part of the page."""
    lines, markers = text.lines, dict(text.marked)
    for number, marker in markers.items():
        yield Verdict(number, marker.kind, marker.reason, MARKER_CONFIDENCE)
        if marker.opens and number > text.last_prose >= 0:
            reason = f"follows “{lines[number]}”, and no running text of the article comes after"
            for follower in range(number + 1, len(lines)):
                if follower in markers:
                    break
                kind = TEASER if lines[follower].endswith(ELLIPSIS) else marker.kind
                yield Verdict(follower, kind, reason, FOLLOWS_CONFIDENCE)


def _site_header(text: Text, types: Mapping[int, str]) -> Iterator[Verdict]:
    """The short lines above a headline: the site's name and the section."""
    top = next((n for n, kind in types.items() if kind == "headline"), 0)
    head = text.lines[:top]
    if not head or text.last_prose < 0 or any(line.count(" ") >= SHORT_WORDS for line in head):
        return
    known = any(is_section(line) or SITE_NAME_WORDS & set(line.lower().split()) for line in head)
    for number, line in enumerate(head):
        kind, what = (SECTION, "the name of a section") if is_section(line) else (SITE_HEADER, "a short line")
        yield Verdict(number, kind, f"{what} above the headline", FOLLOWS_CONFIDENCE if known else DOUBTFUL, known)


def _broken_captions(text: Text) -> Iterator[Verdict]:
    """A line that breaks off in mid-sentence between two of running text, where the next does not go on with it."""
    for number in text.between:
        line = text.lines[number]
        if len(line) < SHORTEST_CAPTION or not breaks_off(line) or text.lines[number + 1][:1].islower():
            continue
        sure = CAPTION_CUE.search(line) is not None
        reason = "breaks off in mid-sentence between two paragraphs, and the next does not go on with it"
        yield Verdict(number, CAPTION, reason, FOLLOWS_CONFIDENCE if sure else DOUBTFUL, sure)


def _second_copies(text: Text) -> Iterator[Verdict]:
    """A paragraph that stands in the text a second time, word for word.

    A line that is no sentence, or stands there more than twice, repeats on purpose: a refrain, a meal of a plan. Far
    from each other, the first may be a summary and both may be meant, unless the first is the head of the page.
    """
    times = Counter(text.lines[number] for number in text.copied)
    first: dict[str, int] = {}
    for number in text.copied:
        line = text.lines[number]
        if len(line) >= LONG_COPY and times[line] <= 2 and line.rstrip(CLOSERS).endswith(SENTENCE_ENDS):
            above = first.setdefault(line, number)
            if above < PULLED and number > above + 1:
                yield Verdict(above, SECOND_COPY, "repeated in the text below, as pull quotes are", MARKER_CONFIDENCE)
            elif above < number:
                sure = number <= above + FAR_COPY
                confidence = MARKER_CONFIDENCE if sure else DOUBTFUL
                yield Verdict(number, SECOND_COPY, "a copy of a paragraph further up", confidence, sure)


def _about_author(text: Text) -> Iterator[Verdict]:
    """Near the end, a line that says who somebody is that writes."""
    last = len(text.lines) - 1
    for number in range(max(text.first_prose + 2, last - NEAR_END), last + 1):
        line = text.lines[number]
        if any(map(line.__contains__, WHO_WRITES)) and AUTHOR_NOTE.match(line):
            reason = "near the end, and says who the author is"
            yield Verdict(number, ABOUT_AUTHOR, reason, FOLLOWS_CONFIDENCE)
