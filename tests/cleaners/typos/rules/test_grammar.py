"""typos/grammar: word forms that do not agree; suggested."""

from __future__ import annotations

import pytest

RULE = "typos/grammar"


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        (
            "Officials have blaming delays on the weather.",
            [("have blaming", "have blamed"), ("have blaming", "are blaming")],
        ),
        ("The town has walking far.", [("has walking", "has walked"), ("has walking", "is walking")]),
        ("It reportedly angered Ukraine government and caused panic.", [("Ukraine", "Ukrainian")]),
        ("A deal with Russia army units, and against Iran people, fell.", [("Russia", "Russian"), ("Iran", "Iranian")]),
    ],
)
def test_suggests(text, edits, proposed, correct):
    assert proposed(text, RULE) == [(before, after, "suggested") for before, after in edits]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "They have morning prayers and have something to say.",  # no verb
        "They have blaming. They have blaming, too, and have blaming Bells.",  # no lower-case word after it
        "They have king size beds.",  # too short for a verb
        "In Ukraine government offices were shut.",  # no word before it that a country cannot follow
        "They came with Ukraine government of unity, and against China people in arms.",  # goes on with in or of
        "A plague of Ukraine armyworms came.",  # another noun
    ],
)
def test_leaves_alone(text, proposed):
    assert proposed(text, RULE) == []


def test_only_the_whole_word_have_counts(proposed):
    edits = proposed("They have blaming words, and behave blaming others.", RULE)
    assert [before for before, _, _ in edits] == ["have blaming", "have blaming"]
