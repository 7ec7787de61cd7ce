"""The type of a line by its form and position: headline, byline, date, dateline, section, subheading, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from faircopy.cleaners.boilerplate import kinds
from faircopy.cleaners.boilerplate.dates import DATE, NAME
from faircopy.cleaners.boilerplate.diary_entries import ENTRY, entry_dates, heads_text
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.boilerplate.short_line_runs import rows_of_figures
from faircopy.cleaners.boilerplate.tables import read_table
from faircopy.cleaners.boilerplate.text_lines import TextLines

# "By Jane Doe", "By Jane Doe and John Roe, staff writers", "Written by Jane Doe | Reuters". The loop is possessive:
# "and" may be a word of a name too, and trying both for every name would take exponential time.
BYLINE = re.compile(
    rf"(?:by|words by|written by|posted by|reported by|story by|author)[: ]+({NAME}(?:(?:,| and|, and| &) {NAME})*+)"
    rf"(?:[,|–—-]? ?[^.!?]{{0,60}})?",
    re.IGNORECASE,
)
BYLINE_START = re.compile(r"(?:By|BY|by|Words by|Written by|Posted by|Reported by|Story by|Author:?)[: ]")

SECTIONS = frozenset(row["label"] for row in read_table("labels") if row["kind"] == kinds.SECTION.name)
SENTENCE_ENDS = (".", "!", "?")
CLOSERS = "\"'”’)]"
BULLET = re.compile(r"(?:[-*•·–▪◦‣]|\d{1,2}[.)]|\([a-z]\))\s+\S")
# Notes of the article about itself: a correction, an editor's note, an agency's credits.
NOTE = re.compile(
    r"\(?(?:editors?[’']s? note|correction|clarification|update)\b ?[:(,].*|"
    r"this (?:article|story|post|piece|report)\b.{0,40} (?:originally|first|was|has been|is) .*|"
    r"\(?(?:additional )?reporting (?:and writing )?by .*;? ?editing by .*",
    re.IGNORECASE,
)
NOTE_STARTS = ("editor", "correction", "clarification", "update", "this ", "reporting", "additional", "(")
CREDITS = " contributed to this "
# "— Ann Example (@annexample) June 3, 2024", below a quoted message
SIGNATURE = re.compile(r"(?:—|--|–) ?.{2,60}\(@\w+\) .{6,20}")
# "___", "* * *", between parts of an article
DIVIDER = re.compile(r"[_*\-–—=~#•]{3,}|\*(?: \*){1,4}|⁂")
# "return sum(...)", "for (;;) {"
CODE = re.compile(r"(?:def|class|import|from|return|for|if|while|let|const|var|function) .*[:(=)]|[}\])]")
CODE_ENDS = ("{", "}", ";")
DASH = re.compile(r"[-–—]+")
# Words that end no sentence: "said the", "of Ukraine a".
NEVER_LAST = frozenset(
    (
        *("a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "from", "by", "and", "or", "as"),
        *("that", "which", "who", "his", "her", "its", "their", "is", "are", "was", "were"),
    )
)
HEADLINE_SHARE = 0.4  # the least share of a headline's longer words that the article holds too
HEAD_LINES = 8
CREDIT_WORDS = 4  # a line with a slash and at most so many words is a credit: "Ann Example/Example Press"
TIMED = re.compile(r"\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted) \d|\bago$")  # "Ann Example | Published 4 months ago"
SHORTEST_HEADLINE = 3  # words of a headline recognised by its position alone
FIGURES = 2  # the least words per figure in a headline; stock quotes have fewer
SHORT_WORDS = 14
LONGEST_TYPED = 400  # code points

# The types that other modules name; `line_types` of the notes holds these and the strings below.
HEADLINE, SUBHEADING, LIST_ITEM = "headline", "subheading", "list item"
SECTION, TABLE = "section", "table or code"
# Lines of these types are never removed.
KEPT = frozenset({"dateline", "note", "signature", "divider", TABLE, ENTRY})


def is_date(line: str) -> bool:
    """Whether a line is only a date, with or without a time and a label such as "Published"."""
    return len(line) < 90 and DATE.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line is "By", a name and little else. A colon at the end would introduce something."""
    if len(line) > 120 or line.endswith(":") or not BYLINE_START.match(line):
        return False
    found = BYLINE.fullmatch(line)
    return found is not None and found[1][:1].isupper()


def is_section(line: str) -> bool:
    """Whether a line is the name of a section of a newspaper."""
    return line.lower() in SECTIONS


