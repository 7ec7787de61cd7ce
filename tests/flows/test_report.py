import json

import pytest

from faircopy.corpus.summary import RunSummary
from faircopy.flows.artifacts import MOST_BYTES, MOST_ROWS, capped, edit_rows, headline, held_rows, summary_page


def test_edits_are_listed_by_rule_the_busiest_first():
    rows = edit_rows({"layout/wide-gap": 2, "typos/non-word": 31, "names/variant": 2})
    assert [(row["stage"], row["rule"], row["edits"]) for row in rows] == [
        ("typos", "typos/non-word", 31),
        ("layout", "layout/wide-gap", 2),
        ("names", "names/variant", 2),
    ]


def test_a_run_without_held_documents_says_so():
    [row] = held_rows(())
    assert row == {"document": "none", "reason": "no document was held back"}


def test_held_documents_keep_their_reason():
    assert held_rows([("site/a.txt", "it is binary")]) == [{"document": "site/a.txt", "reason": "it is binary"}]


@pytest.mark.parametrize("count", [1, MOST_ROWS])
def test_rows_that_fit_are_all_there(count):
    rows = [{"document": f"d{n}", "reason": "r"} for n in range(count)]
    assert capped(rows) == rows


@pytest.mark.parametrize(
    ("count", "reason"), [(MOST_ROWS + 1, "r"), (5000, "r"), (150, "long " * 300), (2, "x" * 200_000)]
)
def test_a_table_is_cut_to_what_a_page_bears(count, reason):
    rows = capped([{"document": f"d{n}", "reason": reason} for n in range(count)])
    *kept, last = rows
    assert len(rows) <= MOST_ROWS
    assert len(json.dumps(rows)) <= MOST_BYTES + 1000
    assert last == {"document": f"… and {count - len(kept):,} more", "reason": ""}


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (RunSummary("r", version=3, added=2, changed=1), "Version 3: 2 added, 1 changed, 0 removed, 0 held back"),
        (RunSummary("r", read=1200), "Nothing changed: 1,200 documents read, no new version"),
        (RunSummary("r", read=5, dry_run=True), "Dry run: 5 documents read, nothing published"),
    ],
)
def test_the_outcome_in_one_line(summary, line):
    assert headline(summary) == line


def test_the_page_names_what_needs_a_look():
    summary = RunSummary(
        "r",
        version=1,
        edits=1041,
        edits_by_stage={"typos": 1000, "names": 41},
        kept_by_hand=tuple(f"text/{n}.txt" for n in range(25)),
        unreadable=(("site/b.txt", "permission denied"),),
        table_path="clean/table",
    )
    page = summary_page(summary)
    assert "| typos | 1,000 |" in page
    assert "- … and 5 more" in page
    assert "- `site/b.txt`: permission denied" in page
