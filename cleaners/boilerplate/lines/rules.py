"""Rules for plain text: lines whose form alone shows that they are boilerplate."""

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
from faircopy.cleaners.boilerplate.line_types import CLOSERS, HEADLINE, SENTENCE_ENDS, is_cut_off, is_section
from faircopy.cleaners.boilerplate.text_lines import Proposal, TextLines

SITE_NAME_WORDS = frozenset(
    ("blog", "news", "times", "post", "daily", "herald", "tribune", "gazette", "magazine", "network", "online", "today")
)
ELLIPSIS = ("…", "...")
SHORT_WORDS = 4
# ", speaking at an event", "(left)", "poses for": frequent in captions, rare in paragraphs.
CAPTION_CUE = re.compile(
    r", (?:left|right|center|centre|pictured|seen|shown|\w+ing) |\((?:left|right|L|R|above|below)\)|"
    r"\b(?:poses?|pictured|attends|arrives|walks|gestures|looks on|is seen|are seen|file photo)\b"
)
BY_TYPE: Mapping[str, tuple[Kind, str]] = {
    "byline": (BYLINE, "names the author, no part of the text"),
    "date": (DATE, "the date of the page, no part of the text"),
}
# "Ann Example is a reporter", "Ann Example (ann@example.org) is Example News's senior editor": notes on the author
# below the article.
AUTHOR_NOTE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:\([^()]{3,60}\) )?is (?:(?:an?|the|our|currently|[A-Z][\w&]+[’']s?)\b )?[^.!?]{0,80}\b"
    r"(?:reporter|editor|writer|correspondent|columnist|journalist|contributor|producer|fellow|blogger|curator)\b|"
    # "Ann Example writes a weekly column on food."
    r"(?:[A-Z][\w.’'-]+ ){1,4}writes (?:an?|the|our) (?:[\w-]+ ){0,2}(?:column|blog|newsletter)\b"
)
AUTHOR_VERBS = (" is ", " writes ")
SHORTEST_CAPTION = 40  # code points
NEAR_END = 8  # lines
FAR_COPY = 4  # lines between two copies of which both may be intended
PULL_QUOTE_LINES = 2  # lines at the top that may repeat a sentence of the text
LONG_COPY = 80  # code points of a line that is hardly repeated on purpose, as a refrain is
MARKER_CONFIDENCE = 0.95
FOLLOWS_CONFIDENCE = 0.9
SUGGESTION_CONFIDENCE = 0.5


def propose_by_rules(text: TextLines, types: Mapping[int, str]) -> Iterator[Proposal]:
    """The proposals of all rules; a line may get several."""
    if text.marked:
        yield from _marked(text)
    yield from _site_header(text, types)
    yield from _cut_off_captions(text)
    if text.copied:
        yield from _second_copies(text)
    yield from _about_author(text)
    if text.repeated:
        yield from _repeats_in_source(text)
    for number, line_type in types.items():
        if line_type in BY_TYPE:
            kind, reason = BY_TYPE[line_type]
            yield Proposal(number, kind, reason, FOLLOWS_CONFIDENCE)


def _repeats_in_source(text: TextLines) -> Iterator[Proposal]:
    """Lines that repeat in the source, except running text: revisions and syndicated copies of a story share that."""
    prose = set(text.prose)
    for number in text.repeated:
        if number not in prose:
            yield Proposal(number, REPEATS_IN_SOURCE, REPEATS_IN_SOURCE.reason, MARKER_CONFIDENCE)


def _marked(text: TextLines) -> Iterator[Proposal]:
    """Markers, and the lines below those that open a part of the page."""
    lines, markers = text.lines, dict(text.marked)
    for number, marker in markers.items():
        yield Proposal(number, marker.kind, marker.reason, MARKER_CONFIDENCE)
        if marker.opens and number > text.last_prose >= 0:
            reason = f"below “{lines[number]}”, and no running text follows"
            for follower in range(number + 1, len(lines)):
                if follower in markers:
                    break
                kind = TEASER if lines[follower].endswith(ELLIPSIS) else marker.kind
                yield Proposal(follower, kind, reason, FOLLOWS_CONFIDENCE)


def _site_header(text: TextLines, types: Mapping[int, str]) -> Iterator[Proposal]:
    """The short lines above a headline: the site's name and the section."""
    top = next((n for n, line_type in types.items() if line_type == HEADLINE), 0)
    head = text.lines[:top]
    if not head or text.last_prose < 0 or any(line.count(" ") >= SHORT_WORDS for line in head):
        return
    known = any(is_section(line) or SITE_NAME_WORDS & set(line.lower().split()) for line in head)
    confidence = FOLLOWS_CONFIDENCE if known else SUGGESTION_CONFIDENCE
    for number, line in enumerate(head):
        kind, what = (SECTION, "the name of a section") if is_section(line) else (SITE_HEADER, "a short line")
        yield Proposal(number, kind, f"{what} above the headline", confidence, known)


def _cut_off_captions(text: TextLines) -> Iterator[Proposal]:
    """A line cut off in mid-sentence between two lines of running text, of which the second does not continue it."""
    for number in text.between:
        line = text.lines[number]
        if len(line) < SHORTEST_CAPTION or not is_cut_off(line) or text.lines[number + 1][:1].islower():
            continue
        apply = CAPTION_CUE.search(line) is not None
        reason = "cut off in mid-sentence between two paragraphs, and the next does not continue it"
        yield Proposal(number, CAPTION, reason, FOLLOWS_CONFIDENCE if apply else SUGGESTION_CONFIDENCE, apply)


def _second_copies(text: TextLines) -> Iterator[Proposal]:
    """The second of two identical paragraphs, or the first, if it is a pull quote at the top.

    A line that is no sentence, or occurs more than twice, repeats on purpose: a refrain, a meal of a plan. The second
    of two copies far apart is only suggested, since the first may be a summary.
    """
    times = Counter(text.lines[number] for number in text.copied)
    first: dict[str, int] = {}
    for number in text.copied:
        line = text.lines[number]
        if len(line) >= LONG_COPY and times[line] <= 2 and line.rstrip(CLOSERS).endswith(SENTENCE_ENDS):
            above = first.setdefault(line, number)
            if above < PULL_QUOTE_LINES and number > above + 1:
                yield Proposal(above, SECOND_COPY, "repeated in the text below, as pull quotes are", MARKER_CONFIDENCE)
            elif above < number:
                apply = number <= above + FAR_COPY
                confidence = MARKER_CONFIDENCE if apply else SUGGESTION_CONFIDENCE
                yield Proposal(number, SECOND_COPY, "a copy of a paragraph further up", confidence, apply)


def _about_author(text: TextLines) -> Iterator[Proposal]:
    """Notes on the author near the end."""
    last = len(text.lines) - 1
    for number in range(max(text.first_prose + 2, last - NEAR_END), last + 1):
        line = text.lines[number]
        if any(map(line.__contains__, AUTHOR_VERBS)) and AUTHOR_NOTE.match(line):
            reason = "a note on the author near the end"
            yield Proposal(number, ABOUT_AUTHOR, reason, FOLLOWS_CONFIDENCE)
