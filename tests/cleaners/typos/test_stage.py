"""The stage as a whole: the same in any batch, nothing more to change the second time, and its options."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

TYPOS = NEWS.only(frozenset(["typos"]))
CASES = Path(__file__).parents[2] / "cases" / "must_not_change" / "typos.txt"
WRONG = (
    "The goverment said forpeace talks were off, and and the united States agreed.\n"
    "In Ukraine, officials of ukraine were wary. “It is a ddamaging blow,” an offical said .\n"
    "Nobody recieved the annoucement befor noon, and the the crowd went home.\n"
)


def copies(texts: list[str], options: Options | None = None) -> list[FairCopy]:
    batch = [Document(str(n), text, notes={"language": "en"}) for n, text in enumerate(texts)]
    cleaned = clean_batch(batch, TYPOS, Resources(options or Options()))
    assert all(isinstance(copy, FairCopy) for copy in cleaned)
    return [copy for copy in cleaned if isinstance(copy, FairCopy)]


def test_batch_and_order_make_no_difference() -> None:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line][:40]
    texts = [*lines, WRONG, *WRONG.splitlines()]
    together = {copy.raw: copy.edits for copy in copies(texts)}
    backwards = {copy.raw: copy.edits for copy in copies(texts[::-1])}
    for text in texts:
        [alone] = copies([text])
        strip = [(e.start, e.before, e.after, e.confidence) for e in alone.edits]
        assert strip == [(e.start, e.before, e.after, e.confidence) for e in together[text]]
        assert strip == [(e.start, e.before, e.after, e.confidence) for e in backwards[text]]


def test_second_pass_changes_nothing() -> None:
    [once] = copies([WRONG])
    assert len(once.edits) >= 9
    [twice] = copies([once.text])
    assert twice.edits == ()


SLIPS = [
    "goverment", "teh", "forpeace", "the the", "ukraine", "Ukraine", "adminstration", "said .", "united States", "of",
    "talks", "ofthe", "recieve", "se veral", "by by", "Meltipol", "Melitopol", ",", "“", "”", "\n", "peace",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=25))
def test_any_text_is_settled_after_one_pass(words: list[str]) -> None:
    [once] = copies([" ".join(words)])
    [twice] = copies([once.text])
    assert twice.edits == ()


@pytest.mark.parametrize(
    ("switches", "applied"),
    [
        ({}, {"typos/non-word", "typos/joined-words"}),
        ({"typos": "suggest"}, set()),
        ({"typos/non-word": "suggest"}, {"typos/joined-words"}),
        ({"typos": "off", "typos/non-word": "apply"}, set()),
        ({"typos": "suggest", "typos/joined-words": "apply"}, {"typos/joined-words"}),
    ],
)
def test_switches(switches: dict, applied: set[str]) -> None:
    [copy] = copies(["The goverment called forpeace talks."], Options(switches=switches))
    assert {edit.rule for edit in copy.edits} == applied


def test_quotations_can_be_left() -> None:
    text = "“It caused ddamaging delays,” he said. Nobody had recieved the report."
    [copy] = copies([text], Options(quotations="leave"))
    assert copy.text == "“It caused ddamaging delays,” he said. Nobody had received the report."
    assert [edit.before for edit in copy.suggestions] == ["ddamaging"]
    [copy] = copies([text], Options(quotations="typos"))
    assert copy.text == "“It caused damaging delays,” he said. Nobody had received the report."


def test_our_words_are_never_corrected() -> None:
    [copy] = copies(["The goverment called."], Options(words=frozenset(["goverment"])))
    assert copy.edits == ()
