import pytest

from faircopy.cleaners.edits import Edit, FairCopy, make_fair_copy
from faircopy.viewer.line_story import line_story

RAW = "Menu\n\nTalks in Kiev\n\nwent on foreover\n"


@pytest.fixture
def copy() -> FairCopy:
    drop = Edit("boilerplate", "boilerplate/menu", 0, "Menu\n\n", "", "a menu")
    text = RAW.removeprefix("Menu\n\n")
    kyiv = Edit("names", "names/place", text.index("Kiev"), "Kiev", "Kyiv", "house style")
    fix = Edit("typos", "typos/non-word", text.index("foreover"), "foreover", "forever", "no word")
    return make_fair_copy("a", RAW, [[drop], [kyiv], [fix]])


@pytest.mark.parametrize(
    ("line", "raw_line", "rules"),
    [(1, 3, ["boilerplate/menu", "names/place"]), (2, 4, []), (3, 5, ["typos/non-word"])],
)
def test_a_line_knows_its_edits_and_its_raw_line(copy, line, raw_line, rules):
    story = line_story(copy, line)
    assert (story.raw_number, [edit.rule for edit in story.edits]) == (raw_line, rules)


@pytest.mark.parametrize("line", [0, 4, 99])
def test_a_line_number_out_of_range(copy, line):
    with pytest.raises(IndexError):
        line_story(copy, line)
