from collections import Counter

import pytest
from rich.text import Text

from faircopy.cleaners.edits import Edit, make_fair_copy
from faircopy.viewer.entries import change, entries, line_finder, rarest_first, shortened


def cells(table) -> list[tuple[str, ...]]:
    rows = zip(*(column.cells for column in table.columns), strict=True)
    return [tuple(cell.plain if isinstance(cell, Text) else cell for cell in row) for row in rows]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [("Kiev", "Kyiv", "Kiev → Kyiv"), ("by ", "", "by· removed"), ("", "\n", "↵ added"), (" .", ". ", "·. → .·")],
)
def test_a_change_in_one_line(before, after, shown):
    assert change(before, after).plain == shown


def test_an_edit_has_its_line_number_in_the_clean_text():
    raw = "Menu\none\ntwoo\n"
    drop = Edit("boilerplate", "boilerplate/menu", 0, "Menu\n", "", "a menu", 0.9)
    fix = Edit("typos", "typos/non-word", 4, "twoo", "two", "no word", 1.0)
    copy = make_fair_copy("a", raw, [[drop], [fix]])
    assert cells(entries("a", copy.edits, copy.text, None)) == [
        ("a", "1", "Menu↵ removed", "boilerplate/menu", "0.90", "a menu"),
        ("a", "2", "twoo → two", "typos/non-word", "", "no word"),
    ]


def test_an_edit_whose_words_were_removed_later_has_no_line():
    fix = Edit("encoding", "encoding/x", 0, "Mnu", "Menu", "")
    drop = Edit("boilerplate", "boilerplate/menu", 0, "Menu\n", "", "")
    copy = make_fair_copy("a", "Mnu\none\n", [[fix], [drop]])
    assert [row[0] for row in cells(entries("a", copy.edits, copy.text, 80))] == ["-", "1"]


def test_a_suggestion_is_marked_with_its_status_and_confidence():
    suggestion = Edit("typos", "typos/x", 0, "a", "b", "", 0.4, "suggested")
    copy = make_fair_copy("a", "a", [[]], [[suggestion]])
    assert cells(entries("a", copy.suggestions, copy.text, 80)) == [("1", "a → b", "typos/x", "suggested 0.40")]


def test_the_rarest_change_comes_first():
    often, seldom, also = (("a", "b", "r", "applied"), ("c", "d", "r", "applied"), ("b", "d", "r", "applied"))
    assert [found for found, _ in rarest_first(Counter([often, often, seldom, also]))] == [also, seldom, often]


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (2, 1), (3, 2), (4, 3), (6, 3)])
def test_line_of_an_offset(offset, line):
    assert line_finder("ab\n\ncd")(offset) == line


def test_long_words_are_cut_in_the_middle():
    assert shortened("a" * 50 + "b" * 50, 10) == "aaaaa … bbbbb"
