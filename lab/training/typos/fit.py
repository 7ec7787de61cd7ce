"""Fit the confidence of the `typos` stage: `python -m lab.training.typos.fit DATA_FOLDER [--finds FILE]`.

DATA_FOLDER holds `typos/` (texts with known errors) and `boilerplate/` (news and other articles, into
which slips are put on purpose). Half of the texts are held back: they are only reported on.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.propose import Proposal, propose
from lab.training.typos.gold import samples

MODELS = Path(__file__).parents[3] / "cleaners" / "models"
WEIGHT = {"newsnoise": 2.0, "slips": 1.0, "slips-news": 1.0, "neuspell_jfleg": 1.0, "wikidump_realistic": 0.15}
NEWS = {"newsnoise", "slips-news"}
# Facts that can only make a find surer.
RISING = {"ahead", "next", "times", "seen_name", "seen_in_prose", "name_times", "company", "rarer", "known"}
FALLING = {"productive", "compound", "quoted", "often", "two_slips"}  # … and these only less sure
RISING_FOR_CAPITALS = RISING | {"name", "always_capitalised"}
BARS = (0.5, 0.8, 0.9, 0.95)


@dataclass(frozen=True)
class Find:
    """A doubt in a sample, and whether its edit is right."""

    source: str
    held_back: bool
    document: int
    doubt: Proposal
    right: bool
    around: str


def main() -> None:
    """Fit on one half, report on both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--finds", type=Path, help="write every find with its confidence to this file, to read the errors"
    )
    args = parser.parse_args()
    finds = list(collect(args.data))
    models = {}
    for kind in sorted({find.doubt.kind for find in finds}):
        some = [find for find in finds if find.doubt.kind == kind and not find.held_back]
        if 10 < sum(find.right for find in some) < len(some):
            models[kind] = fit(kind, some)
    (MODELS / "typos-confidence.json").write_text(json.dumps(models, separators=(",", ":")) + "\n")
    report(finds, Confidence(models), args.finds)


def collect(folder: Path) -> Iterator[Find]:
    """Every doubt in the samples."""
    speller = Resources().speller
    for sample in samples(folder):
        [doc] = speller.token_cache.read([sample.text])
        document = crc32(sample.text[:200].encode())
        for doubt in propose(doc, speller):
            around = sample.text[max(0, doubt.start - 30) : doubt.start + len(doubt.before) + 30]
            right = sample.judge(doubt) or (not sample.held_back and is_known(sample.source, doubt))
            yield Find(sample.source, sample.held_back, document, doubt, right, around)


def is_known(source: str, doubt: Proposal) -> bool:
    """Whether a find mends a known misspelling that the published text itself has: right to learn from."""
    return source.startswith("slips") and bool(doubt.features.get("known"))


def fit(kind: str, finds: Sequence[Find]) -> dict[str, Any]:
    """A forest as plain data, with the scale and shift that make its log-odds true on news."""
    facts = sorted(finds[0].doubt.features)
    x = np.array([[find.doubt.features[name] for name in facts] for find in finds])
    y = np.array([find.right for find in finds], int)
    w = np.array([WEIGHT[find.source] for find in finds])
    trees = grown(kind, facts, x, y, w)
    folds = np.array([find.document % 5 for find in finds])
    odds = np.zeros(len(y))
    for fold in range(5):
        rest = folds != fold
        odds[~rest] = grown(kind, facts, x[rest], y[rest], w[rest]).decision_function(x[~rest])
    news = np.array([find.source in NEWS for find in finds])
    scale, shift = platt(odds[news], y[news])
    return {
        "facts": facts,
        "start": round(float(trees._baseline_prediction.ravel()[0]), 4),
        "trees": [nested(tree[0].nodes, 0) for tree in trees._predictors],
        "scale": round(scale, 4),
        "shift": round(shift, 4),
    }


def grown(
    kind: str, facts: Sequence[str], x: np.ndarray, y: np.ndarray, w: np.ndarray
) -> HistGradientBoostingClassifier:
    """Boosted trees; few and shallow where there is little to learn from."""
    rich = kind == "non-word"
    rising = RISING_FOR_CAPITALS if kind == "lost-capital" else RISING
    return HistGradientBoostingClassifier(
        max_iter=160 if rich else 60,
        max_depth=5 if rich else 3,
        min_samples_leaf=30 if rich else 15,
        learning_rate=0.07,
        l2_regularization=2.0,
        monotonic_cst=[int(name in rising) - int(name in FALLING) for name in facts],
        early_stopping=False,
        random_state=0,
    ).fit(x, y, sample_weight=w)


def platt(odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Scale and shift of log-odds by Newton's method, drawn to 1 and 0 (Platt, "Probabilistic outputs", 1999)."""
    scale, shift = 1.0, 0.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(scale * odds + shift)))
        miss, spread = right - chance, chance * (1 - chance)
        curve = np.array(
            [[(spread * odds**2).sum() + 1, (spread * odds).sum()], [(spread * odds).sum(), spread.sum() + 1]]
        )
        step = np.linalg.solve(curve, [(miss * odds).sum() - (scale - 1), miss.sum() - shift])
        scale, shift = scale + step[0], shift + step[1]
    return float(scale), float(shift)


def nested(nodes: np.ndarray, at: int) -> Any:
    """A tree as [row of the fact, bar, at most, above], a leaf as its value."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    sides = [nested(nodes, int(node[side])) for side in ("left", "right")]
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), *sides]


def report(finds: Sequence[Find], confidence: Confidence, path: Path | None) -> None:
    """How many finds at or above each bar are right, by kind and source, on both halves."""
    cells = defaultdict(list)
    lines = []
    for kind in sorted({find.doubt.kind for find in finds}):
        some = [find for find in finds if find.doubt.kind == kind]
        for find, sure in zip(some, confidence.of(kind, [find.doubt.features for find in some]), strict=True):
            cells["held back" if find.held_back else "fitted", kind, find.source].append((sure, find.right))
            lines.append(
                json.dumps([find.source, find.held_back, kind, round(sure, 3), find.right, find.doubt.before,
                            find.doubt.after, find.around, find.doubt.features], ensure_ascii=False)
            )  # fmt: skip
    if path:
        path.write_text("\n".join(lines) + "\n")
    for (half, kind, source), pairs in sorted(cells.items()):
        shares = []
        for bar in BARS:
            passed = [right for sure, right in pairs if sure >= bar]
            shares.append(f"≥{bar}: {sum(passed):5}/{len(passed):5}")
        print(f"{half:10}{kind:17}{source:19}{sum(r for _, r in pairs):6}/{len(pairs):6}  {'  '.join(shares)}")


if __name__ == "__main__":
    main()