def is_cut_off(line: str) -> bool:
    """Whether a line ends in a word that ends no sentence."""
    return line.rpartition(" ")[2] in NEVER_LAST


def line_types(text: TextLines) -> dict[int, str]:
    """The types of lines by number. Running text and lines without a recognisable type are left out."""
    body = text.first_prose
    types = {number: form for number, form in text.typed if number < body or form != SECTION}
    if "date" in types.values():
        types = {n: kind for n, kind in types.items() if kind != "date" or not heads_text(text, n)}
        types |= dict.fromkeys(entry_dates(text), ENTRY)
    for number in rows_of_figures(text):
        types.setdefault(number, TABLE)
    for number in text.between:
        if number not in types and reads_as_heading(text.lines[number]):
            types[number] = SUBHEADING
    types = dict(sorted(types.items()))
    if (top := _headline(text, body)) is not None:
        types[top] = HEADLINE
    types |= dict.fromkeys(_scattered_dateline(text.lines, body), "dateline")
    return types


def _headline(text: TextLines, body: int) -> int | None:
    """The number of the headline: a line above the running text that shares words with it."""
    head = range(min(HEAD_LINES, body))
    likely = (n for n in head if text.article[n] >= HEADLINE_SHARE and _may_head(text.lines[n]))
    if (first := next(likely, None)) is not None:
        return first
    # No line shares its words with the article: the line above the byline is likeliest, then the longest.
    candidates = [number for number in head if _may_head(text.lines[number], SHORTEST_HEADLINE)]
    above = {number - 1 for number, form in text.typed if form in ("byline", "date")}
    if above.intersection(candidates):
        return min(above.intersection(candidates))
    return max(candidates, key=lambda number: len(text.lines[number].split()), default=None)


def stated_headlines(lines: Sequence[str], title: object) -> Iterator[int]:
    """The lines at the top that are the title of the document's record, or its beginning or end."""
    stated = " ".join(title.split()).lower() if isinstance(title, str) else ""
    for number, line in enumerate(lines[:HEAD_LINES] if stated else ()):
        folded = " ".join(line.split()).lower()
        if folded == stated or (folded.count(" ") >= 3 and (stated.startswith(folded) or stated.endswith(folded))):
            yield number


@lru_cache(maxsize=1 << 13)
def _may_head(line: str, least: int = 4) -> bool:
    words = line.split()
    if not least <= len(words) <= 30 or line.endswith((".", "…", ":")):
        return False
    if ("/" in line and len(words) <= CREDIT_WORDS) or TIMED.search(line):
        return False
    if FIGURES * sum(word.strip("+-–$€£(")[:1].isdigit() for word in words) > len(words):
        return False
    return not (is_section(line) or is_date(line) or BYLINE_START.match(line) or marker_of(line))


def _scattered_dateline(lines: Sequence[str], body: int) -> range:
    """The lines of a dateline scattered above the first paragraph: "Washington", "CNN", "—"."""
    dash = next((n for n in range(max(0, body - 2), body) if DASH.fullmatch(lines[n])), None)
    if dash is None:
        return range(0)
    start = dash
    while start > 0 and dash - start < 3 and len(lines[start - 1].split()) <= 3 and lines[start - 1][:1].isupper():
        start -= 1
    return range(start, dash + 1)


@lru_cache(maxsize=1 << 13)
def type_by_form(line: str) -> str:
    """The type by a line's form alone, or nothing. The name of a section is one above the running text only."""
    if len(line) > LONGEST_TYPED:
        return ""
    if not line[0].isalpha():
        if DIVIDER.fullmatch(line):
            return "divider"
        if BULLET.match(line):
            return LIST_ITEM
        if SIGNATURE.fullmatch(line):
            return "signature"
    if "\t" in line or line.endswith(CODE_ENDS) or CODE.match(line):
        return TABLE
    if is_date(line):
        return "date"
    if is_byline(line):
        return "byline"
    if (line.lower().startswith(NOTE_STARTS) and NOTE.fullmatch(line)) or CREDITS in line:
        return "note"
    return SECTION if is_section(line) else ""


def reads_as_heading(line: str) -> bool:
    """Whether a short line starts and ends like a heading."""
    if line.count(" ") >= SHORT_WORDS or not (line[:1].isupper() or line[:1] in "“‘\"'0123456789"):
        return False
    if len(line) > LONGEST_TYPED or is_cut_off(line):
        return False
    return line.endswith("?") or not line.rstrip(CLOSERS).endswith(SENTENCE_ENDS)
