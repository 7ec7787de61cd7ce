"""A power cut: what was not synced is lost. The last version that was reported is whole, and the next run continues."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from deltalake.exceptions import DeltaError

from faircopy.corpus import durable
from faircopy.corpus.summary import RunError
from faircopy.corpus.table.log_entries import log_folder
from faircopy.corpus.table.reader import open_table
from faircopy.corpus.table.verify import verify


class Disk:
    """What has reached the disk: the sizes of files and the names in folders when they were last synced."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sizes: dict[Path, int] = {}
        self.names: dict[Path, set[str]] = {}
        monkeypatch.setattr(durable, "_sync", self.sync)
        monkeypatch.setattr(durable, "MANY", 10**9)

    def sync(self, path: Path) -> None:
        path = Path(os.path.realpath(path))
        if path.is_dir():
            self.names[path] = {entry.name for entry in path.iterdir()}
        else:
            self.sizes[path] = path.stat().st_size

    def cut_power(self, root: Path) -> None:
        """Leave under `root` what was synced: other names are gone, other data too."""
        for folder, folders, files in os.walk(os.path.realpath(root), topdown=False):
            here = Path(folder)
            for name in files:
                file = here / name
                if name not in self.names.get(here, set()):
                    file.unlink()
                elif self.sizes.get(file) != file.stat().st_size:
                    os.truncate(file, 0)
            for name in folders:
                if name not in self.names.get(here, set()) and not any((here / name).iterdir()):
                    (here / name).rmdir()


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


def texts(project):
    return {name: row.text for name, row in project.rows().items()}


def test_a_reported_version_survives(project, disk):
    for number in range(3):
        project.write(f"site/{number}.txt", f"Text  {number}\n")
        assert project.run().version == number + 1
        before = texts(project)
        disk.cut_power(project.clean / "table")
        assert open_table(project.clean).newest == number + 1
        assert texts(project) == before
        assert verify(open_table(project.clean)).broken == []


def test_the_mirror_is_whole_or_written_again(project, disk):
    project.write("site/a.txt", "Text  A\n")
    project.run()
    disk.cut_power(project.clean / "text")
    assert project.mirror() == {"site/a.txt": "Text A\n"}
    # Emptied although the cache knows it: no person edited it.
    os.truncate(project.clean / "text/site/a.txt", 0)
    project.write("site/a.txt", "Text  B\n")
    summary = project.run()
    assert summary.kept_by_hand == ()
    assert project.mirror() == {"site/a.txt": "Text B\n"}


@pytest.mark.parametrize("torn", [b"", b'{"add":{"path":"part=0/', b"\n", b'{"commitInfo":{}}\n{"add"'])
def test_a_torn_entry_that_was_never_reported_is_set_aside(project, torn):
    project.write("site/a.txt", "Text  A\n")
    project.run()
    before = texts(project)
    (log_folder(project.clean / "table") / f"{2:020}.json").write_bytes(torn)
    project.write("site/b.txt", "Text  B\n")
    assert project.run().version == 2
    assert texts(project) == before | {"site/b.txt": "Text B\n"}
    assert (log_folder(project.clean / "table") / f"{2:020}.json.torn").read_bytes() == torn  # nothing is deleted


def test_an_entry_damaged_in_the_middle_is_left_as_it_is(project):
    """No power cut did that: the version may have been reported, so no run drops it."""
    project.write("site/a.txt", "Text  A\n")
    project.run()
    entry = log_folder(project.clean / "table") / f"{1:020}.json"
    lines = entry.read_bytes().splitlines()
    assert len(lines) > 1
    damaged = b"\n".join([b"{" + lines[0], *lines[1:]])
    entry.write_bytes(damaged)
    with pytest.raises(DeltaError):
        project.run()
    assert entry.read_bytes() == damaged


def test_a_reader_says_what_happened_and_what_to_do(project):
    project.write("site/a.txt", "Text  A\n")
    project.run()
    (log_folder(project.clean / "table") / f"{2:020}.json").write_bytes(b'{"add":{"path":"part=0/')
    with pytest.raises(RunError, match="incomplete, as a power cut leaves it: its version was never reported"):
        project.rows()


def test_parts_are_synced_before_the_entry_that_names_them(project, disk, monkeypatch):
    order: list[str] = []
    monkeypatch.setattr(durable, "_sync", lambda path: order.append(Path(path).name))
    project.write("site/a.txt", "Text  A\n")
    project.run()
    entry = order.index(f"{1:020}.json")
    assert any(name.endswith(".parquet") for name in order[:entry])
    assert "part=0" in order[:entry]
    assert "_delta_log" in order[entry:]
