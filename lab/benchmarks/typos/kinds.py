"""Recall by kind of error, on both halves: `python -m lab.benchmarks.typos.kinds TEXTS...`.

TEXTS are JSON lines, plain or `.gz`, with `noisy`, `clean` and `edits`, each edit with its `type`, `wrong` and
`right`. One half is what `make train-confidence` may learn from, the other is held back.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from lab.benchmarks.typos.compare import read
from lab.benchmarks.typos.peers import faircopy
from lab.training.typos.gold import held_back, is_english, straight, token_changes

HALVES = ("learned from", "held back")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    for path in parser.parse_args().texts:
        rows = [row for row in read(path) if is_english(row["clean"])]
        errors: Counter[tuple[str, str]] = Counter()
        corrected: Counter[tuple[str, str]] = Counter()
        wrong: Counter[str] = Counter()
        for row, answer in zip(rows, faircopy([row["noisy"] for row in rows]), strict=True):
            half = HALVES[held_back(row["clean"])]
            gold, mine = changes(row["noisy"], row["clean"]), changes(row["noisy"], answer)
            wrong[half] += len(mine - gold)
            for change in gold:
                kind = kind_of(change, row["noisy"].split(), row.get("edits", ()))
                errors[half, kind] += 1
                corrected[half, kind] += change in mine
        print(f"{path.name}: {len(rows)} texts")
        show(errors, corrected, wrong)


def changes(before: str, after: str) -> set[tuple[int, int, str]]:
    """The changed tokens; of a doubled word the first copy counts as removed, whichever was."""
    tokens, found = before.split(), set()
    for start, end, words in token_changes(before, after):
        while not words and start and tokens[start - 1] == tokens[end - 1]:
            start, end = start - 1, end - 1
        found.add((start, end, words))
    return found


def kind_of(change: tuple[int, int, str], tokens: list[str], edits: list[dict[str, str]]) -> str:
    """The type of the edit that made an error, by its words."""
    start, end, right = change
    around = straight(" ".join(tokens[max(0, start - 1) : end + 1]))
    for edit in edits:
        if straight(edit["wrong"]) in around and (straight(edit["right"]) in right or not right):
            return edit["type"]
    return "other"


def show(errors: Counter, corrected: Counter, wrong: Counter) -> None:
    print(f"  {'':10}" + "".join(f"{half:>18}" for half in HALVES))
    for kind in sorted({kind for _, kind in errors}):
        cells = (f"{corrected[half, kind]:8}/{errors[half, kind]:<5}" for half in HALVES)
        print(f"  {kind:10}" + "".join(f"{cell:>18}" for cell in cells))
    for half in HALVES:
        right = sum(n for (one, _), n in corrected.items() if one == half)
        total = sum(n for (one, _), n in errors.items() if one == half)
        precision, recall = right / max(1, right + wrong[half]), right / max(1, total)
        f = 1.25 * precision * recall / max(1e-9, 0.25 * precision + recall)
        print(f"  {half}: precision {precision:.3f}  recall {recall:.3f}  F0.5 {f:.3f}")


if __name__ == "__main__":
    main()
