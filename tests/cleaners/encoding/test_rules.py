"""Each rule of the stage: a table of before and after; then what must not change."""

from __future__ import annotations

import pytest

from faircopy import clean

CHANGES = {
    "encoding/mojibake": [
        ("the ministerâ€™s reply", "the minister’s reply"),
        ("a cafÃ© in Lviv", "a café in Lviv"),
        ("â€œWe will stay,â€\x9d she said", "“We will stay,” she said"),
    ],
    "encoding/entity": [
        ("bread &amp; butter", "bread & butter"),
        ("five&nbsp;hundred", "five\N{NO-BREAK SPACE}hundred"),
        ("five&amp;nbsp;hundred", "five\N{NO-BREAK SPACE}hundred"),
        ("don&#8217;t", "don’t"),
    ],
    "encoding/invisible-character": [
        ("co\N{SOFT HYPHEN}operation", "cooperation"),
        ("zero\N{ZERO WIDTH SPACE} width", "zero width"),
    ],
    "encoding/control-character": [
        ("a bell\x07 rings", "a bell rings"),
        ("a nul\x00 byte", "a nul byte"),
    ],
    "encoding/ligature": [("ﬁnal oﬀer", "final offer")],
    "encoding/normal-form": [("cafe\N{COMBINING ACUTE ACCENT}", "café")],
    "encoding/line-break": [
        ("one\r\ntwo", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one\N{LINE SEPARATOR}two", "one\ntwo"),
    ],
}
MUST_NOT_CHANGE = {
    "encoding/mojibake": [
        "“Curly quotes” and ‘single’ ones – with dashes — and an ellipsis…",
        '"Straight quotes" and an apostrophe\'s place',
        "São Paulo, Málaga, Łódź, Đà Nẵng, Київ, Αθήνα, 東京",
        "temperatures of 40 °C and prices of £5 or 5 €",
    ],
    "encoding/entity": [
        "AT&T, Q&A, R&D; the code &bogus; stays",
        "<p>A page about HTML says &lt;b&gt; makes bold</p>",
        "a line break &#10; stays an entity",
    ],
    "encoding/invisible-character": [
        "family: \N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}",
        "ภาษา\N{ZERO WIDTH SPACE}ไทย",
    ],
    "encoding/control-character": ["tabs\tstay"],
    "encoding/ligature": ["the letters æ and œ"],
    "encoding/normal-form": ["Ｆｕｌｌｗｉｄｔｈ letters in a Japanese name"],
    "encoding/line-break": ["one\ntwo"],
}


@pytest.mark.parametrize(("rule", "before", "after"), [(rule, *case) for rule in CHANGES for case in CHANGES[rule]])
def test_repairs(rule, before, after):
    copy = clean(before, only="encoding")
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {rule}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in MUST_NOT_CHANGE for text in MUST_NOT_CHANGE[rule]])
def test_leaves_alone(rule, text):
    assert clean(text, only="encoding").edits == ()


def test_every_rule_has_both():
    assert set(CHANGES) == set(MUST_NOT_CHANGE)


def test_a_line_ending_of_windows_loses_only_its_carriage_return():
    [edit] = clean("one\r\ntwo", only="encoding").edits
    assert (edit.before, edit.after, edit.reason) == ("\r", "", "a line break of the Windows kind")
