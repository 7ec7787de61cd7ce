"""The speed of each stage, beside another checkout: `python -m lab.benchmarks.stages DATA [--beside CHECKOUT]`.

Prints nanoseconds of CPU time per byte (UTF-8) over plain texts and over pages, in batches of 512 documents. Each round
is a process of its own that has loaded the models: it cleans the texts with all stages, then with each stage alone, by
when it has met their words. The best round counts. The two checkouts take turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
TEXTS = ("data/typos/cleannews.jsonl.gz", "data/dumps/dumps-real.jsonl.gz")
PAGES = ("data/boilerplate/pages-fundus_eval.jsonl.gz",)
BATCH = 512  # documents
WHOLE = "all stages"
Speeds = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure in turns and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds data/")
    parser.add_argument("--beside", type=Path, help="another checkout, to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)  # one round, in this process
    given = parser.parse_args(arguments)
    if given.measure:
        print(json.dumps(measure(given.data)))
        return
    checkouts = [ROOT, *([given.beside.resolve()] if given.beside else [])]
    best: list[Speeds] = [{} for _ in checkouts]
    for _ in range(given.rounds):
        for found, checkout in zip(best, checkouts, strict=True):
            for title, speed in in_checkout(checkout, given.data).items():
                found[title] = min(speed, found.get(title, speed))
    print("\n".join(table(best)))


def in_checkout(checkout: Path, data: Path) -> Speeds:
    """One round in a process that imports faircopy from a checkout."""
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, __file__, str(data.resolve()), "--measure"]
    done = subprocess.run(command, env=environment, cwd=checkout, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def measure(data: Path) -> Speeds:
    """Nanoseconds per byte of each stage, and of all together, on each kind of input."""
    from faircopy.cleaners.recipes import NEWS, STAGE_NAMES
    from faircopy.cleaners.resources import Resources
    from faircopy.cleaners.runner import clean_batch
    from faircopy.cleaners.stage import Document

    resources = Resources()
    warm_up = [Document("text", "The ferry  was late."), Document("page", "", html="<p>The ferry was late.</p>")]
    clean_batch(warm_up, NEWS, resources)
    texts = [Document(str(n), row["text"]) for n, row in enumerate(rows(data, TEXTS))]
    pages = [Document(str(n), "", html=row["html"]) for n, row in enumerate(rows(data, PAGES))]
    found = {}
    for kind, documents in (("text", texts), ("page", pages)):
        size = sum(len((document.html or document.text).encode()) for document in documents)
        for title in (WHOLE, *STAGE_NAMES):
            recipe = NEWS if title == WHOLE else NEWS.only(frozenset({title}))
            started = process_time()
            for start in range(0, len(documents), BATCH):
                clean_batch(documents[start : start + BATCH], recipe, resources)
            found[f"{kind}: {title}"] = 1e9 * (process_time() - started) / size
    return found


def rows(data: Path, names: Sequence[str]) -> Iterator[dict[str, str]]:
    """The records of some files of a data folder."""
    for name in names:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def table(speeds: Sequence[Speeds]) -> Iterator[str]:
    """A row for each measurement; with two checkouts also theirs, and ours as a share of it."""
    ours, *others = speeds
    yield f"{'ns per byte':24} {'this':>8}" + (f" {'beside':>8} {'ratio':>6}" if others else "")
    for title, speed in ours.items():
        beside = [f" {other[title]:8.0f} {speed / other[title]:6.2f}" for other in others if other.get(title)]
        yield f"{title:24} {speed:8.0f}{''.join(beside)}"


if __name__ == "__main__":
    main()
