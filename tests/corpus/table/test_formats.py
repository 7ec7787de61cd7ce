"""The formats that other tools rely on, against real output."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import orjson
import pyarrow as pa
import pyarrow.ipc as ipc
import pytest
from deltalake import DeltaTable

from faircopy.cleaners.edits.edit import RECORD_FIELDS
from faircopy.corpus.table.schema import EDIT, TABLE

DOCS = Path(__file__).parents[3] / "docs"
SCHEMA = orjson.loads((DOCS / "changes.schema.json").read_bytes())
TEXT = "Site  header\n\nWASHINGTON  — They went to  Kiev .\n\n“We we left ,” he said.\n\nShare this story\n"


@pytest.fixture
def run(project):
    project.write("site/a.txt", TEXT)
    project.write("site/b.html", "<h1>Title</h1><p>One  paragraph &amp; more .</p>")
    project.write("c.txt", bytes(range(256)))
    project.run(recipe="news", switches={"typos": "off", "layout/wide-gap": "suggest"})
    return project


def test_every_line_of_the_log_is_as_published(run):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    lines = [line for log in run.mirror("changes").values() for line in log.split("\n") if line]
    assert lines
    for line in lines:
        record = orjson.loads(line)
        validator.validate(record)
        assert tuple(record) == RECORD_FIELDS == tuple(SCHEMA["properties"])


def test_the_arrow_schema_is_as_published(run):
    with pa.memory_map(str(DOCS / "table.arrow")) as source:
        published = ipc.open_file(source).schema
    written = DeltaTable(str(run.clean / "table")).to_pyarrow_dataset().schema
    assert published.equals(TABLE)
    assert {field.name: _plain(field.type) for field in written} == {
        field.name: _plain(field.type) for field in published
    }
    assert tuple(field.name for field in EDIT) == RECORD_FIELDS


def test_every_column_and_field_is_described_in_its_order():
    assert _first_column("table.md") == TABLE.names
    assert _first_column("changes.md") == list(RECORD_FIELDS)


def test_the_log_leads_from_raw_to_clean_and_back_by_itself(run):
    for row in run.rows().values():
        if row.text is not None:
            assert row.fair_copy().replay() == row.text
    for path, log in run.mirror("changes").items():
        raw = run.rows()[path.replace(".html.jsonl", ".html").replace("a.jsonl", "a.txt")].raw_text()
        edits = [e for e in map(orjson.loads, log.splitlines()) if e["status"] == "applied"]
        text = raw
        for stage in dict.fromkeys(edit["stage"] for edit in edits):
            for edit in reversed([e for e in edits if e["stage"] == stage]):
                assert text[edit["start"] :].startswith(edit["before"])
                text = text[: edit["start"]] + edit["after"] + text[edit["start"] + len(edit["before"]) :]
        assert text == run.mirror()[path.replace(".jsonl", ".txt")]


def _first_column(name):
    rows = re.findall(r"^\| (`.*?`) \|", (DOCS / name).read_text(encoding="utf-8"), re.M)
    return [field for row in rows for field in re.findall(r"`(\w+)`", row)]


def _plain(kind):
    """A type without the name that a writer gives to the items of a list."""
    return f"list<{_plain(kind.value_type)}>" if pa.types.is_list(kind) else str(kind)


def test_every_setting_is_described():
    from faircopy.corpus.settings.model import Settings

    own = {"styles", "config_file"}
    assert _first_column("settings.md") == [name for name in Settings.model_fields if name not in own]
