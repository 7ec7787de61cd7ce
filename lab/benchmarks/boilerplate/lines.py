"""Boilerplate lines of plain text, beside other tools: `python -m lab.benchmarks.boilerplate.lines DATA`.

DATA holds `cling-*.jsonl.gz` and `lines-*.jsonl.gz`. Our figures are for unseen sites: ten models are trained, each
without a tenth of the sites (a site's fold is a function of its name), and each is run on the sites it lacks, as the
stage runs it. `--shipped` uses the shipped model instead, which was trained on all of them. Speed is megabytes of text
per second of processor time on one core.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from time import process_time

import numpy as np

from faircopy.cleaners.resources import MODELS
from lab.benchmarks.boilerplate.line_peers import line_peers
from lab.benchmarks.boilerplate.ours import find_in_texts, load_models
from lab.benchmarks.boilerplate.speed import seconds
from lab.training.boilerplate.held_out import run_stage
from lab.training.boilerplate.line_data import read_lines_file, score
from lab.training.boilerplate.lines import models_out_of_site
from lab.training.boilerplate.training_lines import NEWS


def main() -> None:
    """Print the table of figures for ours and every installed peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the gold lines")
    parser.add_argument("--shipped", action="store_true", help="do not train: run the shipped model")
    parser.add_argument("--files", default=",".join(NEWS), help="names of files, separated by commas")
    arguments = parser.parse_args()
    if arguments.shipped:
        models = [json.loads((MODELS / "boilerplate-lines.json").read_bytes())]
    else:
        models = models_out_of_site(arguments.data)
    load_models()
    for name in arguments.files.split(","):
        lines = read_lines_file(arguments.data / f"{name}.jsonl.gz")
        joined = ["\n".join(texts) for texts in lines.texts]
        megabytes = sum(len(text.encode()) + 1 for text in joined) / 1e6
        print(f"{name}: {len(lines.texts)} documents, {megabytes:.2f} MB")
        result = run_stage(lines, models)
        again = f"second pass changed {result.changed_again}, held {len(result.held)}"
        speed = megabytes / seconds(find_in_texts, joined)
        print(f"  {'faircopy':28} {score(lines, result.gone)}  {speed:6.1f} MB/s  {again}")
        for peer, keep in line_peers().items():
            started = process_time()
            gone = ~np.array([kept for texts in lines.texts for kept in keep(texts)])
            speed = megabytes / (process_time() - started)
            print(f"  {peer:28} {score(lines, gone)}  {speed:6.1f} MB/s", flush=True)


if __name__ == "__main__":
    main()
