"""Joins sentences broken over lines: scattered datelines, hard-wrapped lines, split paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define

DATELINE_RULE = define("layout/dateline", "Joins a dateline scattered over lines.")
SPLIT_PARAGRAPH = define("layout/split-paragraph", "Joins a sentence that continues after a blank line.")
WRAPPED_LINES = define("layout/wrapped-lines", "Joins the lines of a paragraph wrapped at a fixed width.")

# Place, agency (optional) and dash on separate lines before the paragraph: Washington / CNN / —.
DATELINE = re.compile(
    r"""(?:\A|(?<=\n))[ \t]*
    (?P<place>[A-Z][\w.’'-]{1,24}(?:,?[ ][A-Z][\w.’'-]{0,24}){0,4},?)
    (?P<gap1>[ \t]*\n\s{0,6})
    (?:(?P<agency>\(?[A-Z][A-Za-z.&]{1,11}(?:[ ][A-Z][A-Za-z.]{1,11})?\)?)(?P<gap2>[ \t]*\n\s{0,6}))?
    (?P<dash>[—–-]|--)
    (?P<gap3>[ \t]*\n\s{0,8})
    (?=[“"‘A-Z][^\n]{39})""",
    re.VERBOSE,
)
# A line that ends in mid-sentence, a blank line, and a line that continues in lower case.
SPLIT = re.compile(r"(?<=[a-z,;])[ \t]*\n[ \t]*\n\s*(?=[a-z]+[ ,;.][^\n]{18})")
BLOCK = re.compile(r"^[^\n]++(?:\n(?![ \t]*\n)[^\n]++)+", re.MULTILINE)
LIST_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,3}[.)]|[a-z][.)])\s")
SENTENCE_END = tuple('.!?:;”"’)]')

SHORTEST_PROSE = 60  # code points; a shorter line may be a heading or an item of a list
WRAP_WIDTHS = range(50, 121)


def broken_sentences(text: str) -> Iterator[Edit]:
    """Yield the edits that join the lines of one sentence."""
    yield from _datelines(text)
    yield from _split_paragraphs(text)
    yield from _wrapped_lines(text)


def _datelines(text: str) -> Iterator[Edit]:
    for found in DATELINE.finditer(text):
        for name in ("gap1", "gap2", "gap3"):
            if found[name] is not None:
                yield DATELINE_RULE.edit(found.start(name), found[name], " ", "a dateline scattered over lines", 0.97)


def _split_paragraphs(text: str) -> Iterator[Edit]:
    for gap in SPLIT.finditer(text):
        line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        if len(line) >= SHORTEST_PROSE and not LIST_ITEM.match(line):
            yield SPLIT_PARAGRAPH.edit(gap.start(), gap[0], " ", "the sentence continues after the blank line", 0.9)


def _wrapped_lines(text: str) -> Iterator[Edit]:
    """Join the lines of a paragraph that was wrapped at a fixed width.

    Proof of wrapping: at every line end, the first word of the next line would not have fitted. Verse,
    lists and tables do not have that.
    """
    for block in BLOCK.finditer(text):
        lines = block[0].split("\n")
        if len(lines) >= 3 and _is_wrapped([line.rstrip() for line in lines]):
            position = block.start()
            for line in lines[:-1]:
                ink = line.rstrip()
                gap_start, position = position + len(ink), position + len(line) + 1
                gap = text[gap_start:position]
                yield WRAPPED_LINES.edit(gap_start, gap, " ", "a paragraph wrapped at a fixed width", 0.9)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were wrapped at a common width, and fewer than half of them end a sentence."""
    width = max(map(len, lines))
    if width not in WRAP_WIDTHS or any(not line or line[0] in " \t" or LIST_ITEM.match(line) for line in lines):
        return False
    if any(len(line) + 1 + len(below.split(None, 1)[0]) <= width for line, below in pairwise(lines)):
        return False
    return sum(line.endswith(SENTENCE_END) for line in lines[:-1]) * 2 < len(lines)
