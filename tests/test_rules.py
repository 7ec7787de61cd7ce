"""The catalogue of rules is complete: every rule has a sentence, a line in the documentation and a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faircopy.cleaners.catalogue import RULES, as_markdown
from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.recipes import NEWS, STAGE_NAMES
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.rule import Rule, define, defined
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document
from faircopy.corpus.readers.folder import LocalFolder
from faircopy.corpus.readers.formats import read_documents, reader_of

ROOT = Path(__file__).parents[1]
CASE = re.compile(r"^~~~\n(.*?)^~~~$", re.MULTILINE | re.DOTALL)


def documents():
    folder = LocalFolder(str(ROOT / "raw"))
    for file in folder.list().files:
        if reader_of(file.path):
            for raw in read_documents(folder, file):
                yield Document(raw.id, "" if raw.is_html else raw.text, html=raw.text if raw.is_html else None)
    for file in (ROOT / "tests" / "cases").rglob("*.md"):
        yield from (Document(file.name, text) for text in CASE.findall(file.read_text("utf-8")))


def test_the_texts_of_the_project_trigger_most_rules_and_hold_no_unknown_one():
    copies = [copy for copy in clean_batch(list(documents()), NEWS, Resources()) if isinstance(copy, FairCopy)]
    logged = {edit.rule for copy in copies for edit in (*copy.edits, *copy.suggestions)}
    assert len(logged) > len(RULES) / 2
    assert logged <= set(RULES)


def test_the_documentation_lists_the_rules():
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == as_markdown(), "run: python -m faircopy.cleaners.catalogue > docs/rules.md"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule_says_in_one_sentence_what_it_does(rule):
    assert re.fullmatch(r"[A-Z].+\.", rule.about), "one sentence, with a capital and a full stop"
    assert "\n" not in rule.about
    assert "|" not in rule.about, "it would break the table in docs/rules.md"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_named_in_a_test(rule):
    """By its full id: in the table of the test that shows it firing."""
    tests = [file for file in (ROOT / "tests" / "cleaners").rglob("*.py") if rule in file.read_text("utf-8")]
    assert tests, f"no test in tests/cleaners names {rule}"


def test_every_rule_belongs_to_a_stage_and_every_stage_has_rules():
    assert {rule.stage for rule in RULES.values()} == set(STAGE_NAMES) - {"markup"}


@pytest.mark.parametrize("rule_id", ["layout", "layout/Wide Gap", "layout/wide-gap"])
def test_an_id_that_is_malformed_or_taken_is_refused(rule_id):
    with pytest.raises(ValueError, match=re.escape(repr(rule_id))):
        define(rule_id, "An example.")


def test_a_rule_that_nobody_defined_is_refused():
    with pytest.raises(LookupError, match="no rule 'layout/nothing'"):
        defined("layout/nothing")


@pytest.mark.parametrize(
    ("rule", "confidence", "status"),
    [
        (Rule("example/always", "Applies."), 0.1, "applied"),
        (Rule("example/from", "Applies when sure.", threshold=0.8), 0.8, "applied"),
        (Rule("example/from", "Applies when sure.", threshold=0.8), 0.79, "suggested"),
        (Rule("example/never", "Suggests.", default="suggest"), 1.0, "suggested"),
    ],
)
def test_the_threshold_and_the_default_decide_the_status(rule, confidence, status):
    edit = rule.edit(3, "a", "b", "an example", confidence)
    assert (edit.stage, edit.rule, edit.status) == ("example", rule.id, status)


def test_an_edit_may_be_held_back_whatever_its_confidence():
    assert Rule("example/always", "Applies.").edit(3, "a", "b", "an example", suggest=True).status == "suggested"
