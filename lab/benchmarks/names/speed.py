"""Speed of the stage `names`: `python -m lab.benchmarks.names.speed TEXTS…` (text, or .jsonl with `text`; may be .gz).

Prints CPU time: set-up of all packs, megabytes per second over the texts, and the same with a made-up pack of 100,000
variants beside the shipped ones. For comparison: the plain automaton, and a loop of str.replace.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.names import names_in
from faircopy.cleaners.names.compiling import compile_index
from faircopy.cleaners.names.name_index import NameIndex
from faircopy.cleaners.names.pack import Entity, Pack, Variant
from faircopy.cleaners.names.styling import StyleChoice
from faircopy.cleaners.resources import load_pack, shared_contexts, shipped_packs

MADE_UP = 100_000
ROUNDS = 5


def texts_of(path: Path) -> list[str]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if ".jsonl" in path.name:
        return [json.loads(line)["text"] for line in data.split(b"\n") if line.strip()]
    return [data.decode("utf-8")]


def made_up_pack(size: int) -> Pack:
    """Names that look like places and occur nowhere, each with one variant."""
    chance = random.Random(1)
    letters = "abdeghiklmnoprstuvyz"
    words = {"".join(chance.choices(letters, k=chance.randint(6, 12))).capitalize() for _ in range(2 * size + 2000)}
    forms = sorted(words)[: 2 * size]
    entities = [Entity(f"m{n}", "place", forms[2 * n]) for n in range(size)]
    variants = [Variant(f"m{n}", forms[2 * n + 1], "whole", "misspelling", "apply") for n in range(size)]
    return Pack("made-up", entities=tuple(entities), variants=tuple(variants))


def cpu(job: Callable[[], object]) -> float:
    """CPU seconds of the fastest of several runs, since the machine may be busy."""
    runs = []
    for _ in range(ROUNDS):
        start = time.process_time()
        job()
        runs.append(time.process_time() - start)
    return min(runs)


def clean(texts: list[str], index: NameIndex) -> None:
    for text in texts:
        list(names_in(text, index))


def main(paths: list[str]) -> None:
    texts = [text for path in paths for text in texts_of(Path(path))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    names = shipped_packs()
    setup = cpu(lambda: compile_index([load_pack(name) for name in names], StyleChoice("american"), shared_contexts()))
    packs = [load_pack(name) for name in names]
    print(f"set-up of {', '.join(names)}: {setup:.3f} s")
    extra = made_up_pack(MADE_UP)
    for title, some, style in (
        ("people and places, style ap", packs[1:], "ap"),
        ("all packs, style american", packs, "american"),
        (f"and {MADE_UP:,} made-up variants", [*packs, extra], "american"),
    ):
        start = time.process_time()
        index = compile_index(some, StyleChoice(style), shared_contexts())
        built = time.process_time() - start
        changes = [edit for text in texts for edit in names_in(text, index)]
        seconds = cpu(partial(clean, texts, index))
        print(f"{title}: {size / seconds:.1f} MB/s, {len(changes)} edits, compiled in {built:.2f} s")
    keys = [variant.text for pack in packs for variant in pack.variants]
    automaton = AhoCorasick(keys)
    seconds = cpu(lambda: [automaton.find_matches_as_indexes(text) for text in texts])
    print(f"the automaton alone: {size / seconds:.1f} MB/s")
    seconds = cpu(lambda: [text.replace(key, "") for text in texts for key in keys])
    print(f"str.replace, variant by variant: {size / seconds:.2f} MB/s")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
