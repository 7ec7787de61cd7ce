"""Rows are stored in parts; a run rewrites only the parts it changes."""

from __future__ import annotations

import pytest
from deltalake import DeltaTable


@pytest.fixture
def parted(project, monkeypatch):
    monkeypatch.setattr("faircopy.corpus.table.commit.PART_BYTES", 10_000)
    monkeypatch.setattr("faircopy.corpus.staging.files.BATCH_DOCUMENTS", 7)
    for number in range(60):
        project.write(f"{number:02}.txt", f"Text number {number}  here. " + "word " * 100 + "\n")
    project.run()
    return project


def files(project):
    actions = DeltaTable(str(project.clean / "table")).get_add_actions(flatten=True)
    return dict(zip(actions["partition.part"].to_pylist(), actions["path"].to_pylist(), strict=True))


def test_documents_fill_one_part_after_another(parted):
    parts = {name: row.part for name, row in parted.rows().items()}
    assert len(parts) == 60
    assert list(parts.values()) != [0] * 60
    in_order = [parts[name] for name in sorted(parts)]
    assert in_order == sorted(in_order)


def test_only_the_touched_part_is_rewritten(parted):
    before = files(parted)
    parted.write("00.txt", "Changed\n")
    parted.run()
    after = files(parted)
    touched = parted.rows()["00.txt"].part
    assert {part for part in before if before[part] != after[part]} == {touched}
    assert len(parted.rows()) == 60
    assert parted.rows(1)["00.txt"].text.startswith("Text number 0 here")


def test_a_new_document_goes_to_the_last_part(parted):
    before = files(parted)
    parted.write("new.txt", "New\n")
    parted.run()
    after = files(parted)
    assert set(after) - set(before) <= {max(before) + 1}
    assert {part for part in before if before[part] != after[part]} <= {max(before)}
    assert len(parted.rows()) == 61


def test_removing_and_holding_touch_their_parts(parted):
    (parted.raw / "05.txt").unlink()
    parted.write("59.txt", bytes(range(256)))
    parted.run()
    statuses = {name: row.status for name, row in parted.rows().items() if row.status != "published"}
    assert statuses == {"05.txt": "removed", "59.txt": "held"}
    assert len(parted.rows()) == 60
