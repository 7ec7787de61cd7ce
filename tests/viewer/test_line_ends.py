"""A file with Windows line ends: the heading counts them, the lines show only other changes."""

from faircopy import clean
from faircopy.viewer.comparison import heading, lines, of_fair_copy

RAW = "The talks in Washinton went on.\r\nNobody left.\r\n\r\nBy by said the minister.\r\n"


def shown(raw):
    comparison = of_fair_copy(clean(raw))
    return heading(comparison).plain, [line.text.plain for line in lines(comparison, "signs")]


def test_the_heading_counts_the_line_ends():
    title, _ = shown(RAW)

    assert "4 Windows line ends replaced" in title


def test_the_lines_show_what_else_changed():
    plain, windows = shown(RAW.replace("\r\n", "\n"))[1], shown(RAW)[1]

    assert windows == plain
    assert len(windows) == 2


def test_without_other_changes_no_line_is_shown():
    assert shown("One.\r\nTwo.\r\n") == ("text  encoding 2; 2 Windows line ends replaced", [])
