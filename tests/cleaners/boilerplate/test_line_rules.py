"""Lines of plain text that are removed, and lines that are kept."""

from __future__ import annotations

import pytest

from faircopy import clean

LEAD = "The council agreed on Tuesday to repair the bridge over the river before the winter, its chair said."
MORE = "Work is due to start in the second week of October, and the road will stay open at night throughout."
END = "Two firms have offered to do it, and the cheaper of them asks for three hundred thousand pounds in all."
HEADLINE = "Council Agrees To Repair The Old Bridge"


def kept(*lines):
    """The lines that are kept of a text made of these."""
    return [line for line in clean("\n\n".join(lines), only="boilerplate").text.split("\n") if line]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (
            [HEADLINE, LEAD, MORE, "Check Also", "Ferry Timetable Changes", "The ferry will …"],
            [HEADLINE, LEAD, MORE],
            "teaser",
        ),
        ([HEADLINE, LEAD, MORE, "Related posts", "Ferry To Stop", "admin"], [HEADLINE, LEAD, MORE], "related-links"),
        ([HEADLINE, LEAD, MORE, "Leave a Comment"], [HEADLINE, LEAD, MORE], "comment-form"),
        (["My Blog", "Politics", HEADLINE, LEAD, MORE], [HEADLINE, LEAD, MORE], "site-header"),
        ([HEADLINE, "By Ann Example", LEAD, MORE], [HEADLINE, LEAD, MORE], "byline"),
        ([HEADLINE, "June 3, 2024", LEAD, MORE], [HEADLINE, LEAD, MORE], "date"),
        ([HEADLINE, LEAD, "Share this article", MORE], [HEADLINE, LEAD, MORE], "share-bar"),
        ([HEADLINE, LEAD, "Sign up for our daily newsletter", MORE], [HEADLINE, LEAD, MORE], "newsletter"),
        (
            [HEADLINE, LEAD, MORE, "This site uses cookies to give you a better visit."],
            [HEADLINE, LEAD, MORE],
            "cookie-notice",
        ),
        (
            [
                HEADLINE,
                LEAD,
                "Council chair Ann Example, speaking at a meeting on Monday, called the bridge a",
                MORE,
                END,
            ],
            [HEADLINE, LEAD, MORE, END],
            "caption",
        ),
    ],
)
def test_removes(before, after, rule):
    assert kept(*before) == after
    edits = clean("\n\n".join(before), only="boilerplate").edits
    assert f"boilerplate/{rule}" in {edit.rule for edit in edits}


@pytest.mark.parametrize(
    "lines",
    [
        [HEADLINE, LEAD, "What Comes Next", MORE, END],
        ["Washington", "CNN", " — ", LEAD, MORE],
        [
            HEADLINE,
            LEAD,
            "The chair said the",
            "bridge had been closed to lorries for two years, and to cars at night since May.",
            END,
        ],
        [HEADLINE, LEAD, "She was asked whether the town could wait another winter …", MORE],
    ],
)
def test_keeps(lines):
    assert kept(*lines) == lines


def test_notes_the_metadata_of_the_article():
    text = "\n\n".join(
        [
            "The Example Post",
            "Politics",
            HEADLINE,
            "By Ann Example",
            "June 3, 2024",
            LEAD,
            MORE,
            "Check Also",
            "May 1, 2020",
        ]
    )
    assert clean(text, only="boilerplate").meta["found"] == {
        "section": "Politics",
        "title": HEADLINE,
        "byline": "Ann Example",
        "date": "June 3, 2024",
    }


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Wilhelmina Strand writes a fortnightly column on food. Follow her on Instagram @wstrand.", "about-author"),
        ("Conversation (38)", "comment-form"),
        ("Terms and conditions", "site-notice"),
    ],
)
def test_the_name_of_a_rule_below_the_text(line, rule):
    edits = clean("\n\n".join((HEADLINE, LEAD, MORE, END, line)), only="boilerplate").edits
    assert [(edit.before.strip(), edit.rule) for edit in edits] == [(line, f"boilerplate/{rule}")]


@pytest.mark.parametrize(
    ("line", "rule"),
    [("By signing up you agree to our Privacy Policy", "site-notice")],
)
def test_the_name_of_a_rule_above_the_text(line, rule):
    edits = clean("\n\n".join((line, HEADLINE, LEAD, MORE, END)), only="boilerplate").edits
    assert [(edit.before.strip(), edit.rule) for edit in edits] == [(line, f"boilerplate/{rule}")]


