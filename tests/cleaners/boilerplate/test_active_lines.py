"""After lines are removed, features are those of the shorter text read from scratch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.features.line_features import line_columns
from faircopy.cleaners.boilerplate.lines.active_lines import ActiveLines
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix
from faircopy.cleaners.boilerplate.lines.line_facts import clearly_english
from faircopy.cleaners.boilerplate.lines.reasons import FACTS, NAMING, kind_and_reason, reason_codes
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.text.language import language_of

LINES = (
    "The town council voted on Monday to buy a second ferry, which is to sail every hour from the first of May.",
    "The ferry costs two million pounds, and the county pays half of it, according to the council’s treasurer.",
    "The ferry costs two million pounds, and the county pays all of it, its chair said on Tuesday.",
    "Share this article",
    "Ferry to sail",
    "don't",
    "— 3 —",
)
DOCUMENTS = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=10), min_size=1, max_size=4)
ENGLISH = "The council said that it would pay for the ferry, and that the islands had been promised one for years."
PORTUGUESE = "O presidente da câmara disse que as ilhas vão ter um barco novo, que o governo paga até ao fim do ano."


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_features_after_two_rounds(documents, random):
    phrases = Resources().marker_phrases
    lines = read_lines(documents)
    active_lines = ActiveLines(lines, line_columns(lines, phrases))
    for _ in range(2):
        left = np.flatnonzero(active_lines.active).tolist()
        if gone := [number for number in left if random.random() < 0.3]:
            active_lines.remove(gone)
    numbers, columns = active_lines.rows()
    if not len(numbers):
        return
    flat = [line for document in documents for line in document]
    kept = [[flat[n] for n in numbers if lines.documents[n] == document] for document in range(len(documents))]
    for name, column in feature_matrix(read_lines(kept), phrases).items():
        np.testing.assert_array_equal(columns[name], column, err_msg=name)


@pytest.mark.parametrize(
    ("lines", "clear"),
    [
        ([ENGLISH] * 6, True),
        ([ENGLISH], False),  # too short to decide by so few words
        ([PORTUGUESE] * 6, False),
        ([ENGLISH, *[PORTUGUESE] * 6], False),
        ([], False),
    ],
)
def test_what_is_clearly_english(lines, clear):
    read = read_lines([[], lines, [ENGLISH]])
    own = line_columns(read, Resources().marker_phrases)
    assert clearly_english(own, read.documents, 3) == [False, clear, False]
    assert not clear or language_of("\n".join(lines)) == "en"


def test_reasons_name_the_first_kind_and_the_strongest_facts():
    names = {*NAMING, "words", "weight", "article", "copies", "ends_sentence", "ends_ellipsis"}
    names |= {"related_before", "prose_words_before", "prose_words_after"}
    columns = {name: np.zeros(3, np.float32) for name in names}
    columns["words"][:] = (3, 3, 30)
    columns["prose_words_before"][:] = columns["prose_words_after"][:] = 100
    columns["share"][0] = columns["media"][0] = 1
    columns["copies"][0] = 1
    columns["ends_ellipsis"][1] = 1
    columns["byline"][2] = 1  # too long for a byline
    found = [kind_and_reason(code) for code in reason_codes(columns, np.arange(3))]
    assert [kind.name for kind, _ in found] == ["share-bar", "teaser", "caption"]
    assert found[0][1] == f"words of buttons to share the article; {FACTS[0]}; no whole sentence"
    assert found[1][1].startswith("cut short with an ellipsis; ")
