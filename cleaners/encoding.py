"""Mojibake, broken entities, control and invisible characters, foreign line breaks.

The repair of mojibake is ftfy's (https://ftfy.readthedocs.io), line by line, without its changes to
quotation marks, widths and line breaks. What it changes is turned into edits word by word. ftfy is
slow on text that needs nothing, so an exact guard stands before it: `needs_nothing` is true only
where `repaired` would give the same line back (tests/cleaners/test_encoding.py proves it by fuzz).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ftfy import TextFixerConfig, fix_text_segment
from ftfy.badness import is_bad
from ftfy.chardata import LIGATURES

from faircopy.cleaners.edits import Edit, apply
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.rule import Rule, define
from faircopy.cleaners.stage import Document, Findings

CONTROL_CHARACTER = define("encoding/control-character", "Removes control characters, which show nothing.")
HTML_ENTITY = define("encoding/entity", "Decodes HTML entities left in the text: `&amp;`.")
INVISIBLE_CHARACTER = define(
    "encoding/invisible-character", "Removes soft hyphens and zero-width characters inside words."
)
LIGATURE = define("encoding/ligature", "Splits letters joined into one character: `ﬁ`.")
FOREIGN_LINE_BREAK = define("encoding/line-break", "Turns the line ends of Windows and old Macs into newlines.")
MOJIBAKE = define("encoding/mojibake", "Repairs bytes read in the wrong encoding: `â€™`.")
NORMAL_FORM = define("encoding/normal-form", "Joins letters and accents stored as separate characters (Unicode NFC).")

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
LINE_BREAK = re.compile(r"\r\n|\r|[\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]|\n")
TOKEN = re.compile(r"[^ ]+| +")

LONGEST_SEGMENT = 8_000  # code points handed to ftfy and to the comparison at once
PLAIN_ASCII = bytes(c for c in range(0x20, 0x7F) if c != ord("&")) + b"\n\t"
# Marks that take part in mojibake only beside a letter like Ã or â, which is not among them.
PLAIN_BEYOND_ASCII = frozenset("“”‘’–—…•\N{NO-BREAK SPACE}")
# What makes ftfy change a line beside mojibake, and what the other repairs look for.
TRIGGER = re.compile(
    "[&\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    + SOFT_HYPHEN
    + ZERO_WIDTH_SPACE
    + WORD_JOINER
    + "".join(map(chr, LIGATURES))
    + "]"
)


def repair_encoding(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """Put right what went wrong between bytes and characters."""
    return [Findings(tuple(_repairs(document.text))) for document in batch]


def repaired_text(text: str) -> str:
    """A whole text as this stage leaves it."""
    return text if is_plain(text) else apply(text, _repairs(text))


def is_plain(text: str) -> bool:
    """Whether a text holds only characters no repair looks at. Sound texts may fail, broken ones never pass."""
    try:
        rest = text.encode("utf-8").translate(None, PLAIN_ASCII)
    except UnicodeEncodeError:
        return False
    return not rest or PLAIN_BEYOND_ASCII.issuperset(rest.decode("utf-8"))


def needs_nothing(line: str) -> bool:
    """Whether `repaired` gives this line back. Exact: each step of ftfy acts on these triggers alone."""
    if is_plain(line):
        return True
    return not TRIGGER.search(line) and unicodedata.is_normalized("NFC", line) and not is_bad(line)


def repaired(line: str) -> str:
    """The line as it was meant: entities decoded, mojibake undone, debris removed.

    >>> repaired("the ministerâ€™s caf&eacute; &amp;amp; bar")
    'the minister’s café & bar'
    """
    for _ in range(8):
        before = line
        if "&" in line and not TAG.search(line):
            line = ENTITY.sub(_decode, line)
        line = INVISIBLE.sub("", fix_text_segment(line, SETTINGS)).translate(UNICODE_BREAKS)
        if line == before:
            break
    return line


def _decode(entity: re.Match[str]) -> str:
    text = entity[0]
    while (decoded := html.unescape(text)) != text and decoded.endswith(";") and decoded.startswith("&"):
        text = decoded
    # A partly decoded or line-breaking entity stays as it is.
    return entity[0] if len(decoded) > 2 or decoded in "\n\r" else decoded


def _repairs(text: str) -> Iterator[Edit]:
    if is_plain(text):
        return
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        yield from _repair_line(text, start, line_break.start())
        start = line_break.end()
        if line_break[0] != "\n":
            yield _break_edit(line_break)
    yield from _repair_line(text, start, len(text))


def _break_edit(line_break: re.Match[str]) -> Edit:
    name = {"\r\n": "Windows", "\r": "old Macintosh"}.get(line_break[0], "Unicode")
    reason = f"a line break of the {name} kind"
    before, after = ("\r", "") if line_break[0] == "\r\n" else (line_break[0], "\n")
    return FOREIGN_LINE_BREAK.edit(line_break.start(), before, after, reason)


def _repair_line(text: str, start: int, end: int) -> Iterator[Edit]:
    while start < end:
        stop = end
        if end - start > LONGEST_SEGMENT:
            stop = text.rfind(" ", start + 1, start + LONGEST_SEGMENT) + 1 or start + LONGEST_SEGMENT
        line = text[start:stop]
        if not needs_nothing(line):
            fixed = repaired(line)
            if fixed != line:
                yield from _differences(line, fixed, start)
        start = stop


def _differences(line: str, fixed: str, offset: int) -> Iterator[Edit]:
    """Edits, word by word, that turn the line into the fixed one."""
    old, new = TOKEN.findall(line), TOKEN.findall(fixed)
    if len(old) == len(new):
        pairs = [(n, n + 1, n, n + 1) for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    else:
        codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        pairs = [(a, b, c, d) for kind, a, b, c, d in codes if kind != "equal"]
    starts = [offset]
    for token in old:
        starts.append(starts[-1] + len(token))
    for a, b, c, d in pairs:
        before, after = "".join(old[a:b]), "".join(new[c:d])
        rule, reason = _cause(before)
        yield rule.edit(starts[a], before, after, reason, 0.99)


def _cause(before: str) -> tuple[Rule, str]:
    if ENTITY.search(before):
        return HTML_ENTITY, "an HTML entity left in the text"
    if INVISIBLE.search(before):
        return INVISIBLE_CHARACTER, "a soft hyphen or zero-width character inside the text"
    if any(chr(ligature) in before for ligature in LIGATURES):
        return LIGATURE, "letters joined into one character"
    if re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]", before):
        return CONTROL_CHARACTER, "a control character that shows nothing"
    if not unicodedata.is_normalized("NFC", before):
        return NORMAL_FORM, "letters and accents as separate characters (Unicode NFC joins them)"
    return MOJIBAKE, "bytes read in the wrong encoding"
