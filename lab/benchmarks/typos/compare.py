"""faircopy and peers over texts with known errors: `python -m lab.benchmarks.typos.compare DATA`."""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from lab.benchmarks.typos import peers
from lab.training.typos.gold import is_english, token_changes

SHORT = "They recieved it."  # enough to make a corrector load all it needs
TICK = 0.01  # seconds of CPU time, the least that counts
LONG = 20  # seconds of CPU time, from which one run is enough
ROOT = Path(__file__).parents[3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="*", choices=peers.CORRECTORS, default=list(peers.CORRECTORS))
    parser.add_argument("--run", nargs=2, help=argparse.SUPPRESS)  # one corrector on one file, in a process of its own
    args = parser.parse_args()
    if args.run:
        name, path = args.run
        texts = json.loads(Path(path).read_text("utf-8"))
        Path(path).write_text(json.dumps(peers.CORRECTORS[name](texts)), "utf-8")
        return
    for path in sorted(args.data.glob("*.jsonl*")):
        rows = list(read(path))
        if rows and ("noisy" in rows[0] or "text" in rows[0]):
            compare(
                path.name, [row for row in rows if is_english(row.get("clean") or row["text"])], args.only, args.data
            )


def read(path: Path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def compare(name: str, rows: list[dict], correctors: list[str], data: Path) -> None:
    """Print a line for each corrector, at its end how many times as fast as the first it is, start-up left out."""
    texts = [row.get("noisy") or row["text"] for row in rows]
    words = sum(len(text.split()) for text in texts)
    print(f"\n{name}: {len(rows)} texts, {words:,} words")
    first = None
    for corrector in correctors:
        answer, idle = fastest(corrector, texts, data), fastest(corrector, [SHORT], data)
        if isinstance(answer, str) or isinstance(idle, str):
            print(f"  {corrector:16}{answer if isinstance(answer, str) else idle}", flush=True)
            continue
        corrected, seconds = answer
        start_up = min(seconds, idle[1])
        speed = words / max(seconds - start_up, TICK)
        first = first or speed
        print(
            f"  {corrector:16}{figures(rows, texts, corrected, words)}  {start_up:5.2f} s to start"
            f"{speed:12,.0f} words/s {speed / first:8.3f}", flush=True,
        )  # fmt: skip


def fastest(corrector: str, texts: list[str], data: Path) -> tuple[list[str], float] | str:
    """The fastest of three runs; one run is enough if it is long."""
    best = run(corrector, texts, data)
    for _ in range(2):
        if isinstance(best, str) or best[1] > LONG:
            break
        again = run(corrector, texts, data)
        if isinstance(again, str) or again[1] < best[1]:
            best = again
    return best


def run(corrector: str, texts: list[str], data: Path) -> tuple[list[str], float] | str:
    """The texts as a corrector changes them and the CPU time it took (seconds), or why it did not run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "lab.benchmarks.typos.compare", str(data), "--run", corrector, str(path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            return f"did not run: {done.stderr.strip().splitlines()[-1][:100]}"
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return json.loads(path.read_text("utf-8")), seconds


def figures(rows: list[dict], texts: list[str], corrected: list[str], words: int) -> str:
    """Precision, recall and F0.5 of word edits; for texts without errors the changes per 10,000 words."""
    right = wrong = missed = 0
    for row, text, answer in zip(rows, texts, corrected, strict=True):
        gold, mine = token_changes(text, row.get("clean") or row["text"]), token_changes(text, answer)
        right, wrong, missed = right + len(gold & mine), wrong + len(mine - gold), missed + len(gold - mine)
    if not right + missed:
        return f"{1e4 * wrong / words:8.2f} changes per 10,000 words"
    precision, recall = right / max(1, right + wrong), right / (right + missed)
    f = 1.25 * precision * recall / max(1e-9, 0.25 * precision + recall)
    return f"precision {precision:.3f}  recall {recall:.3f}  F0.5 {f:.3f}"


if __name__ == "__main__":
    main()
