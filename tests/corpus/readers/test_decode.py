"""Bytes are decoded to text and encoded back without loss."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.corpus.readers.decode import Undecodable, decode, encode

FRENCH = "« L'été à Besançon » – voilà"
KYIV = "Столиця України — Київ. Тут живуть люди, які читають газети щодня, і пишуть листи."

CASES = [
    (b"plain", "utf-8", "plain"),
    (b"", "utf-8", ""),
    (b"a\x00b", "utf-8", "a\x00b"),
    (FRENCH.encode("utf-8"), "utf-8", FRENCH),
    (codecs.BOM_UTF8 + b"a\r\n", "utf-8+bom", "a\r\n"),
    ("a–b".encode("utf-16"), "utf-16-le+bom", "a–b"),
    (codecs.BOM_UTF16_BE + "a–b".encode("utf-16-be"), "utf-16-be+bom", "a–b"),
    (codecs.BOM_UTF32_LE + "a–b".encode("utf-32-le"), "utf-32-le+bom", "a–b"),
    (FRENCH.encode("cp1252"), "cp1252", FRENCH),
    ("It’s a “quote”…".encode("cp1252"), "cp1252", "It’s a “quote”…"),
    (KYIV.encode("cp1251"), "cp1251", KYIV),
    (b"\xe2\x80", "cp1252", "â€"),
]


@pytest.mark.parametrize(("data", "encoding", "text"), CASES)
def test_text_bytes(data, encoding, text):
    assert decode(data) == (text, encoding)
    assert encode(text, encoding) == data


PAGES = [
    ('<meta charset="windows-1251"><p>Київ', "windows-1251", "cp1251"),
    ('<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>’', "cp1252", "cp1252"),
    ('<?xml version="1.0" encoding="koi8-r"?><p>Киев', "koi8-r", "koi8-r"),
    ('<meta charset="nonsense"><p>é', "utf-8", "utf-8"),
    ('<meta charset="utf-8"><p>“é”', "cp1252", "cp1252"),
]


@pytest.mark.parametrize(("page", "written_as", "read_as"), PAGES)
def test_pages_declare_their_encoding(page, written_as, read_as):
    assert decode(page.encode(written_as), page=True) == (page, read_as)


BINARY = [
    b"\x89PNG\r\n\x1a\n" + bytes(50),
    b"%PDF-1.7 text follows",
    b"PK\x03\x04rest",
    bytes(range(256)) * 4,
    b"\xff\xfe\x00",  # half a character of UTF-16
    codecs.BOM_UTF8 + b"\xff",
]


@pytest.mark.parametrize("data", BINARY)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Undecodable, match=r"binary file|do not survive"):
        decode(data)


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_what_is_decoded_can_be_encoded(data):
    for page in (False, True):
        try:
            text, encoding = decode(data, page=page)
        except Undecodable:
            continue
        assert encode(text, encoding) == data
        text.encode("utf-8")
