"""White space between words, at line ends and between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import Rule, define

LEADING_SPACE = define("layout/leading-space", "Removes white space before the text begins.")
FINAL_NEWLINE = define("layout/final-newline", "Ends a text with exactly one newline.")
TRAILING_SPACE = define("layout/trailing-space", "Removes spaces at line ends and a stray one at a line start.")
BLANK_LINES = define("layout/blank-lines", "Leaves one blank line between paragraphs.")
WIDE_GAP = define("layout/wide-gap", "Closes several spaces inside a line, unless they separate columns.")
ODD_SPACE = define("layout/odd-space", "Replaces no-break and fixed-width spaces with plain ones.")

# No-break and fixed-width spaces. The ideographic space (U+3000) is left alone.
ODD_SPACES = "\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\u2000-\u200a\N{NARROW NO-BREAK SPACE}\N{MEDIUM MATHEMATICAL SPACE}"
WHITE = f"[ \t\n\r\x0b\x0c{ODD_SPACES}]"
ANY_WHITE = re.compile(WHITE)
GAP = re.compile(rf"{WHITE}{{2,}}|[\r\x0b\x0c{ODD_SPACES}]|\A{WHITE}|{WHITE}\Z")
COLUMN_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
ANY_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
# French puts a no-break space inside « » and before ; : ! and ?.
NO_BREAK = "[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
FRENCH_SPACE = re.compile(rf"(?<=«){NO_BREAK}(?=\S)|(?<=\S){NO_BREAK}(?=[»;:!?])")

LONGEST_ROW = 400  # code points; a longer line is not a table row (reading long lines per gap would be quadratic)


def tidy_spaces(text: str, french: bool = False) -> Iterator[Edit]:
    """Yield edits to one space between words, one blank line, no space at line ends and one final newline.

    `french` keeps the no-break spaces of French punctuation.
    """
    if text and not ANY_WHITE.match(text[-1]):
        yield FINAL_NEWLINE.edit(len(text), "", "\n", "a text ends with a newline")
    for gap in GAP.finditer(text):
        if french and FRENCH_SPACE.match(text, gap.start()):
            continue
        wanted, rule, reason = _wanted(text, gap)
        if wanted != gap[0]:
            yield rule.edit(gap.start(), gap[0], wanted, reason)


def _wanted(text: str, gap: re.Match[str]) -> tuple[str, Rule, str]:
    """The replacement for a run of white space, and the rule and reason of the change."""
    white = ANY_ODD_SPACE.sub(" ", gap[0].replace("\r\n", "\n").replace("\r", "\n"))
    if gap.start() == 0:
        return "", LEADING_SPACE, "white space before the text begins"
    if gap.end() == len(text):
        return "\n", FINAL_NEWLINE, "a text ends with one newline"
    breaks = white.count("\n")
    if not breaks:
        return _within_line(text, gap, white)
    indent = white[white.rfind("\n") + 1 :].strip("\x0b\x0c")
    indent = "" if indent == " " else indent
    if breaks == 1:
        return "\n" + indent, TRAILING_SPACE, "spaces at the end or a stray one at the start of a line"
    return "\n\n" + indent, BLANK_LINES, "more than one blank line, or spaces in it"


def _within_line(text: str, gap: re.Match[str], white: str) -> tuple[str, Rule, str]:
    """The same for a gap inside a line; `white` is the gap with plain spaces."""
    if "\t" in white or _is_column_gap(text, gap):
        return white, ODD_SPACE, "a no-break or fixed-width space"
    rule = WIDE_GAP if len(white) > 1 else ODD_SPACE
    return " ", rule, "several spaces inside a line" if len(white) > 1 else "a no-break or fixed-width space"


def _is_column_gap(text: str, gap: re.Match[str]) -> bool:
    """Whether a wide gap separates the columns of a table: its line has another one, or the line above or below has."""
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
