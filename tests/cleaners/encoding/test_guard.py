"""The guard is exact, and what the stage leaves needs no repair."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from faircopy import clean
from faircopy.cleaners.encoding import repaired_text
from faircopy.cleaners.encoding.guard import is_plain, needs_no_repair
from faircopy.cleaners.encoding.line import repaired_line

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
    assert not needs_no_repair(line) or repaired_line(line) == line


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet="aZ09 .,'\"-“”‘’–—…•\N{NO-BREAK SPACE}\t", max_size=60))
def test_a_plain_line_is_one_that_no_repair_changes(line):
    assert is_plain(line)
    assert repaired_line(line) == line


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


@given(st.lists(st.one_of(HOSTILE, GARBLED), max_size=3).map("\n".join))
def test_a_whole_text_is_repaired_as_the_stage_does(text):
    assert repaired_text(text) == clean(text, only="encoding").text
