"""Every figure of the scorer on the development data, in one table: `python -m lab.score DATA`.

DATA holds `score/score.py`, `data/`, `cases/` and `corpus/` (lab/README.md). The table is Markdown: a row per
development set with its figures and the wall time of cleaning it, and a hash of what faircopy makes of a fixed corpus.
A set that fails or does not end in time says so in its row. The exit status is 1 if a set failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from lab.score.output_hash import ROOT, output_hash
from lab.score.scorer import Figures, Row, score
from lab.score.sets import development_sets
from lab.score.table import table

HASH = "hash"


def main(arguments: Sequence[str] | None = None) -> int:
    """Score, print the table, perhaps write the figures to a file."""
    given = _parse(arguments)
    only = frozenset(filter(None, given.only.split(",")))
    if not (given.data / "score" / "score.py").is_file():
        sys.exit(f"{given.data}: no score/score.py in it; name the folder that holds score/, data/, cases/ and corpus/")
    before = _read(given.before) if given.before else {}
    rows = list(_score_all(given, only))
    if not rows:
        sys.exit(f"--only {given.only}: no such set or kind")
    print(f"faircopy {commit()}\n\n{table(rows, before)}")
    if given.json:
        given.json.write_text(json.dumps({"commit": commit(), "rows": [asdict(row) for row in rows]}, indent=1) + "\n")
    return int(any(row.failed for row in rows))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lab.score", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the scorer and its data")
    parser.add_argument("--only", default="", help=f"names or kinds of sets, separated by commas; `{HASH}` is the hash")
    parser.add_argument("--json", type=Path, help="write the figures to this file, unrounded")
    parser.add_argument("--before", type=Path, help="a file written by --json: show what has changed since")
    parser.add_argument("--limit", type=float, default=120, help="seconds of wall time for each set (default 120)")
    default = f"{sys.executable} -m faircopy.cli clean"
    parser.add_argument("--faircopy", default=default, help="the command to score (not hashed); default: this one")
    return parser.parse_args(arguments)


def _score_all(given: argparse.Namespace, only: frozenset[str]) -> Iterator[Row]:
    for one in development_sets(given.data, only):
        print(f"{one.kind} {one.name} …", file=sys.stderr, flush=True)
        yield score(given.data, one, given.faircopy, given.limit)
    if not only or HASH in only:
        print("output hash …", file=sys.stderr, flush=True)
        yield _hash_row(given.data)


def _hash_row(data: Path) -> Row:
    started = perf_counter()
    try:
        documents, digest = output_hash(data)
    except (OSError, RuntimeError, ValueError) as error:
        return Row(HASH, "output", perf_counter() - started, problem=f"failed: {error}"[:100], failed=True)
    return Row(HASH, "output", perf_counter() - started, {"documents": documents, "sha256": digest})


def _read(path: Path) -> dict[str, Figures]:
    return {row["name"]: row["figures"] for row in json.loads(path.read_text("utf-8"))["rows"]}


def commit() -> str:
    """The commit of the checkout, and whether its files differ from it."""
    git = ["git", "-C", str(ROOT)]
    done = subprocess.run([*git, "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True)
    if done.returncode:
        return "at no commit"
    changed = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True).stdout
    return f"at {done.stdout.strip()} ({'with uncommitted changes' if changed else 'clean tree'})"


if __name__ == "__main__":
    sys.exit(main())