@pytest.mark.parametrize(
    "line",
    [
        "“Related: none,” the chair wrote.",
        "Related: two brothers and a cousin, all builders.",
        "© marks on the stones date from 1801.",
        "Photo: none exists.",
        "Tags: worn.",
        "By Ruth Hale, aged 9:",
    ],
)
def test_labels_and_signs_in_a_sentence_are_kept(line):
    lines = [HEADLINE, LEAD, MORE, line, END, LEAD.replace("bridge", "tower")]
    assert kept(*lines) == lines


def test_a_pull_quote_above_the_text_is_removed_and_its_sentence_kept():
    assert kept(MORE, LEAD, END, MORE) == [LEAD, END, MORE]


def test_the_second_of_two_copies_close_together_is_removed():
    assert kept(HEADLINE, LEAD, MORE, MORE, END) == [HEADLINE, LEAD, MORE, END]


def test_a_copy_far_from_the_first_is_suggested():
    between = [
        f"Boat number {n} left the harbour of the old town at noon, and came back by the evening." for n in range(6)
    ]
    lines = [HEADLINE, LEAD, MORE, *between, MORE, END]
    assert kept(*lines) == lines
    assert [edit.rule for edit in clean("\n\n".join(lines), only="boilerplate").suggestions] == [
        "boilerplate/second-copy"
    ]


@pytest.mark.parametrize(
    "date",
    [
        "Monday, June 3, 2024, 10:15 am PT (1:15 pm ET)",
        "June 3, 2024 7:45 am PST by Ann Example",
        "3 June 2024 • 9:08pm",
    ],
)
def test_dates_with_what_pages_add(date):
    assert kept(HEADLINE, date, LEAD, MORE, END) == [HEADLINE, LEAD, MORE, END]


@pytest.mark.parametrize(
    "lines",
    [
        [HEADLINE, "Monday, 5 May 2025", "It rained all day.", "Tuesday, 6 May 2025", LEAD, MORE, END],
        ["5 May 2025", "It rained all day.", "6 May 2025", LEAD, MORE, "7 May 2025", END],
        [HEADLINE, LEAD, MORE, "Monday, 5 May 2025", END],
    ],
)
def test_dates_that_head_a_part_of_the_text_are_kept(lines):
    assert kept(*lines) == lines
    assert "date" not in clean("\n\n".join(lines), only="boilerplate").meta.get("found", {})


def test_the_date_of_the_page_is_removed_above_and_below_the_text():
    lines = ["5 May 2025", HEADLINE, LEAD, "Published: 6 May 2025", MORE, END, "5 May 2025"]
    assert kept(*lines) == [HEADLINE, LEAD, MORE, END]
    assert clean("\n\n".join(lines), only="boilerplate").meta["found"]["date"] == "5 May 2025"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (["City lose again", "By Ann Lee", "3 min read", "Share"], "City lose again"),
        (["Sport", "City lose again", "By Ann Lee", "3 min read"], "City lose again"),
        (["The Echo", "Sport", "City lose again", "By Ann Lee"], "City lose again"),
        (["The Old Echo", "Sport", "City lose badly at home", "By Ann Lee"], "City lose badly at home"),
        (["Skip to main content", "Home", "City lose again", "May 5, 2025"], "City lose again"),
        (
            [
                "STOXX 600 571.88 +0.42%  FTSE 100 9,735.78 -0.11%",
                "Markets",
                "Grain prices slip as Black Sea ports reopen",
                "By MarketDesk staff",
                "Nov. 5, 2025 4:31 pm ET",
                "4 minutes",
            ],
            "Grain prices slip as Black Sea ports reopen",
        ),
        (["Ann Lee/Example Press", "City lose again"], "City lose again"),
    ],
)
@pytest.mark.parametrize("long", [False, True])
def test_the_headline_is_kept_whatever_is_around_it(head, headline, long):
    body = [LEAD, MORE, END]
    if long:
        body += [f"Lorry number {n} crossed at noon and was weighed, as the chair had asked." for n in range(30)]
    left = kept(*head, *body)
    assert headline in left
    assert left[-len(body) :] == body
    assert clean("\n\n".join((*head, *body)), only="boilerplate").meta["found"]["title"] == headline
