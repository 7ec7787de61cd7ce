"""Each rule of the stage: a table of before and after, then what it must not change."""

from __future__ import annotations

import pytest

from faircopy import clean

WRAPPED = """\
The harbour board said on Monday that the dredging of the eastern basin
would begin in the second week of March, provided that the weather held
and the two barges hired for the work arrived from the yard in time for
the spring tides.
"""
UNWRAPPED = " ".join(WRAPPED.split("\n")).strip() + "\n"
NUMBERED = """\
1. The harbour board said on Monday that the dredging of the east basin
2. would begin in the second week of March, provided that weather held,
3. and the two barges hired for the work arrived from the yard in time.
"""
FERRY = "The ferry to the outer islands was cancelled on Friday.\n"
LONG_LINE = "The council had promised for years that the old bridge would be repaired before"
CONTINUED = "the winter storms arrived, but the money never came.\n"
FRENCH = (
    "Le ministre a dit :\n\n"
    "«\N{NO-BREAK SPACE}Est-ce que les écoles sont prêtes\N{NARROW NO-BREAK SPACE}?\N{NO-BREAK SPACE}»\n"
)

CHANGES = {
    "layout/wide-gap": [
        ("two  spaces\n", "two spaces\n"),
        ("a sentence.  Another.\n", "a sentence. Another.\n"),
        ("mixed\N{NO-BREAK SPACE} gap\n", "mixed gap\n"),
        ("Old  Town   12   7\n", "Old Town   12   7\n"),
        ("one wide   gap in a line without columns\n", "one wide gap in a line without columns\n"),
    ],
    "layout/odd-space": [
        ("no\N{NO-BREAK SPACE}break\n", "no break\n"),
        ("thin\N{THIN SPACE}space\n", "thin space\n"),
        ("The minister was asked: is it so\N{NO-BREAK SPACE}?\n", "The minister was asked: is it so ?\n"),
        (FRENCH.replace("Le ministre", "Le\N{NO-BREAK SPACE}ministre"), FRENCH),
    ],
    "layout/trailing-space": [
        ("line end  \nnext\n", "line end\nnext\n"),
        ("stray\n space\n", "stray\nspace\n"),
    ],
    "layout/blank-lines": [
        ("one\n\n\n\ntwo\n", "one\n\ntwo\n"),
        ("one\n \t \ntwo\n", "one\n\ntwo\n"),
    ],
    "layout/leading-space": [("\n\n  first\n", "first\n")],
    "layout/final-newline": [
        ("no newline", "no newline\n"),
        ("three newlines\n\n\n", "three newlines\n"),
        ("see https://example.org/a", "see https://example.org/a\n"),
    ],
    "layout/dateline": [
        (f"Oslo\nNTB\n — \n\n{FERRY}", f"Oslo NTB — {FERRY}"),
        (f"New York\n–\n{FERRY}", f"New York – {FERRY}"),
    ],
    "layout/split-paragraph": [(f"{LONG_LINE}\n\n{CONTINUED}", f"{LONG_LINE} {CONTINUED}")],
    "layout/wrapped-lines": [(WRAPPED, UNWRAPPED)],
}
MUST_NOT_CHANGE = {
    "layout/wide-gap": {
        "a table in columns": "Club          P    W    Pts\nHarbour      10    7     21\nOld Town     10    4     12\n",
        "a two-column table": "Flour     200 g\nButter    100 g\nSugar      50 g\n",
        "an indent": "He wrote:\n\n    a block of code\n    and more of it\n\nThen he left.\n",
        "code in backticks": "Run `sort  -u` first.\n",
    },
    "layout/odd-space": {
        "French marks in a French text": FRENCH,
        "the ideographic space": "東京\N{IDEOGRAPHIC SPACE}大阪\n",
        "tabs": "Name\tVotes\nSmith\t12\n",
        "code in backticks": "Type `a\N{NO-BREAK SPACE}b` there.\n",
    },
    "layout/trailing-space": {"an indent": "He wrote:\n    a block of code\n"},
    "layout/blank-lines": {"paragraphs": "One.\n\nTwo.\n", "single line breaks": "One.\nTwo.\n"},
    "layout/leading-space": {"a text that begins with a letter": "first\n"},
    "layout/final-newline": {"one newline": "One.\n", "the empty text": ""},
    "layout/dateline": {
        "a list whose first item is a place": f"Oslo\n\nBergen\n\n{FERRY}",
        "a dash before a short line": "Oslo\n–\nThe ferry was late.\n",
    },
    "layout/split-paragraph": {
        "a list in lower case": "You will need these before you start:\n\nflour, butter and sugar\n\ntwo large eggs\n",
        "a heading before a lower-case name": "What the new owners plan for the old paper mill on the river\n\n"
        "iPhone cases will be made there.\n",
        "a list item": f"- {LONG_LINE}\n\n{CONTINUED}",
        "a numbered item": f"3. {LONG_LINE}\n\n{CONTINUED}",
        "a line too short for prose": f"repaired before\n\n{CONTINUED}",
    },
    "layout/wrapped-lines": {
        "verse": "The tide came up the harbour wall\nand took the rope, the boat, and all\n"
        "the names we painted on her side\nthe summer that the captain died.\n",
        "a list": NUMBERED,
        "two lines": "".join(WRAPPED.splitlines(keepends=True)[:2]),
        "lines after which the next word would have fitted": WRAPPED.replace("in time for\n", "in time\n"),
    },
}


def cases(table):
    return [
        pytest.param(rule, *case, id=f"{rule} {number}") for rule in table for number, case in enumerate(table[rule])
    ]


@pytest.mark.parametrize(("rule", "before", "after"), cases(CHANGES))
def test_changes(rule, before, after):
    copy = clean(before, only="layout")
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {rule}


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, id=f"{rule}: {why}") for rule, texts in MUST_NOT_CHANGE.items() for why, text in texts.items()],
)
def test_leaves_alone(text):
    assert clean(text, only="layout").edits == ()


def test_every_rule_has_both():
    assert set(CHANGES) == set(MUST_NOT_CHANGE)


def test_a_list_is_kept_for_its_items():
    """Without its numbers the same list counts as wrapped lines, so it is the numbers that keep it."""
    text = "".join(line[3:] for line in NUMBERED.splitlines(keepends=True)) + "the spring tides.\n"
    assert clean(text, only="layout").text.count("\n") == 1


@pytest.mark.parametrize(("length", "after"), [(400, "   "), (401, " ")])
def test_only_a_short_line_is_a_row_of_a_table(length, after):
    row = "Harbour   10   7   21 ".ljust(length, "x")
    text = clean(f"{row}\n", only="layout").text
    assert text == f"{row}\n".replace("   ", after)
