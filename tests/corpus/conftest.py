"""A small project on disk: raw texts, runs, and the resulting table and mirror."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pytest

from faircopy.cleaners.boilerplate.repeats import line_key
from faircopy.cleaners.edits import Edit
from faircopy.cleaners.recipes import ANY_TEXT, RECIPES, Recipe
from faircopy.cleaners.stage import Findings, Stage, lift
from faircopy.corpus.options import RunOptions
from faircopy.corpus.run import run
from faircopy.corpus.settings.model import Settings
from faircopy.corpus.summary import RunSummary
from faircopy.corpus.table.reader import Table, open_table
from faircopy.corpus.table.row import Row

RUN_OPTIONS = [field.name for field in fields(RunOptions)]
# Columns that say when and where a row was written, not what it says.
OF_THE_RUN = ("run_id", "cleaned_at", "part")


@dataclass
class Project:
    """A raw and a clean folder, cleaned by a recipe of two rules in this process."""

    root: Path
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def clean(self) -> Path:
        return self.root / "clean"

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.raw / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return file

    def settings(self, **options: Any) -> Settings:
        given = {"recipe": "tiny", "workers": 0, **self.options, **options}
        return Settings(raw=str(self.raw), clean=str(self.clean), **given)

    def run(self, **options: Any) -> RunSummary:
        """A run; `options` are run options and settings. The gate is open unless `yes` is false."""
        chosen = {"yes": True, **{name: options.pop(name) for name in RUN_OPTIONS if name in options}}
        return run(self.settings(**options), RunOptions(**chosen))

    def table(self) -> Table:
        return open_table(self.clean)

    def rows(self, version: int | None = None) -> dict[str, Row]:
        return {row.doc_id: row for row in self.table().rows(version)}

    def contents(self) -> dict[str, dict[str, Any]]:
        """Everything that the newest rows say, by document; removed ones left out."""
        rows = {name: dict(vars(row)) for name, row in self.rows().items() if row.status != "removed"}
        return {name: {k: v for k, v in row.items() if k not in OF_THE_RUN} for name, row in rows.items()}

    def mirror(self, folder: str = "text") -> dict[str, str]:
        files = (path for path in (self.clean / folder).rglob("*") if path.is_file())
        return {path.relative_to(self.clean / folder).as_posix(): path.read_bytes().decode() for path in files}


def _close_gaps(text: str) -> Iterator[Edit]:
    for gap in re.finditer(r"(?<=\S) {2,}(?=\S)", text):
        yield Edit("layout", "layout/wide-gap", gap.start(), gap[0], " ", "several spaces inside a line")


def _drop_repeats(batch: Any, resources: Any) -> list[Findings]:
    found = []
    for document in batch:
        repeats = resources.repeats.get(document.source, frozenset())
        lines = re.finditer(r"[^\n]+\n?", document.text)
        edits = (
            Edit("boilerplate", "boilerplate/repeats-in-source", m.start(), m[0], "", "repeats")
            for m in lines
            if _in(m, repeats)
        )
        found.append(Findings(tuple(edits), held="mostly noise" if "NOISE" in document.text else ""))
    return found


def _in(line: re.Match[str], repeats: frozenset[int]) -> bool:
    return line_key(line[0]) in repeats


TINY = Recipe("tiny", (Stage("boilerplate", _drop_repeats, **ANY_TEXT), Stage("layout", lift(_close_gaps), **ANY_TEXT)))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setitem(RECIPES, "tiny", TINY)
    monkeypatch.setattr("faircopy.corpus.plan.plan.check_names", lambda settings: None)
    return Project(tmp_path)


def texts(rows: Mapping[str, Row]) -> dict[str, str | None]:
    return {name: row.text for name, row in rows.items()}
