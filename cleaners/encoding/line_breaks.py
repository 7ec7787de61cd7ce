"""Line breaks of Windows, old Macs and Unicode."""

from __future__ import annotations

import re

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define

FOREIGN_LINE_BREAK = define("encoding/line-break", "Turns the line ends of Windows and old Macs into newlines.")

LINE_BREAK = re.compile(r"\r\n|\r|[\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]|\n")
SYSTEM = {"\r\n": "Windows", "\r": "old Mac"}


def line_break_edit(line_break: re.Match[str]) -> Edit:
    """The edit that makes a foreign line break a newline; of a Windows one only the carriage return is removed."""
    before, after = ("\r", "") if line_break[0] == "\r\n" else (line_break[0], "\n")
    reason = f"a line break of the {SYSTEM.get(line_break[0], 'Unicode')} kind"
    return FOREIGN_LINE_BREAK.edit(line_break.start(), before, after, reason)
