"""Articles out of HTML pages, beside other tools: `python -m lab.benchmarks.boilerplate.pages DATA`.

DATA holds `pages-*.jsonl.gz` (`html`, `url`, `gold_text`). Prints, for each file and tool, precision, recall and F1
over runs of four words, pages that gave nothing, and megabytes of HTML per second of processor time on one core.

Our figures are for unseen sites: five models are trained, each without a fifth of the sites (a site's fold is a
function of its name), and each is run on the pages of the sites it lacks. `--shipped` uses the shipped model instead,
which was trained on all of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document
from lab.benchmarks.boilerplate.peers import installed
from lab.training.boilerplate.blocks import models_out_of_site
from lab.training.boilerplate.held_out_pages import WithBlockModel
from lab.training.boilerplate.line_data import FOLDS, fold_of, site_of
from lab.training.boilerplate.pages import read_pages, score

BATCH = 64

Tool = Callable[[Sequence[str], Sequence[int]], list[str]]


def ours(models: Sequence[Resources]) -> Tool:
    """What faircopy leaves of pages, each by the model of its fold, or all by the only one."""
    recipe = NEWS.only(frozenset({"boilerplate"}))

    def run(pages: Sequence[str], folds: Sequence[int]) -> list[str]:
        out = [""] * len(pages)
        for fold, resources in enumerate(models):
            mine = [number for number in range(len(pages)) if len(models) < FOLDS or folds[number] == fold]
            for start in range(0, len(mine), BATCH):
                batch = [Document(str(number), "", html=pages[number]) for number in mine[start : start + BATCH]]
                for copy in clean_batch(batch, recipe, resources):
                    out[int(copy.id)] = "" if isinstance(copy, Held) else copy.text
        return out

    return run


def theirs(extract: Callable[[str], str]) -> Tool:
    """What a peer leaves of pages; nothing where it fails."""

    def run(pages: Sequence[str], folds: Sequence[int]) -> list[str]:
        return [_safe(extract, page) for page in pages]

    return run


def main() -> None:
    """Run ours and every peer that is installed over each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the pages")
    parser.add_argument("--shipped", action="store_true", help="do not train: run the shipped model")
    arguments = parser.parse_args()
    out_of_site = [] if arguments.shipped else [WithBlockModel(model) for model in models_out_of_site(arguments.data)]
    tools = {"faircopy": ours(out_of_site or [Resources()])}
    tools |= {name: theirs(extract) for name, extract in installed().items()}
    tools["faircopy"](["<p>Loads the models.</p>"] * FOLDS, range(FOLDS))
    for path in sorted(arguments.data.glob("pages-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            records = [record for record in map(json.loads, rows) if record["gold_text"]]
        pages, gold = [record["html"] for record in records], read_pages(path)
        folds = [fold_of(site_of(record.get("url") or record["id"])) for record in records]
        megabytes = sum(len(page.encode()) for page in pages) / 1e6
        print(f"{path.name.removesuffix('.jsonl.gz')}: {len(pages)} pages, {megabytes:.1f} MB")
        for name, run in tools.items():
            started = time.process_time()
            texts = run(pages, folds)
            speed = megabytes / (time.process_time() - started)
            nothing = sum(not text.strip() for text in texts)
            print(f"  {name:28} {score(gold, texts)}  nothing {nothing:3}  {speed:6.1f} MB/s", flush=True)


def _safe(extract: Callable[[str], str], page: str) -> str:
    try:
        return extract(page)
    except Exception:
        return ""


if __name__ == "__main__":
    main()
