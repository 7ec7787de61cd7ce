"""The tables that the owner of the texts edits: kinds, kinds of phrases, phrases, labels."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from faircopy.cleaners.boilerplate.blocks.labels import checked_labels
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.kinds import KINDS, read_kind
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix
from faircopy.cleaners.boilerplate.markers.phrases import read_phrases
from faircopy.cleaners.boilerplate.phrase_kinds import PHRASE_KINDS, phrases_of, read_phrase_kind
from faircopy.cleaners.boilerplate.tables import read_rows, read_table
from faircopy.cleaners.catalogue import RULES
from faircopy.cleaners.resources import Resources, marker_phrase_rows

ROOT = Path(__file__).parents[3]
STAGE = ROOT / "cleaners" / "boilerplate"
KEYS = {
    "kinds": ("kind",),
    "phrase_kinds": ("phrase_kind",),
    "phrases": ("phrase_kind", "phrase"),
    "labels": ("kind", "label"),
}
ROW = next(iter(read_table("kinds")))


@pytest.mark.parametrize(("name", "key"), KEYS.items(), ids=KEYS)
def test_no_row_is_there_twice(name, key):
    rows = Counter(tuple(row[column] for column in key) for row in read_table(name))
    assert all(all(cells) for cells in rows)
    assert [cells for cells, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_a_rule_with_a_sentence_and_a_reason(kind):
    assert RULES[f"boilerplate/{kind.name}"] is kind.rule
    assert kind.rule.about.startswith("Removes ")
    assert kind.reason and not kind.reason.endswith(".")
    assert len(set(kind.class_words)) == len(kind.class_words)


def test_the_stage_has_no_rule_that_is_not_in_the_table():
    assert {rule for rule in RULES if rule.startswith("boilerplate/")} == {f"boilerplate/{name}" for name in KINDS}


@pytest.mark.parametrize("name", KINDS)
def test_the_documentation_names_every_kind(name):
    assert f"`{name}`" in (ROOT / "docs" / "boilerplate.md").read_text("utf-8")


def test_kinds_are_spelled_in_one_module():
    """Other modules use the constants; single words such as "date" are line types and phrase kinds too."""
    names = {name for name in KINDS if "-" in name}
    spelled = {
        file.name
        for file in STAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    }
    assert spelled == {"kinds.py"}


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"outer": "wins"}, "outer is 'wins'"),
        ({"inline": "true"}, "inline is 'true'"),
        ({"reason": ""}, "lacks a reason"),
        ({"most_words": "few"}, "cookie-notice: most_words is 'few'; write a whole number"),
        ({}, "defined twice"),
    ],
)
def test_a_wrong_kind_is_refused(cells, says):
    with pytest.raises(ValueError, match=says):
        read_kind(ROW | cells)


def test_a_kind_of_phrase_must_point_to_a_kind():
    row = {"phrase_kind": "share", "about": "", "kind": "share-bat", "reason": "", "least_words": "", "most_words": ""}
    with pytest.raises(ValueError, match="no kind 'share-bat'; did you mean 'share-bar'"):
        read_phrase_kind(row)
    assert read_phrase_kind(row | {"kind": "share-bar"}).reason == KINDS["share-bar"].reason


def phrase(kind, words):
    return {"phrase_kind": kind, "phrase": words}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([phrase("shares", "tweet")], "no kind of phrase 'shares'; did you mean 'share'"),
        ([phrase("share", "tweet"), phrase("share", "tweet")], "'tweet' is listed twice under 'share'"),
        ([phrase("share", "tweet")], "no phrase of the kinds .*newsletter.*, which the models count"),
    ],
)
def test_wrong_phrases_are_refused(rows, says):
    with pytest.raises(ValueError, match=says):
        phrases_of(rows)


def test_the_shipped_phrases_are_read():
    kinds = {kind for kind, _ in marker_phrase_rows()}
    assert kinds == PHRASE_KINDS.keys()
    assert ("share", "tweet") in marker_phrase_rows()


def test_a_new_phrase_raises_the_count_of_its_kind_and_shifts_no_column():
    lines = read_lines([["Toot this article", "The ferry sails on Monday, the council said."]])
    before = feature_matrix(lines, read_phrases(marker_phrase_rows()))
    after = feature_matrix(lines, read_phrases([*marker_phrase_rows(), ("share", "toot")]))
    assert before.keys() == after.keys()
    assert (after["share"] - before["share"]).tolist() == [1, 0]
    changed = {name for name in before if not np.array_equal(before[name], after[name])}
    assert changed and all(name.startswith(("share", "page")) for name in changed)


def test_the_models_read_only_columns_that_the_tables_give():
    lines = read_lines([["One line."]])
    assert set(Resources().line_model.forest.columns) <= feature_matrix(lines, Resources().marker_phrases).keys()


@pytest.mark.parametrize("row", read_table("labels"), ids=lambda row: row["label"])
def test_labels_name_a_kind_and_a_use(row):
    assert row["kind"] in KINDS
    assert row["use"] in ("alone", "in a row", "above the text")
    assert row["label"] == row["label"].lower()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"kind;label\nshare-bar;share\n", "labels.csv: no comma in the first row"),
        (b"", "labels.csv: no comma in the first row"),
        (b"kind,label\nshare-bar,m\xe1s\n", "labels.csv, row 2: not in UTF-8"),
        (b"kind,label\nshare-bar,save, print\n", "labels.csv, row 2: too many cells"),
    ],
)
def test_a_file_that_a_spreadsheet_saved_otherwise_is_refused_by_name(content, says):
    with pytest.raises(ValueError, match=says):
        read_rows("labels.csv", content)


def test_a_file_with_a_byte_order_mark_and_carriage_returns_is_read():
    content = b'\xef\xbb\xbfkind,label\r\nshare-bar,"save, print"\r\n'
    assert read_rows("labels.csv", content) == [{"kind": "share-bar", "label": "save, print"}]


@pytest.mark.parametrize(("kind", "use"), [("share-bra", "alone"), ("share-bar", "alon"), ("section", "in a row")])
def test_a_label_that_nothing_would_read_is_refused(kind, use):
    with pytest.raises(ValueError, match=f"'tweet': no use '{use}' of '{kind}'"):
        checked_labels([{"kind": kind, "label": "tweet", "language": "en", "use": use}])
