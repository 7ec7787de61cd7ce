"""The stage over plain texts: batches, second passes, settings, documents that are held."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate import drop_boilerplate
from faircopy.cleaners.boilerplate.repeats import line_key
from faircopy.cleaners.edits import APPLIED, SUGGESTED, apply
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document

ARTICLE = [
    "Harbour Town Votes For A Second Ferry",
    "The town council voted on Monday to buy a second ferry, which is to sail every hour from the first of May.",
    "The ferry costs two million pounds, and the county pays half of it, according to the council's treasurer.",
    "“We have waited nine years for this,” said the harbour master, who had asked for the ship in three reports.",
    "What It Means For The Islands",
    "The islands will have a boat in the evening too, so that people who work in town can live there, he said.",
]
AROUND = [
    "Share this article",
    "Facebook",
    "Related posts",
    "Old Mill To Become A Museum",
    "By Ann Example",
    "June 3, 2024",
    "Sign up for our newsletter",
    "© 2024 Example Media. All rights reserved.",
    "Read more: The ferry that never sailed",
    "Getty Images",
    "Leave a Comment",
    "newsdesk",
    "3 min read",
    "Politics",
]
TEXTS = st.lists(st.one_of(st.sampled_from(ARTICLE), st.sampled_from(AROUND)), max_size=16).map("\n".join)
RECIPE = NEWS.only(frozenset({"boilerplate"}))


def found(text, options=None, repeats=None, source=None):
    resources = Resources(options or Options(), repeats or {})
    return drop_boilerplate([Document("text", text, source=source)], resources)[0]


def applied(findings):
    return [edit for edit in findings.edits if edit.status == APPLIED]


def left(text, **given):
    return apply(text, applied(found(text, **given))).split("\n")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text):
    once = apply(text, applied(found(text)))
    assert applied(found(once)) == []


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_batch_is_as_its_documents_alone(texts):
    batch = [Document(str(number), text) for number, text in enumerate(texts)]
    together = drop_boilerplate(batch, Resources())
    assert together == [drop_boilerplate([document], Resources())[0] for document in batch]


def test_leaves_the_article():
    text = "\n".join(["The Example Post", "Politics", *ARTICLE, *AROUND[2:4], "newsdesk", *AROUND[:2]])
    assert [line for line in left(text) if line] == ARTICLE


def test_every_edit_has_a_rule_and_a_reason():
    edits = applied(found("\n".join([*ARTICLE, *AROUND])))
    assert edits
    for edit in edits:
        assert edit.rule.startswith("boilerplate/")
        assert edit.reason
        assert 0.5 <= edit.confidence <= 1


def test_markers_of_a_source():
    text = "\n".join([*ARTICLE, "More Of Our Islands", "A Walk Around The Lighthouse", "Nine Birds And A Seal"])
    assert "A Walk Around The Lighthouse" not in left(text, options=Options(markers=("more of our islands",)))


def test_lines_that_repeat_in_the_source():
    line = "Harbour Town and its islands since 1887"
    text = "\n".join([*ARTICLE[:3], line, *ARTICLE[3:]])
    assert line in left(text, source="harbour")
    repeats = {"harbour": frozenset({line_key(line)})}
    assert line in left(text, source="elsewhere", repeats=repeats)
    assert line not in left(text, source="harbour", repeats=repeats)
    [edit] = [
        e for e in found(text, source="harbour", repeats=repeats).edits if line in e.before and e.status == APPLIED
    ]
    assert edit.rule == "boilerplate/repeats-in-source"


def test_an_uncertain_removal_is_a_suggestion():
    text = "\n".join(
        [*ARTICLE[:2], "He told the meeting that the islands had been promised a boat by the", *ARTICLE[2:]]
    )
    [edit] = [e for e in found(text).edits if "promised a boat" in e.before]
    assert edit.status == SUGGESTED


def test_a_page_that_is_all_boilerplate_is_held():
    [copy] = clean_batch([Document("page", "\n".join(AROUND))], RECIPE, Resources(Options(max_loss=0.5)))
    assert isinstance(copy, Held)
    assert "words look like boilerplate" in copy.reason


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "a, " * 100_000, "(photo " * 20_000, "By " + "Al Bo and " * 10_000, "\t\n" * 50_000]
)
def test_hostile_lines(text):
    assert apply(text, applied(found(text))) == text


def test_odd_characters():
    text = "\n".join(
        [*ARTICLE, "Share\x00this", "\N{ZERO WIDTH SPACE}", "Share this\N{LINE SEPARATOR}article", "\ud800"]
    )
    assert all(edit.before == text[edit.start : edit.end] for edit in found(text).edits)
