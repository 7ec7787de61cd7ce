"""Decode bytes to text and back without loss: by byte order mark, declaration, UTF-8, then detection."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BOM_OF = {codec: bom for bom, codec in BOMS}
WITH_BOM = "+bom"
# How browsers read these names (https://encoding.spec.whatwg.org/#names-and-labels).
BROWSER_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gbk", "iso8859-9": "cp1254"}
DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^<\?xml[^>]{0,99}encoding=["']([\w.:-]{2,40})""", re.I
)
DECLARED_WITHIN = 4096  # bytes
MAGIC = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x28\xb5\x2f\xfd"),
    *(b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"PAR1"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
# The bytes of Windows-1252 that English and similar languages use: a text with no others is most likely Windows-1252.
WESTERN = bytes(range(128)) + "€‘’“”–—…•£°·«»©®½¼¾ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜßàáâãäåæçèéêëíîïñóôõöøúûü\xa0™š".encode("cp1252")
WESTERN_CODECS = ("cp1252", "cp1250", "mac-roman", "iso8859-1", "iso8859-2", "iso8859-15")
SAMPLE = 1 << 16  # bytes inspected to recognise a binary file and to detect the encoding


class Undecodable(ValueError):
    """No encoding decodes these bytes without loss; the message is the reason."""


def decode(data: bytes, *, page: bool = False) -> tuple[str, str]:
    """The text of bytes, and the encoding that restores them (`utf-8`, `utf-16-le+bom`, `cp1252`).

    A page may declare its encoding in a `meta` tag or an XML declaration. Raises `Undecodable`.
    """
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _round_trip(data, codec, data[len(bom) :], codec + WITH_BOM)
    if data.startswith(MAGIC):
        raise Undecodable("is a binary file, not text; move it out of raw/ or give its text")
    for codec in _candidates(data, page):
        try:
            return _round_trip(data, codec, data, codec)
        except Undecodable:
            continue
    if _looks_binary(data):
        raise Undecodable("is a binary file, not text; move it out of raw/ or give its text")
    raise Undecodable("no encoding gives its bytes back; it may mix several: save it as UTF-8")


def encode(text: str, encoding: str) -> bytes:
    """The inverse of `decode`."""
    codec = encoding.removesuffix(WITH_BOM)
    bom = BOM_OF[codec] if encoding.endswith(WITH_BOM) else b""
    return bom + text.encode(codec)


def _candidates(data: bytes, page: bool) -> Iterator[str]:
    """The encodings to try, best first."""
    if page and (declared := DECLARATION.search(data, 0, DECLARED_WITHIN)):
        try:
            codec = codecs.lookup((declared[1] or declared[2]).decode("ascii")).name
            yield BROWSER_NAMES.get(codec, codec)
        except LookupError:
            pass
    yield "utf-8"
    if not _looks_binary(data):
        if not data.translate(None, WESTERN) or _is_mixed(data):
            yield "cp1252"
        yield from _detected(data)
        yield from ("cp1252", "latin-1")


def _is_mixed(data: bytes) -> bool:
    """Whether it is UTF-8 with some other bytes: read as Windows-1252 it is mojibake, which `encoding` repairs."""
    good = sum(not character.isascii() for character in data.decode("utf-8", "ignore"))
    stray = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    return good >= stray


def _detected(data: bytes) -> Iterator[str]:
    """Detected encodings. A few bytes outside ASCII are not enough evidence for another alphabet."""
    from charset_normalizer import from_bytes

    few = sum(byte > 127 for byte in data[:SAMPLE]) < 0.03 * len(data[:SAMPLE])
    matches = from_bytes(data[:SAMPLE])
    for rank in range(min(3, len(matches))):
        codec = codecs.lookup(matches[rank].encoding).name
        if not few or codec in WESTERN_CODECS:
            yield codec


def _round_trip(data: bytes, codec: str, body: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = body.decode(codec)
        if encode(text, encoding) == data:
            text.encode("utf-8")  # a lone surrogate is not text
            return text, encoding
    except (UnicodeError, LookupError, KeyError):
        pass
    raise Undecodable(f"its bytes do not survive being read as {encoding} and written back; save it as UTF-8")


def _looks_binary(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 are full of control characters."""
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, CONTROLS)) > len(sample) * 0.02
