"""Runs of short lines between paragraphs: tables are kept, links below a heading are removed together."""

from __future__ import annotations

import pytest

from faircopy import clean
from faircopy.cleaners.boilerplate.lines.reasons import CODES, FACTS, NAMING
from faircopy.cleaners.boilerplate.lines.run_consistency import minorities_of_runs
from faircopy.cleaners.boilerplate.lines.scoring import Candidate
from faircopy.cleaners.boilerplate.short_line_runs import rows_of_figures, runs
from faircopy.cleaners.boilerplate.text_lines import TextLines

ABOVE = (
    "The mill on the Teme has ground flour since 1791, and its owner said on Monday that it would go on doing so.",
    "The wheel was mended in March by a team of four carpenters, who charged nothing and ate a great deal.",
)
BELOW = (
    "The council said that it would look at the plans again in the autumn, when the last of the surveys had come in.",
    "Nobody at the mill was holding their breath, the owner said, since the dust made that a habit anyway.",
)


def kept(*inside):
    """The lines between paragraphs that are kept."""
    cleaned = clean("\n\n".join((*ABOVE, "\n".join(inside), *BELOW)), only="boilerplate").text
    return [line for line in cleaned.split("\n") if line in inside]


def between(*inside):
    """The lines between two paragraphs, as the rules see them."""
    last = len(inside) + 1
    return TextLines(["", *inside, ""], [0, last], 0, last, [], [], [], [], [], [])


@pytest.mark.parametrize(
    "lines",
    [
        ["Wheat Dec 541.25", "Corn Dec 435.00"],
        ["Wheat Dec  541.25  +1.2%", "Corn Dec   435.00  -0.3%"],
        ["Gold Dec 2,650.10"],
        ["Gold Dec 2,650.10", "Silver Dec 31.20", "Copper Mar 4.10"],
        ["Serves 4", "Prep 30 min", "Chill 1 hr", "Cook 25 min"],
        ["Prep 30 min", "Serves 4", "1 hr 10 min"],
        ["Flour $1.20", "Bran $0.40"],
    ],
)
def test_a_table_is_kept(lines):
    assert kept(*lines) == lines


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Wheat Dec 541.25", "Corn Dec 435.00"], [1, 2]),
        (["Gold Dec 2,650.10"], [1]),
        (["Prices at the mill", "Flour 1.20", "Bran 0.40"], [2, 3]),
        (["Prep 30 min"], []),
        (["June 3, 2024", "Nov 7 23:05"], []),
        (["Posted on June 3, 2024 10:15", "Updated on June 4, 2024 11:20"], []),
        (["He was born in 1801.", "She was born in 1804."], []),
    ],
)
def test_rows_of_figures(lines, rows):
    assert list(rows_of_figures(between(*lines))) == rows


def test_a_long_line_ends_a_run():
    long_line = "A line of more than a few words that is neither a heading nor a row of a table nor a button"
    assert list(runs(between("Flour", "Bran", long_line, "Grist"))) == [range(1, 3), range(4, 5)]


@pytest.mark.parametrize(
    "links",
    [
        ["Old Mill To Become A Museum", "Ferry to sail", "Five loaves to bake in May"],
        ["Old Mill To Become A Museum", "Ferry sails", "Why millers never sleep"],
        ["The best mills of Wales", "A miller's year", "Why millers never sleep"],
    ],
)
def test_links_below_their_heading_are_removed_together(links):
    assert kept("You may also like", *links) == []


UNNAMED = (len(NAMING) * CODES) << len(FACTS)
NAMED = 0  # by the first kind of phrase


@pytest.mark.parametrize(
    ("sure", "code", "settled", "staying"),
    [
        ([2], UNNAMED, set(), [2]),
        ([2], NAMED, set(), []),
        ([1, 2], UNNAMED, set(), []),
        ([1, 2, 3], UNNAMED, set(), []),
        ([2], UNNAMED, {1, 3}, []),
    ],
)
def test_a_run_loses_half_of_its_lines_or_more_or_none(sure, code, settled, staying):
    candidates = {line: (Candidate(line, 0.95, 0.9, code), True) for line in sure}
    text = between("Two millstones", "A ladder", "The old ledger")
    assert sorted(minorities_of_runs(text, candidates, settled)) == staying
