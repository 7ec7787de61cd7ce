"""White space between words, at line ends and between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit

# Spaces of a fixed width and those that do not break. The ideographic space (U+3000) is left alone.
ODD_SPACE = "\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}"
WHITE = f"[ \t\n\r\x0b\x0c{ODD_SPACE}]"
ANY_WHITE = re.compile(WHITE)
GAP = re.compile(rf"{WHITE}{{2,}}|[\r\x0b\x0c{ODD_SPACE}]|\A{WHITE}|{WHITE}\Z")
COLUMN_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
ANY_ODD_SPACE = re.compile(f"[{ODD_SPACE}]")
# French sets « these », and marks of more than one stroke, off with a space that does not break.
NO_BREAK = "[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
FRENCH_SPACE = re.compile(rf"(?<=«){NO_BREAK}(?=\S)|(?<=\S){NO_BREAK}(?=[»;:!?])")

LONGEST_ROW = 400  # code points; a longer line is no row of a table


def tidy_spaces(text: str, french: bool = False) -> Iterator[Edit]:
    """One space between words, at most one blank line, no space at line ends, one final newline."""
    if text and not ANY_WHITE.match(text[-1]):
        yield _edit("final-newline", len(text), "", "\n", "a text ends with a newline")
    for gap in GAP.finditer(text):
        if french and FRENCH_SPACE.match(text, gap.start()):
            continue
        wanted, rule, reason = _wanted(text, gap)
        if wanted != gap[0]:
            yield _edit(rule, gap.start(), gap[0], wanted, reason)


def _edit(rule: str, start: int, before: str, after: str, reason: str) -> Edit:
    return Edit("layout", f"layout/{rule}", start, before, after, reason)


def _wanted(text: str, gap: re.Match[str]) -> tuple[str, str, str]:
    """What should stand in place of a gap; the rule and the reason, should it differ."""
    white = ANY_ODD_SPACE.sub(" ", gap[0].replace("\r\n", "\n").replace("\r", "\n"))
    if gap.start() == 0:
        return "", "leading-space", "white space before the text begins"
    if gap.end() == len(text):
        return "\n", "final-newline", "a text ends with one newline"
    breaks = white.count("\n")
    if not breaks:
        return _within_line(text, gap, white)
    indent = white[white.rfind("\n") + 1 :].strip("\x0b\x0c")
    indent = "" if indent == " " else indent
    if breaks == 1:
        return "\n" + indent, "trailing-space", "spaces at the end or a stray one at the start of a line"
    return "\n\n" + indent, "blank-lines", "more than one blank line, or spaces in it"


def _within_line(text: str, gap: re.Match[str], white: str) -> tuple[str, str, str]:
    if "\t" in white or _is_column_gap(text, gap):
        return white, "odd-space", "a no-break or fixed-width space"
    rule = "wide-gap" if len(white) > 1 else "odd-space"
    return " ", rule, "several spaces inside a line" if len(white) > 1 else "a no-break or fixed-width space"


def _is_column_gap(text: str, gap: re.Match[str]) -> bool:
    """Whether a wide gap separates the columns of a table: this line or one beside it has more of them."""
    if len(gap[0]) < 3:
        return False
    start = text.rfind("\n", 0, gap.start()) + 1
    end = text.find("\n", gap.end())
    end = len(text) if end < 0 else end
    if end - start > LONGEST_ROW:
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    below_end = text.find("\n", end + 1)
    below = text[end + 1 : below_end if below_end >= 0 else len(text)]
    return (
        len(COLUMN_GAP.findall(text, start, end)) > 1
        or bool(COLUMN_GAP.search(above))
        or bool(COLUMN_GAP.search(below))
    )
