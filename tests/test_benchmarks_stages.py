"""`python -m lab.benchmarks.stages`: every stage is measured, each checkout by its own code."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from faircopy.cleaners.recipes import STAGE_NAMES
from lab.benchmarks import stages

RECORD = {"text": "The ferry to Kiev  was late on Monday.", "html": "<p>The ferry to Kiev was late on Monday."}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in (*stages.TEXTS, *stages.PAGES):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.write(json.dumps(RECORD) + "\n")
    return tmp_path


def test_every_stage_is_measured_on_texts_and_pages(data, capsys):
    stages.main([str(data), "--rounds", "1"])
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["ns", "per", "byte", "this"]
    titles = [line.rpartition(" ")[0].strip() for line in lines]
    names = ["all stages", *STAGE_NAMES]
    assert titles == [f"{kind}: {name}" for kind in ("text", "page") for name in names]


def test_another_checkout_is_measured_by_its_own_code(data, tmp_path):
    checkout = tmp_path / "checkout"
    (checkout / "faircopy").mkdir(parents=True)
    (checkout / "faircopy" / "__init__.py").write_text("print('[[\"text: its own\", 7]]'); raise SystemExit")
    assert stages.in_checkout(checkout, data) == {"text: its own": 7}


def test_two_checkouts_are_shown_side_by_side():
    lines = list(stages.table([{"text: typos": 150.0, "text: new": 1.0}, {"text: typos": 100.0}]))
    assert [line.split() for line in lines] == [
        ["ns", "per", "byte", "this", "beside", "ratio"],
        ["text:", "typos", "150", "100", "1.50"],
        ["text:", "new", "1"],
    ]
