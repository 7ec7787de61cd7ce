"""The encoding stage: before and after, what must not change, and the guard that is exact."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from faircopy import clean
from faircopy.cleaners.encoding import is_plain, needs_nothing, repaired


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("the ministerâ€™s reply", "the minister’s reply", "mojibake"),
        ("a cafÃ© in Lviv", "a café in Lviv", "mojibake"),
        ("â€œWe will stay,â€\x9d she said", "“We will stay,” she said", "mojibake"),
        ("bread &amp; butter", "bread & butter", "entity"),
        ("five&nbsp;hundred", "five\N{NO-BREAK SPACE}hundred", "entity"),
        ("five&amp;nbsp;hundred", "five\N{NO-BREAK SPACE}hundred", "entity"),
        ("don&#8217;t", "don’t", "entity"),
        ("co\N{SOFT HYPHEN}operation", "cooperation", "invisible-character"),
        ("zero\N{ZERO WIDTH SPACE} width", "zero width", "invisible-character"),
        ("a bell\x07 rings", "a bell rings", "control-character"),
        ("a nul\x00 byte", "a nul byte", "control-character"),
        ("ﬁnal oﬀer", "final offer", "ligature"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café", "normal-form"),
        ("one\r\ntwo", "one\ntwo", "line-break"),
        ("one\rtwo", "one\ntwo", "line-break"),
        ("one\N{LINE SEPARATOR}two", "one\ntwo", "line-break"),
    ],
)
def test_repairs(before, after, rule):
    copy = clean(before, only="encoding")
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {f"encoding/{rule}"}


@pytest.mark.parametrize(
    "text",
    [
        "“Curly quotes” and ‘single’ ones – with dashes — and an ellipsis…",
        '"Straight quotes" and an apostrophe\'s place',
        "São Paulo, Málaga, Łódź, Đà Nẵng, Київ, Αθήνα, 東京",
        "Ｆｕｌｌｗｉｄｔｈ letters in a Japanese name",
        "AT&T, Q&A, R&D; the code &bogus; stays",
        "<p>A page about HTML says &lt;b&gt; makes bold</p>",
        "family: \N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}",
        "ภาษา\N{ZERO WIDTH SPACE}ไทย",
        "temperatures of 40 °C and prices of £5 or 5 €",
        "tabs\tstay",
    ],
)
def test_leaves_alone(text):
    assert clean(text, only="encoding").edits == ()


MOJIBAKE_LETTERS = "ÃÂâ€œ™�˜¢ãäåéèïðñøąćęłŁśżžÅŸ¶§©®±²³µ·¿×ÐÞßŒœŠšŽƒ‚„†‡‰‹›“”‘’–—…•\xa0\xad\x81\x8d\x9d\u200b\u2060"
HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab cé.&;#x\t" + MOJIBAKE_LETTERS),
        st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"),
    ),
    max_size=40,
)
GARBLED = st.builds(
    lambda text, codec: text.encode("utf-8").decode(codec, "replace"),
    st.text(max_size=30),
    st.sampled_from(["latin-1", "cp1252", "cp1250", "cp1251", "mac_roman", "cp437"]),
)


@settings(max_examples=1200, deadline=None)
@given(st.one_of(HOSTILE, GARBLED))
@example("’\N{NO-BREAK SPACE}’")
def test_the_guard_is_exact(line):
    assert not needs_nothing(line) or repaired(line) == line


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet="aZ09 .,'\"-“”‘’–—…•\N{NO-BREAK SPACE}\t", max_size=60))
def test_a_plain_line_is_one_that_no_repair_changes(line):
    assert is_plain(line)
    assert repaired(line) == line


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(HOSTILE, GARBLED, st.sampled_from(["\r", "\r\n", "&amp;#38;nbsp;", "plain words"])), max_size=4)
)
@example(["&#8232;"])
@example(["\N{LINE SEPARATOR}".encode().decode("cp1252", "replace")])
def test_repairing_twice_changes_nothing_more(lines):
    once = clean("\n".join(lines), only="encoding").text
    assert clean(once, only="encoding").text == once


def test_a_very_long_line_is_repaired_in_pieces():
    line = "the ministerâ€™s reply " * 20_000
    assert clean(line, only="encoding").text == "the minister’s reply " * 20_000
