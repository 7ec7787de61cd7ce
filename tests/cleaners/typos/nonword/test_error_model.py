"""Costs of edits: what writers do more often costs less."""

from __future__ import annotations

import pytest

from faircopy.cleaners.typos.nonword.error_model import edit_cost, two_edits_cost


def test_likelier_edits_cost_less() -> None:
    assert edit_cost("the", "teh") < edit_cost("the", "tge") < edit_cost("the", "tqe")
    assert edit_cost("occurring", "occuring") < edit_cost("forever", "foreover")
    assert edit_cost("house", "mouse") > edit_cost("house", "hoise")
    assert edit_cost("the", "dog") is None


@pytest.mark.parametrize(("meant", "typed"), [("melitopol", "meltipol"), ("opportunity", "oportunety")])
def test_two_edits(meant: str, typed: str) -> None:
    assert edit_cost(meant, typed) is None
    assert two_edits_cost(meant, typed) is not None


def test_three_edits_are_too_many() -> None:
    assert two_edits_cost("opportunity", "oportunetie") is None
