"""Bytes to text and back again, exactly: by byte order mark, declaration, UTF-8, detection."""

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
# What browsers read under these names (https://encoding.spec.whatwg.org/#names-and-labels).
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
# What English and its neighbours need of Windows-1252: where nothing else occurs, it is the likeliest.
WESTERN = bytes(range(128)) + "€‘’“”–—…•£°·«»©®½¼¾ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜßàáâãäåæçèéêëíîïñóôõöøúûü\xa0™š".encode("cp1252")
NEAR = ("cp1252", "cp1250", "mac-roman", "iso8859-1", "iso8859-2", "iso8859-15")
SAMPLE = 1 << 16  # bytes looked at to tell a binary file and to detect a codec


class Undecodable(ValueError):
    """Bytes that no codec turns into text and back; the message is the reason."""


def decode(data: bytes, *, page: bool = False) -> tuple[str, str]:
    """The text of bytes, and the encoding to write it back with (`utf-8`, `utf-16-le+bom`, `cp1252`).

    A page may declare its encoding in a `meta` tag or an XML declaration. Raises `Undecodable`.
    """
    for bom, codec in BOMS:
        if data.startswith(bom):
            return _survives(data, codec, data[len(bom) :], codec + WITH_BOM)
    if data.startswith(MAGIC):
        raise Undecodable("is a binary file, not text; move it out of raw/ or give its text")
    for codec in _candidates(data, page):
        try:
            return _survives(data, codec, data, codec)
        except Undecodable:
            continue
    if _looks_binary(data):
        raise Undecodable("is a binary file, not text; move it out of raw/ or give its text")
    raise Undecodable("no encoding gives its bytes back; it may mix several: save it as UTF-8")


def encode(text: str, encoding: str) -> bytes:
    """The bytes that `decode` was given."""
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
    """UTF-8 with other bytes in between: read as Windows-1252, its UTF-8 is mojibake that `encoding` repairs."""
    good = sum(not character.isascii() for character in data.decode("utf-8", "ignore"))
    stray = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    return good >= stray


def _detected(data: bytes) -> Iterator[str]:
    """What the bytes look like. A few odd bytes in a sea of ASCII are no evidence for a far-off alphabet."""
    from charset_normalizer import from_bytes

    few = sum(byte > 127 for byte in data[:SAMPLE]) < 0.03 * len(data[:SAMPLE])
    matches = from_bytes(data[:SAMPLE])
    for rank in range(min(3, len(matches))):
        codec = codecs.lookup(matches[rank].encoding).name
        if not few or codec in NEAR:
            yield codec


def _survives(data: bytes, codec: str, body: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = body.decode(codec)
        if encode(text, encoding) == data:
            text.encode("utf-8")  # a lone surrogate is no text
            return text, encoding
    except (UnicodeError, LookupError, KeyError):
        pass
    raise Undecodable(f"its bytes do not survive being read as {encoding} and written back; save it as UTF-8")


def _looks_binary(data: bytes) -> bool:
    """Bytes that are not UTF-8 and full of control characters."""
    sample = data[:SAMPLE]
    return len(sample) - len(sample.translate(None, CONTROLS)) > len(sample) * 0.02
