"""The speed of the stage beside other tools: `python -m lab.benchmarks.boilerplate.speed DATA`.

DATA holds `*.jsonl.gz`: plain texts (`lines` with their `text`, or `text`) and pages (`html`). Prints, for each kind
of file (`cling-scrapinghub` and `cling-wcxb_article` are of one kind), megabytes (of UTF-8) per second of processor
time on one core and how many times as fast as each peer ours is: jusText and the C4-style filter on texts, trafilatura
on pages. The models are loaded beforehand, the documents come in batches of 512; the best of several runs counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from time import process_time
from typing import Any

from lab.benchmarks.boilerplate.line_peers import line_peers
from lab.benchmarks.boilerplate.ours import clean_pages, find_in_texts, forget_lines, load_models
from lab.benchmarks.boilerplate.peers import installed

Run = Callable[[Sequence[str]], object]

TIMES = 3
TEXT_PEERS = ("jusText",)  # beside the C4-style filter, which is ours to run
PAGE_PEERS = ("trafilatura",)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the speed of ours and of the peers that are installed on each kind of file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the texts and pages")
    parser.add_argument("--files", default="*", help="names of files, as a pattern: cling-*")
    given = parser.parse_args(arguments)
    paths = sorted(given.data.glob(f"{given.files}.jsonl.gz"))
    load_models()
    for kind, group in groupby(paths, lambda path: path.name.removesuffix(".jsonl.gz").partition("-")[0]):
        records = [record for path in group for record in read(path)]
        texts, pages = list(texts_of(records)), [record["html"] for record in records if "html" in record]
        compare(f"{kind}: {len(texts)} texts", texts, find_in_texts, text_peers())
        compare(f"{kind}: {len(pages)} pages", pages, clean_pages, page_peers())


def compare(title: str, texts: Sequence[str], ours: Run, peers: Mapping[str, Run]) -> None:
    """Print the speed of ours and of the peers over the texts, if there are any."""
    if not texts:
        return
    megabytes = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
    print(f"{title}, {megabytes:.2f} MB")
    speed = megabytes / min(seconds(ours, texts) for _ in range(TIMES))
    print(f"  {'faircopy':28} {speed:7.2f} MB/s", flush=True)
    for name, run in peers.items():
        of_peer = megabytes / seconds(run, texts)
        print(f"  {name:28} {of_peer:7.2f} MB/s; ours is {speed / of_peer:.2f} times as fast", flush=True)


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def texts_of(records: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The plain texts of records: their `lines` put together, or their `text`."""
    for record in records:
        if "lines" in record:
            yield "\n".join(line["text"] for line in record["lines"])
        elif "text" in record:
            yield record["text"]


def text_peers() -> dict[str, Run]:
    """The peers on plain text, each called with the lines of one text at a time."""
    return {
        name: lambda texts, keep=keep: [keep(text.split("\n")) for text in texts]
        for name, keep in line_peers(TEXT_PEERS).items()
    }


def page_peers() -> dict[str, Run]:
    """The peers on pages; a peer that fails on a page skips it."""
    return {
        name: lambda pages, extract=extract: list(_extracted(pages, extract))
        for name, extract in installed(PAGE_PEERS).items()
    }


def _extracted(pages: Sequence[str], extract: Callable[[str], str]) -> Iterator[str]:
    for page in pages:
        try:
            yield extract(page)
        except Exception:
            yield ""


def seconds(run: Run, texts: Sequence[str]) -> float:
    """Processor time of a run over texts as if they were new."""
    forget_lines()
    started = process_time()
    run(texts)
    return max(process_time() - started, 1e-9)


if __name__ == "__main__":
    main()
