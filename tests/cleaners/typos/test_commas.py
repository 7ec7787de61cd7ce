"""A comma without the space behind it."""

from __future__ import annotations

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

TYPOS = NEWS.only(frozenset(["typos"]))
RESOURCES = Resources()
FILL = " They had forks, knives, plates, and cups, but no pots, pans, or bowls, as it seemed."


def cleaned(text: str) -> FairCopy:
    [copy] = clean_batch([Document("line", text, notes={"language": "en"})], TYPOS, RESOURCES)
    assert isinstance(copy, FairCopy)
    return copy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They carried spoons,a symbol of the town.", "They carried spoons, a symbol of the town."),
        ("“He left early,which was rude,” she said.", "“He left early, which was rude,” she said."),
        ("In London,where it rained, they met.", "In London, where it rained, they met."),
        ("He came,but she did not.", "He came, but she did not."),
    ],
)
def test_puts_the_space_there(before: str, after: str) -> None:
    assert cleaned(before + FILL).text == after + FILL
    assert cleaned(after + FILL).edits == ()


@pytest.mark.parametrize("text", ["The flag is red,blue and white.", "He lives in Colorado,Washington or Texas."])
def test_what_may_be_terms_is_suggested(text: str) -> None:
    copy = cleaned(text + FILL)
    assert copy.text == text + FILL
    assert [(edit.before, edit.after) for edit in copy.suggestions] == [(",", ", ")]


def test_one_is_put_right_in_a_text_without_others_and_a_table_is_left() -> None:
    assert cleaned("They carried spoons,a symbol of the town.").text == "They carried spoons, a symbol of the town."
    table = "The words and what stands beside them:\nname,the\nhouse,with\ntown,from\n"
    assert cleaned(table).text == table


@pytest.mark.parametrize(
    "text",
    [
        "The price rose to 5,000 and then to 1,200,000.",
        "See www.town.example/news,the or @hand,the or #tag,the there.",
        "Call f(spoons,a) or print(x,the), or set spoons=cups,a here.",
        "The tags are sport,politics,the,news today.",
        "Take N,a and Xq,the and spoons,zxq as they are.",
        "Either to,from or and,the will do.",
    ],
)
def test_changes_nothing_else(text: str) -> None:
    assert cleaned(text + FILL).text == text + FILL
