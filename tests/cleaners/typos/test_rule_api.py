"""Triggers, registration and the text that a rule receives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos import rule_api, rules
from faircopy.cleaners.typos.rule_api import (
    CAPITALISED,
    MOST_TRIGGERS,
    REPEATED_WORD,
    TokenizedText,
    Trigger,
    has_mark,
    has_word,
    is_token,
    pair_where,
    registered_detectors,
    registered_triggers,
    runs_on,
    token_where,
)
from faircopy.cleaners.typos.token_cache import TokenCache
from faircopy.cleaners.typos.triggers import TriggerIndex


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of the test's own, with the triggers and functions of the product in it."""
    monkeypatch.setattr(rule_api, "_TRIGGERS", list(registered_triggers()))
    monkeypatch.setattr(rule_api, "_DETECTORS", list(registered_detectors()))


def read(text: str) -> TokenizedText:
    [doc] = TokenCache(TriggerIndex(Resources().speller.lexicon)).read([text])
    return doc


def word_zyx() -> Trigger:
    return has_word(["zyx"])


def token_zyx() -> Trigger:
    return is_token(["zyx,"])


def long_tokens() -> Trigger:
    return token_where(lambda token: len(token.text) > 8)


def marked_end() -> Trigger:
    return has_mark("!?", lambda token: token.text.endswith("!"))


def any_mark() -> Trigger:
    return has_mark("!?")


def have_and_of() -> Trigger:
    return pair_where(frozenset(["have", "Has"]), frozenset(["of", "Of"]))


def have_and_doing() -> Trigger:
    return pair_where(lambda token: token.last_word == "have", lambda token: token.first_word.endswith("ing"))


@pytest.mark.parametrize(
    ("text", "make", "matching"),
    [
        ("A zyx, a “zyx-like” and a zyxy or Zyx.", word_zyx, ["zyx,", "“zyx-like”"]),
        ("A zyx, and a zyx there.", token_zyx, ["zyx,"]),
        ("Something is something.", long_tokens, ["Something", "something."]),
        ("They have blaming, have a saying, and (have “doing", have_and_doing, ["have"]),
        ("So (have of, has of, have Of! have offed, have", have_and_of, ["(have", "have"]),
        ("Oh! Really? No!? Yes?!", marked_end, ["Oh!", "Yes?!"]),
        ("Oh! Really? No!? Yes.", any_mark, ["Oh!", "Really?", "No!?"]),
        ("They have", have_and_doing, []),
        ("by by noon", lambda: REPEATED_WORD, ["by"]),
        ("“The the end", lambda: REPEATED_WORD, ["“The"]),
        ("it was very, very late", lambda: REPEATED_WORD, []),
        ("an an+ sign", lambda: REPEATED_WORD, []),
        ("In “Kyiv” it rained", lambda: CAPITALISED, ["In", "“Kyiv”"]),
    ],
)
def test_a_trigger_matches_tokens(text, make, matching, registry):
    assert (trigger := make()) in registered_triggers()
    assert read(text).matching(trigger) == matching


def test_tokens_come_with_the_next_two(registry):
    trigger = is_token(["of"])
    doc = read("of a red car of it of")
    assert doc.followed(trigger) == [("of", "a red "), ("of", "it of ")]
    assert doc.words(has_word(["zyx"])) == []


def test_the_non_word_rules_leave_exclusive_words_to_their_rule(registry):
    assert [token.text for token in read("A zyxw gap.").unlisted] == ["zyxw"]
    has_word(["zyxw"], exclusive=True)
    assert read("A zyxw gap.").unlisted == []


def test_starts_of_a_token():
    doc = read("the other\nthe the, the")
    assert list(doc.starts("the")) == [0, 10, 19]
    assert list(doc.starts("the", 2)) == [0, 10]


def test_functions_run_by_order_then_by_registration(registry):
    trigger = is_token(["zyx"])

    def edits(doc: TokenizedText) -> Iterator[object]:
        return iter(())

    late, early = runs_on(trigger, order=9)(lambda doc: edits(doc)), runs_on(trigger)(lambda doc: edits(doc))
    found = [detector.find for detector in registered_detectors()]
    assert found[-1] is late
    assert early in found


def test_triggers_have_bits_of_their_own_and_there_is_an_end(registry):
    bits = [trigger.bit for trigger in registered_triggers()]
    assert len({*bits}) == len(bits) < MOST_TRIGGERS - 10
    for _ in range(MOST_TRIGGERS - len(bits)):
        is_token(["zyx"])
    last = registered_triggers()[-1]
    assert read("a zyx").matching(last) == ["zyx"]
    with pytest.raises(ValueError, match="32 triggers already"):
        is_token(["zyx"])


def test_every_rule_file_registers_a_function():
    files = {path.stem for path in Path(rules.__file__).parent.glob("[a-z]*.py")}
    modules = {detector.find.__module__.rpartition(".")[2] for detector in registered_detectors()}
    assert modules == files


def test_letters_are_no_marks(registry):
    with pytest.raises(ValueError, match="use token_where"):
        has_mark(",a")
