"""How fast the `typos` stage is: `python -m lab.benchmarks.typos.speed TEXTS... [--article FILE]`.

TEXTS are JSON lines, plain or `.gz`, with `text`; those in English are read. CPU time of one process: words per
second in batches of 512 documents (cold: the first half of the texts, every word new; next: the other half, most
words met before; warm: all texts again), one article alone with the lexicon loaded, the time to load, and the memory
at the end. The time to split the same texts at white space is printed too, as a measure of the machine.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable
from pathlib import Path
from time import process_time

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document
from faircopy.cleaners.text.language import language_of
from faircopy.cleaners.typos import correct_typos
from lab.benchmarks.typos.compare import read

BATCH = 512  # documents
TIMES = 5  # the best of these counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--article", type=Path, action="append", default=[], help="a text to clean alone")
    args = parser.parse_args()
    texts = [row["text"] for path in args.texts for row in read(path) if language_of(row.get("text", "")) == "en"]
    words = count(texts)
    print(f"{len(texts)} texts, {words:,} words")

    resources = Resources()
    print(f"load     {seconds(lambda: resources.speller):8.2f} s")
    half = len(texts) // 2
    for title, some in (("cold", texts[:half]), ("next", texts[half:])):
        print(f"{title}     {count(some) / seconds(lambda some=some: clean(some, resources)):12,.0f} words/s")
    warm = min(seconds(lambda: clean(texts, resources)) for _ in range(TIMES))
    split = min(seconds(lambda: [text.split() for text in texts]) for _ in range(TIMES))
    print(f"warm     {words / warm:12,.0f} words/s, {warm / split:.1f} times the time to split")
    for path in args.article:
        text = path.read_text("utf-8")
        once = min(seconds(lambda text=text: clean([text], resources)) for _ in range(TIMES))
        print(f"article  {1000 * once:8.1f} ms, {len(text.split()):,} words: {path.name}")
    print(f"memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def count(texts: list[str]) -> int:
    """How many words the texts have."""
    return sum(len(text.split()) for text in texts)


def clean(texts: list[str], resources: Resources) -> None:
    """Run the stage over the texts, in batches."""
    documents = [Document(str(n), text) for n, text in enumerate(texts)]
    for start in range(0, len(documents), BATCH):
        correct_typos(documents[start : start + BATCH], resources)


def seconds(work: Callable[[], object]) -> float:
    """CPU time of a piece of work."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
