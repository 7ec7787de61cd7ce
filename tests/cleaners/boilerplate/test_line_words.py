"""Lines as arrays give the same answers as plain Python on the same lines."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix, with_context
from faircopy.cleaners.boilerplate.markers.phrases import read_phrases
from faircopy.cleaners.resources import Resources

PIECES = (
    "share",
    "The council agreed",
    "don’t",
    "Read more:",
    "…",
    "“So.”",
    "12",
    "é",
    "\N{FIRE}",
    "- a",
    "by",
    "x" * 40,
)
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join)
DOCUMENTS = st.lists(st.lists(LINE, max_size=8), min_size=1, max_size=4)
# Letters, digits, apostrophes, and everything beyond ASCII but the quotes and the ellipsis that are read as ASCII.
WORD = re.compile(r"(?:[0-9a-zA-Z'’‘]|[^\x00-\x7f“”…\N{NO-BREAK SPACE}])+")


@settings(deadline=None)
@given(DOCUMENTS)
def test_words_of_lines(documents):
    lines = read_lines(documents)
    expected = [len(WORD.findall(line)) for document in documents for line in document]
    assert lines.word_counts.tolist() == expected
    assert np.bincount(lines.word_lines, minlength=len(expected)).tolist() == expected


def test_same_words_same_hash():
    hashes = read_lines([["Don’t DON'T don't", "dont's"]]).words
    assert len(set(hashes[:3].tolist())) == 1
    assert hashes[3] != hashes[0]


@settings(max_examples=50, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_lines_left_out_count_as_if_never_read(documents, random):
    """A second round computes the same from the arrays as from reading the shorter text again."""
    phrases = Resources().marker_phrases
    kept = [[line for line in document if random.random() < 0.6] for document in documents]
    if not any(kept):
        return
    chosen, rest = [], [iter(document) for document in kept]
    for document, left in zip(documents, rest, strict=True):
        awaited = next(left, None)
        for line in document:
            chosen.append(line == awaited)
            if line == awaited:
                awaited = next(left, None)
    whole = read_lines(documents)
    mask = np.array(chosen)
    own = {name: column[mask] for name, column in feature_matrix(whole, phrases).items()}
    part = with_context(whole.only(mask), own)
    fresh = feature_matrix(read_lines(kept), phrases)
    for name, column in fresh.items():
        np.testing.assert_array_equal(part[name], column, err_msg=name)


def test_finds_phrases_with_their_weights():
    phrases = read_phrases(
        [("share", "share this"), ("share", "tweet"), ("date", "may")], {"share": -20, "this page": 40}
    )
    lines = read_lines([["Share this page", "Tweet; may share", "this", "page"]])
    hits = phrases.find(lines)
    counts = phrases.count(hits, 4)
    assert counts["share"].tolist() == [1, 1, 0, 0]
    assert counts["date"].tolist() == [0, 1, 0, 0]
    assert sorted(zip(hits.lines.tolist(), hits.weights.tolist(), strict=True)) == sorted(
        [(0, 0), (0, -20), (0, 40), (1, 0), (1, 0), (1, -20)]
    )
