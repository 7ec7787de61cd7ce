"""A batch through the recipe: no document affects another."""

from __future__ import annotations

import re

import pytest

import faircopy
from faircopy.cleaners.boilerplate.repeats import line_key, line_keys
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS, Recipe
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.rule import define
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document, Findings, Stage, lift

TEXTS = {
    "war report": "The adminstration in Kiev said  so.\n\nRelated posts\n\nTen Cats",
    "short": "Nothing to do here.\n",
    "empty": "",
    "german": "Der Hafenausschuss hat am Montag  über die Pläne in Kiev beraten.\n",
    "garbled": "the ministerâ€™s reply to the the letter",
}


@pytest.fixture(scope="module")
def resources():
    return Resources(Options())


def test_a_document_alone_comes_out_as_in_a_batch(resources):
    batch = [Document(name, text) for name, text in TEXTS.items()]
    together = clean_batch(batch, NEWS, resources)
    assert together == [clean_batch([document], NEWS, resources)[0] for document in batch]
    assert together == list(reversed(clean_batch(batch[::-1], NEWS, resources)))


def test_only_english_is_corrected(resources):
    [copy] = clean_batch([Document("d", TEXTS["german"])], NEWS, resources)
    assert {edit.stage for edit in copy.edits} == {"layout"}
    assert copy.meta["language"] == "de"


@pytest.mark.parametrize(("stated", "text"), [("en-GB", "Talks in Kyiv\n"), ("uk", "Talks in Kiev\n")])
def test_the_language_a_record_states_outranks_what_the_text_shows(resources, stated, text):
    [copy] = clean_batch([Document("d", "Talks in Kiev", record={"language": stated})], NEWS, resources)
    assert copy.text == text


def test_a_stage_can_hold_a_document_and_no_other(resources):
    def find(batch, _):
        return [Findings(held="too strange" if "x" in d.text else "") for d in batch]

    recipe = Recipe("strict", (Stage("strict", find),))
    strange, plain = clean_batch([Document("a", "x"), Document("b", "y")], recipe, resources)
    assert strange == Held("a", "x", "too strange")
    assert plain.text == "y"


def test_notes_reach_later_stages_and_a_stage_switched_off_is_not_asked():
    rule = define("use/seen", "An example for this test.")

    def note(batch, _):
        return [Findings(notes={"seen": True}) for _ in batch]

    def use(batch, _):
        return [Findings((rule.edit(0, "a", "b", ""),) if d.notes.get("seen") else ()) for d in batch]

    recipe = Recipe("two", (Stage("note", note), Stage("use", use, until_stable=False)))
    assert clean_batch([Document("d", "a")], recipe, Resources(Options()))[0].text == "b"
    off = Resources(Options(switches={"note": "off"}))
    assert clean_batch([Document("d", "a")], recipe, off)[0].text == "a"


SHOUT = define("emphasis/shout", "Leaves one of several exclamation marks.")


def one_exclamation_mark(text):
    """A stranger's rule: it knows nothing of addresses, languages or quotations."""
    for marks in re.finditer("!{2,}", text):
        yield SHOUT.edit(marks.start(), marks[0], "!", "several exclamation marks")


EMPHASIS = Recipe("emphasis", (Stage("emphasis", lift(one_exclamation_mark)),))


def test_a_new_stage_changes_what_its_rule_finds(resources):
    [copy] = clean_batch([Document("d", "It was the end of the war!!!")], EMPHASIS, resources)
    assert copy.text == "It was the end of the war!"


@pytest.mark.parametrize(
    "text",
    [
        "Read it at https://example.org/a!!!b today.",
        "Run `echo !!!` in the shell.",
        "Das war das Ende, und der Hafen ist zu!!!",
    ],
)
def test_a_new_stage_does_no_harm_by_forgetting_a_trait(resources, text):
    [copy] = clean_batch([Document("d", text)], EMPHASIS, resources)
    assert (copy.text, copy.edits) == (text, ())


@pytest.mark.parametrize("quotations", ["typos", "leave"])
def test_a_new_stage_only_suggests_in_quotations(quotations):
    quoted = Resources(Options(quotations=quotations))
    [copy] = clean_batch([Document("d", "He said “this is the end!!!” and left.")], EMPHASIS, quoted)
    assert copy.edits == ()
    assert [(e.rule, e.in_quote) for e in copy.suggestions] == [(SHOUT.id, True)]


def test_a_line_repeats_as_it_came_and_as_encoding_leaves_it():
    keys = line_keys("Ten catsâ€™ tales\rand more")
    assert {line_key("Ten catsâ€™ tales\rand more"), line_key("Ten cats’ tales"), line_key("and more")} == set(keys)


@pytest.mark.parametrize("stage", ["boilerplate", "layout", "names", "typos"])
def test_half_of_a_surrogate_pair_stops_no_stage(stage):
    raw = "Talks in Kiev  and by by \ud800 then Kiev again, the the goverment said.\n"
    copy = faircopy.clean(raw, only=stage)
    assert "\ud800" in copy.text
    assert copy.undo() == raw
