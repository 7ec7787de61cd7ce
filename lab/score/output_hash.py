"""A hash of the output of faircopy for a fixed corpus. A change that should not affect any text leaves it equal.

The corpus is the sample articles of `raw/`, cleaned as a run, and from a data folder `corpus/` and the first texts of
each development set. The hash covers ids, statuses, texts and edits, but not reasons, so that they can be reworded.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from deltalake import DeltaTable

ROOT = Path(__file__).parents[2]
TEXTS_PER_SET = 10  # of lines, pages and dumps; twice as many of the shorter texts
# Earlier versions took minutes on a page of one of these sets; without them, hashes can be compared with theirs.
LEFT_OUT = ("Polish", "Russian")
SHORT_SETS = (
    ("newsnoise", "noisy"),
    ("cleannews", "text"),
    ("wikidump_realistic", "noisy"),
    ("neuspell_jfleg", "noisy"),
    ("edited-dev", "text"),
)
FIELDS = (
    *("id", "stage", "rule", "start", "before", "after", "confidence", "status", "in_quote"),
    *("raw_start", "raw_end", "clean_start", "clean_end"),
)
Record = dict[str, Any]


def output_hash(data: Path) -> tuple[int, str]:
    """How many documents there are, and the hash over all of them."""
    with tempfile.TemporaryDirectory() as folder:
        hashes = {record["id"]: _document_hash(record) for record in cleaned(list(inputs(data)), Path(folder))}
        hashes |= {f"raw/{record['id']}": _document_hash(record) for record in samples(Path(folder))}
    return len(hashes), _digest(hashes)


def inputs(data: Path) -> Iterator[Record]:
    """The documents of a data folder that are hashed, as `faircopy clean --jsonl` reads them."""
    for number, (name, document) in enumerate(_documents(data)):
        identity = name if name.endswith(".txt") else f"{name}/{document.pop('id', 0) or number}"
        yield {"id": identity, **document}


def _documents(data: Path) -> Iterator[tuple[str, Record]]:
    for path in sorted((data / "corpus").iterdir()):
        yield path.name, {"text": path.read_text("utf-8")}
    for path in sorted((data / "data" / "boilerplate").glob("*.gz")):
        if not any(name in path.name for name in LEFT_OUT):
            yield from ((path.name, _lines_or_page(row)) for row in _first_rows(path, TEXTS_PER_SET))
    for path in sorted((data / "data" / "dumps").glob("*.gz")):
        yield from ((path.name, _text(row, "text")) for row in _first_rows(path, TEXTS_PER_SET))
    for name, key in SHORT_SETS:
        path = data / "data" / "typos" / f"{name}.jsonl.gz"
        yield from ((name, _text(row, key)) for row in _first_rows(path, 2 * TEXTS_PER_SET))
    for line in (data / "data" / "names" / "names_dev.jsonl").read_text("utf-8").split("\n"):
        if line.strip():
            yield "names", _text(json.loads(line), "text")


def _lines_or_page(row: Record) -> Record:
    if "lines" in row:
        return {"id": row.get("id", 0), "text": "\n".join(line["text"] for line in row["lines"])}
    return {"id": row.get("id", 0), "html": row["html"], "url": row.get("url", "")}


def _text(row: Record, key: str) -> Record:
    return {"id": row.get("id", 0), "text": row.get(key) or ""}


def _first_rows(path: Path, count: int) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, count)]


def cleaned(documents: Sequence[Record], folder: Path) -> list[Record]:
    """The answers of `faircopy clean --jsonl`, called in a folder that has no settings."""
    asked = "".join(json.dumps(document) + "\n" for document in documents)
    out = _faircopy("clean", "--jsonl", asked=asked, folder=folder)
    return [json.loads(line) for line in out.split("\n") if line.strip()]


def samples(folder: Path) -> list[Record]:
    """The rows of the table that a run over the sample articles writes under a folder."""
    _faircopy("run", str(ROOT / "raw"), str(folder / "clean"), "--no-prefect", folder=folder)
    rows = DeltaTable(folder / "clean" / "table").to_pyarrow_table().to_pylist()
    return [{**row, "id": row["doc_id"]} for row in rows]


def _faircopy(*arguments: str, folder: Path, asked: str = "") -> str:
    command = [sys.executable, "-m", "faircopy.cli", *arguments]
    done = subprocess.run(command, input=asked.encode(), capture_output=True, cwd=folder)
    if done.returncode:
        raise RuntimeError(f"faircopy {arguments[0]}: {done.stderr.decode()[-2000:]}")
    return done.stdout.decode()


def _document_hash(record: Mapping[str, Any]) -> str:
    edits = ([[edit.get(name) for name in FIELDS] for edit in record[key] or ()] for key in ("edits", "suggestions"))
    return _digest([record["id"], record.get("status"), record.get("text"), *edits])


def _digest(value: object) -> str:
    """The first 16 hexadecimal digits of a SHA-256 over JSON with sorted keys; lone surrogates are kept."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]
