"""The repair of one line: ftfy (https://ftfy.readthedocs.io) for mojibake, entities and invisible characters around it.

ftfy's changes to quotation marks, character widths and line breaks are switched off: those are the author's.
"""

from __future__ import annotations

import html
import re

from ftfy import TextFixerConfig, fix_text_segment

SETTINGS = TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_character_width=False,
)
SOFT_HYPHEN, ZERO_WIDTH_SPACE, WORD_JOINER = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"

# Scripts of Southeast Asia break words at the zero-width space; elsewhere it is debris.
INVISIBLE = re.compile(rf"[{SOFT_HYPHEN}{WORD_JOINER}]|(?<![\u0e00-\u109f\u1780-\u17ff]){ZERO_WIDTH_SPACE}")
# An entity, its ampersand perhaps escaped again: &nbsp; &#8217; &amp;nbsp;
ENTITY = re.compile(r"&(?:(?:amp|AMP|#38|#[xX]26);)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
UNICODE_BREAKS = dict.fromkeys(map(ord, "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"), "\n")
MOST_ROUNDS = 8  # one repair may expose the next: an entity decodes to a byte of mojibake


def repaired_line(line: str) -> str:
    """The line with its entities decoded, its mojibake undone and invisible characters removed.

    >>> repaired_line("the ministerâ€™s caf&eacute; &amp;amp; bar")
    'the minister’s café & bar'
    """
    for _ in range(MOST_ROUNDS):
        before = line
        if "&" in line and not TAG.search(line):
            line = ENTITY.sub(_decode, line)
        line = INVISIBLE.sub("", fix_text_segment(line, SETTINGS)).translate(UNICODE_BREAKS)
        if line == before:
            break
    return line


def _decode(entity: re.Match[str]) -> str:
    """The characters an entity stands for, or the entity if it decodes only in part or to a line break."""
    text = entity[0]
    while (decoded := html.unescape(text)) != text and decoded.endswith(";") and decoded.startswith("&"):
        text = decoded
    return entity[0] if len(decoded) > 2 or decoded in "\n\r" else decoded
