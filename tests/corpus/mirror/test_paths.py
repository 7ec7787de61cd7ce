"""Mirror paths: readable, and two documents never in one file."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.corpus.mirror.paths import MAX_BYTES, assign_paths, container_from_id

PATHS = [
    ("site/a.txt", "site/a.txt"),
    ("site/a.html", "site/a.html.txt"),
    ("feed.jsonl/7", "feed.jsonl/7.txt"),
    ("site/feed.jsonl.gz/7", "site/feed.jsonl.gz/7.txt"),
    ("feed.jsonl/a.txt", "feed.jsonl/a.txt.txt"),
    ("feed.jsonl/https://x.org/a?b=1", "feed.jsonl/https%3A%2F%2Fx.org%2Fa%3Fb=1.txt"),
    ("feed.jsonl/..", "feed.jsonl/.%2E.txt"),
    ("100%.txt", "100%.txt"),
    ("100%20.txt", "100%2520.txt"),
    ("a:b|c\t.txt", "a%3Ab%7Cc%09.txt"),
    ("con.txt", "%63on.txt"),
    ("folder./Éa ü.txt", "folder%2E/Éa ü.txt"),
]


@pytest.mark.parametrize(("document_id", "path"), PATHS)
def test_the_path_of_one(document_id, path):
    assert assign_paths([document_id]) == {document_id: path}


def test_long_names_are_cut_to_bytes_and_stay_apart():
    names = [f"{'é' * 200}{number}.txt" for number in range(2)]
    paths = assign_paths(names)
    assert all(len(path.encode()) <= MAX_BYTES and path.endswith(".txt") for path in paths.values())
    assert len(set(paths.values())) == 2


@pytest.mark.parametrize(
    "twins",
    [("a.txt", "A.txt"), ("a.html", "a.html.txt"), ("stra\N{LATIN SMALL LETTER SHARP S}e.txt", "strasse.txt"),
     ("\N{LATIN SMALL LETTER E WITH ACUTE}.txt", "e\N{COMBINING ACUTE ACCENT}.txt")],
)  # fmt: skip
def test_twins_get_eight_digits_each(twins):
    paths = assign_paths([*twins, "other.txt"])
    assert paths["other.txt"] == "other.txt"
    assert all(paths[name] != name and len(paths[name].rsplit("-", 1)[1]) == len("12345678.txt") for name in twins)


def test_a_file_does_not_stand_where_a_folder_must():
    paths = assign_paths(["a.html", "a.html.txt/b.txt"])
    assert paths["a.html.txt/b.txt"] == "a.html.txt/b.txt"
    assert paths["a.html"].startswith("a.html-")


@pytest.mark.parametrize("text", ["site/feed.txt", "site/FEED.txt"])
def test_a_log_does_not_stand_where_the_folder_of_a_container_must(text):
    paths = assign_paths([text, "site/feed.jsonl/7"])
    assert paths["site/feed.jsonl/7"] == "site/feed.jsonl/7.txt"
    assert paths[text].startswith(text.removesuffix(".txt") + "-")


@settings(deadline=None)
@given(
    st.sets(
        st.text(st.sampled_from("aA%2Fé./:\x00 ~"), min_size=1, max_size=8).filter(lambda s: "//" not in s), max_size=8
    )
)
def test_no_two_are_the_same_and_order_does_not_count(names):
    paths = assign_paths(names)
    folded = [unicodedata.normalize("NFC", path).casefold() for path in paths.values()]
    assert len(set(folded)) == len(folded)
    assert paths == assign_paths(sorted(names, reverse=True))
    assert not any(part in ("", ".", "..") for path in paths.values() for part in path.split("/"))


@pytest.mark.parametrize(
    ("document_id", "container"),
    [("a/feed.jsonl/x/y", "a/feed.jsonl"), ("f.parquet/1", "f.parquet"), ("a/b.txt", None), ("feed.jsonl", None)],
)
def test_the_file_around_a_document(document_id, container):
    assert container_from_id(document_id) == container
