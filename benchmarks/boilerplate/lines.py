"""Boilerplate lines of plain text, beside other tools: `python -m benchmarks.boilerplate.lines DATA`.

DATA holds `cling-*.jsonl.gz` and `lines-*.jsonl.gz`. Our figures are for sites that the table has not seen: five
tables are trained, each without a fifth of the sites (a site's fold is a function of its name), and each is run on the
sites it lacks, as the stage runs it. `--shipped` uses the shipped table instead, which was trained on all of them.
Speed is megabytes of text a second of processor time, one core.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np

from benchmarks.boilerplate.line_peers import line_peers
from cleaners.boilerplate import drop_boilerplate
from cleaners.document import Document
from cleaners.resources import MODELS, Resources
from training.boilerplate_lines import NEWS, tables_out_of_site
from training.held_out import run_stage
from training.lines import Lines, read_lines_file, score


def main() -> None:
    """Print the table of figures for ours and every installed peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the gold lines")
    parser.add_argument("--shipped", action="store_true", help="do not train: run the shipped table")
    parser.add_argument("--files", default=",".join(NEWS), help="names of files, separated by commas")
    arguments = parser.parse_args()
    if arguments.shipped:
        tables = [json.loads((MODELS / "boilerplate_lines.json").read_bytes())]
    else:
        tables = tables_out_of_site(arguments.data)
    for name in arguments.files.split(","):
        lines = read_lines_file(arguments.data / f"{name}.jsonl.gz")
        megabytes = sum(len(text.encode()) + 1 for texts in lines.texts for text in texts) / 1e6
        print(f"{name}: {len(lines.texts)} documents, {megabytes:.2f} MB")
        result = run_stage(lines, tables)
        again = f"second pass changed {result.changed_again}, held {len(result.held)}"
        print(f"  {'faircopy':28} {score(lines, result.gone)}  {megabytes / _our_seconds(lines):6.1f} MB/s  {again}")
        for peer, keep in line_peers().items():
            started = time.process_time()
            gone = ~np.array([kept for texts in lines.texts for kept in keep(texts)])
            speed = megabytes / (time.process_time() - started)
            print(f"  {peer:28} {score(lines, gone)}  {speed:6.1f} MB/s", flush=True)


def _our_seconds(lines: Lines) -> float:
    """Processor time of the stage over the file, tables loaded, copies of the texts not yet seen."""
    resources = Resources()
    documents = [Document(str(number), "\n".join(texts)) for number, texts in enumerate(lines.texts)]
    drop_boilerplate(documents[:1], resources)
    started = time.process_time()
    drop_boilerplate(documents, resources)
    return time.process_time() - started


if __name__ == "__main__":
    main()
