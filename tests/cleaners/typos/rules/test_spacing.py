"""typos/spacing: stray and missing spaces at punctuation."""

from __future__ import annotations

import pytest

RULE = "typos/spacing"
FILL = " They had forks, knives, plates, and cups, but no pots, pans, or bowls, as it seemed."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the U.S .intelligence", "the U.S. intelligence"),
        ("They met , shook hands and left.", "They met, shook hands and left."),
        ("The turn of the channel ,has grown tight.", "The turn of the channel, has grown tight."),
        ("They came on Friday ;all were late.", "They came on Friday; all were late."),
        ("it ended .", "it ended."),
        ("it ended  .", "it ended."),
        ("a threat to democracy .” Then", "a threat to democracy.” Then"),
        ('a threat to democracy ."', 'a threat to democracy."'),
        ("(it was over .)", "(it was over.)"),
        ("he said ,’ and left", "he said,’ and left"),
        ("They carried spoons,a symbol of the town.", "They carried spoons, a symbol of the town."),
        ("“He left early,which was rude,” she said.", "“He left early, which was rude,” she said."),
        ("In London,where it rained, they met.", "In London, where it rained, they met."),
        ("He came,but she did not.", "He came, but she did not."),
    ],
)
def test_corrects(before, after, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {RULE}
    assert correct(after).edits == ()


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("it cost 5 ,000 euros", " ,", ","),
        ("it rose 3 .5 points", " .", "."),
        ("it rose 3 .52 percent", " .", "."),
        ("The flag is red,blue and white.", ",", ", "),  # what may be terms
        ("He lives in Colorado,Washington or Texas.", ",", ", "),
        ("Either to,from or and,the will do.", ",", ", "),
    ],
)
def test_suggests(text, before, after, proposed, correct):
    assert (before, after, "suggested") in proposed(text, RULE)
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "a .gov address and .5 per cent",  # a dot that begins a word or a figure
        "the U.S .5 rifle",
        "The score was 3 ,5 then.",
        "a list of 5 ,has grown",  # after a figure
        "Rise up,the end is near.",  # a short word
        "he met x.U.S .intelligence",  # initials inside an address
        "the rifles, 2 .22 and 1 .38, were old",  # figures of their own
        "in 2019 ,000 was dialled, 5 ,0000 too",  # no thousands
        "he wrote .”gov” and .’x",
        "wait . . .” what",
        "wait . . . what",
        "wait ... what",
        "a list: , ; and -- , they said",  # nothing before the mark
        "The price rose to 5,000 and then to 1,200,000.",
        "See www.town.example/news,the or @hand,the or #tag,the there.",
        "Call f(spoons,a) or print(x,the), or set spoons=cups,a here.",
        "The tags are sport,politics,the,news today.",  # a list of several items
        "Take N,a and Xq,the and spoons,zxq as they are.",  # too short, no words
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text + FILL, RULE) == []


def test_a_table_is_left_alone(correct):
    table = "The words and their neighbours:\nname,the\nhouse,with\ntown,from\n"
    assert correct(table).text == table
    assert correct(table + FILL).text != table + FILL
