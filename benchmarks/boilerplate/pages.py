"""Articles out of HTML pages, beside other tools: `python -m benchmarks.boilerplate.pages DATA`.

DATA holds `pages-*.jsonl.gz` (`html`, `url`, `gold_text`). Prints, for each file and tool, precision, recall and F1
over runs of four words, and megabytes of HTML a second of processor time on one core. The shipped table was trained on
the development data: for sites it has not seen give another folder, or read the figures of the cross-validation in
cleaners/models/boilerplate_blocks.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.boilerplate.peers import installed
from cleaners.cleaning import Held, clean_batch
from cleaners.document import Document
from cleaners.recipes import NEWS
from cleaners.resources import Resources
from training.pages import read_pages, score

BATCH = 64


def ours(pages: Sequence[str]) -> list[str]:
    """What faircopy leaves of each page."""
    recipe, resources = NEWS.only(frozenset({"boilerplate"})), Resources()
    out = []
    for start in range(0, len(pages), BATCH):
        batch = [Document(str(number), "", html=html) for number, html in enumerate(pages[start : start + BATCH])]
        out += ["" if isinstance(copy, Held) else copy.text for copy in clean_batch(batch, recipe, resources)]
    return out


def main() -> None:
    """Run ours and every peer that is installed over each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the pages")
    folder = parser.parse_args().data
    tools = {"faircopy": ours}
    tools |= {name: lambda pages, run=run: [_safe(run, page) for page in pages] for name, run in installed().items()}
    ours(["<p>Loads the tables.</p>"])
    for path in sorted(folder.glob("pages-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            pages = [record["html"] for record in map(json.loads, rows) if record["gold_text"]]
        gold, megabytes = read_pages(path), sum(len(page.encode()) for page in pages) / 1e6
        print(f"{path.name.removesuffix('.jsonl.gz')}: {len(pages)} pages, {megabytes:.1f} MB")
        for name, run in tools.items():
            started = time.process_time()
            texts = run(pages)
            speed = megabytes / (time.process_time() - started)
            print(f"  {name:28} {score(gold, texts)}  {speed:6.1f} MB/s", flush=True)


def _safe(run: object, page: str) -> str:
    """A peer that fails on a page has nothing to show for it."""
    try:
        return run(page)  # type: ignore[operator]
    except Exception:
        return ""


if __name__ == "__main__":
    main()
