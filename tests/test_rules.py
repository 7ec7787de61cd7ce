"""The list of rules is whole: what a text is cleaned by stands in it, and in the documentation."""

import re
from pathlib import Path

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.recipes import NEWS, STAGE_NAMES
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.rules import RULES
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document
from faircopy.corpus.readers.folder import LocalFolder
from faircopy.corpus.readers.formats import read_documents, reader_of

ROOT = Path(__file__).parents[1]
CASE = re.compile(r"^~~~\n(.*?)^~~~$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `([a-z]+/[a-z-]+)` \| (.*) \|$", re.MULTILINE)


def documents():
    folder = LocalFolder(str(ROOT / "raw"))
    for file in folder.list().files:
        if reader_of(file.path):
            for raw in read_documents(folder, file):
                yield Document(raw.id, "" if raw.is_html else raw.text, html=raw.text if raw.is_html else None)
    for file in (ROOT / "tests" / "cases").rglob("*.md"):
        yield from (Document(file.name, text) for text in CASE.findall(file.read_text("utf-8")))


def test_every_rule_that_is_logged_is_in_the_list():
    cleaned = clean_batch(list(documents()), NEWS, Resources())
    copies = [copy for copy in cleaned if isinstance(copy, FairCopy)]
    logged = {edit.rule for copy in copies for edit in (*copy.edits, *copy.suggestions)}

    assert len(logged) > len(RULES) / 2
    assert logged - set(RULES) == set(), "tell what they are for in cleaners/rules.py"


def test_the_documentation_has_the_list():
    assert dict(ROW.findall((ROOT / "docs" / "rules.md").read_text("utf-8"))) == RULES


def test_every_rule_belongs_to_a_stage():
    assert {rule.partition("/")[0] for rule in RULES} == set(STAGE_NAMES) - {"markup"}
