"""Candidates for a non-word, regardless of its context."""

from __future__ import annotations

import pytest

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.nonword.candidates import candidates

LEXICON = Resources().speller.lexicon


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("goverment", "government"),
        ("teh", "the"),
        ("forpeace", "for peace"),
        ("tihnk", "think"),
        ("seperetely", "separately"),
        ("untill", "until"),
    ],
)
def test_best_candidate(wrong: str, right: str) -> None:
    assert candidates(LEXICON, wrong)[0].words == right


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("overperforming", "over performing"),  # a prefix
        ("permissionless", "permission less"),  # a productive ending
        ("webshop", "web shop"),  # a short compound of content words
    ],
)
def test_a_coined_word_is_not_split(word: str, split: str) -> None:
    assert split not in {candidate.words for candidate in candidates(LEXICON, word)}
