"""`python -m lab.score`: every set in one table, within its time, whatever one of them does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lab.score import __main__ as command
from lab.score import output_hash
from lab.score.scorer import run
from lab.score.sets import PATTERNS, VERDICTS, DevelopmentSet, development_sets

# A scorer that fails on one file, never ends on another, and says which kind and options it was called with.
SCORER = """
import json, subprocess, sys, time
kind, path, *options = sys.argv[1:]
if "slow" in path:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    open(path + ".child", "w").write(str(child.pid))
    child.wait()
if "broken" in path:
    sys.exit("no such gold")
print(json.dumps({"kind": kind, "judged": "--judged" in options, "f1": 0.51239, "seconds": 2.5}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("score/score.py", "data/boilerplate/cling-news.jsonl.gz", "data/typos/edited-dev.jsonl.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SCORER if name.endswith(".py") else "")
    return tmp_path


def rows_of(printed: str) -> dict[str, list[str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines() if "|" in line]
    return {name: [kind, figures, seconds] for kind, name, figures, seconds in lines[2:]}


def test_every_set_has_a_row(data, capsys):
    assert command.main([str(data), "--only", "lines,edited-dev"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("faircopy at ")
    assert rows_of(printed) == {
        "cling-news": ["lines", "kind lines, judged False, f1 0.5124", "2.5"],
        "edited-dev": ["judged", "kind judged, judged True, f1 0.5124", "2.5"],
    }


def test_a_set_that_fails_or_does_not_end_stops_no_other(data, capsys):
    for name in ("broken", "slow"):
        (data / f"data/boilerplate/cling-{name}.jsonl.gz").touch()
    assert command.main([str(data), "--only", "lines", "--limit", "2"]) == 1
    rows = rows_of(capsys.readouterr().out)
    assert rows["cling-broken"][1] == "failed: no such gold"
    assert rows["cling-slow"][1] == "did not end within 2 s"
    assert rows["cling-news"][1].startswith("kind lines")
    child = int((data / "data/boilerplate/cling-slow.jsonl.gz.child").read_text())
    assert is_gone(child), "what the scorer had started runs on"


def is_gone(process: int) -> bool:
    """Whether a process has ended; one that is killed may take a moment, and nobody may have waited for it."""
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text().rpartition(") ")[2].startswith("Z"):
            return True
        time.sleep(0.1)
    return False


def test_only_what_has_changed_since_is_shown_twice(data, tmp_path, capsys):
    figures = tmp_path / "before.json"
    command.main([str(data), "--only", "cling-news", "--json", str(figures)])
    written = json.loads(figures.read_text())
    assert written["rows"][0]["figures"]["f1"] == 0.51239
    written["rows"][0]["figures"]["f1"] = 0.4
    figures.write_text(json.dumps(written))
    capsys.readouterr()
    command.main([str(data), "--only", "cling-news", "--before", str(figures)])
    assert rows_of(capsys.readouterr().out)["cling-news"][1] == "kind lines, judged False, f1 0.4000 → 0.5124"


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--only", "nothing"], "no such set"), (["--only", "lines"], "no score/score.py")]
)
def test_what_cannot_be_scored_is_said(data, arguments, said):
    folder = data if said == "no such set" else data / "data"
    with pytest.raises(SystemExit, match=said):
        command.main([str(folder), *arguments])


def test_each_file_is_scored_by_one_kind(tmp_path):
    for _, pattern in PATTERNS:
        path = tmp_path / pattern.replace("*", "some")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    paths = [one.path for one in development_sets(tmp_path)]
    assert len(set(paths)) == len(paths) == len(PATTERNS)


def test_the_verdicts_lie_beside_the_texts():
    judged = DevelopmentSet("judged", Path("typos/edited-dev.jsonl.gz"))
    assert judged.arguments()[2:] == ["--judged", str(Path("typos") / VERDICTS)]


def test_a_command_that_fails_raises_with_what_it_said():
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run([sys.executable, "-c", "import sys; sys.exit('wrong')"], 60)
    assert failed.value.stderr == "wrong\n"


EDIT = {"stage": "layout", "rule": "layout/wide-gap", "start": 3, "before": "  ", "after": " ", "confidence": 1.0}


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"text": "other"}, True),
        ({"status": "held"}, True),
        ({"edits": [{**EDIT, "start": 4}]}, True),
        ({"edits": [{**EDIT, "confidence": 0.9}]}, True),
        ({"edits": [], "suggestions": [EDIT]}, True),
        ({"edits": [{**EDIT, "reason": "said in other words"}]}, False),
        ({"run": "another"}, False),
    ],
)
def test_the_hash_sees_edits_and_not_reasons(change, counts):
    record = {"id": "a", "status": "published", "text": "one two", "edits": [{**EDIT, "reason": "two spaces"}]}
    record["suggestions"] = None
    changed = output_hash._document_hash({**record, **change})
    assert (changed != output_hash._document_hash(record)) is counts
