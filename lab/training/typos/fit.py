"""Fit the confidence of the `typos` stage: `python -m lab.training.typos.fit DATA [--proposals FILE]`.

DATA holds `typos/` (texts with known errors) and `boilerplate/` (news and other articles, into which errors are put on
purpose). Half of the texts are held back: the card has figures for them, the model is not fitted on them. Writes the
model and its card.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from faircopy.cleaners.resources import MODELS, Resources
from faircopy.cleaners.typos.nonword.confidence import read_confidence
from faircopy.cleaners.typos.nonword.propose import propose
from lab.training.stored_forest import StoredForest, scikit_learn_base, scikit_learn_trees, store_forest, write_model
from lab.training.typos.confidence_card import Example, model_card, with_confidence
from lab.training.typos.gold import samples

WEIGHT = {"newsnoise": 2.0, "slips": 1.0, "slips-news": 1.0, "neuspell_jfleg": 1.0, "wikidump_realistic": 0.15}
NEWS = {"newsnoise", "slips-news"}
# Features that can only raise the confidence, and those that can only lower it.
RISING = {"ahead", "next", "times", "seen_name", "seen_in_prose", "name_times", "company", "rarer", "known"}
FALLING = {"productive", "compound", "quoted", "often", "two_slips"}
RISING_FOR_CAPITALS = RISING | {"name", "always_capitalised"}
FEWEST_RIGHT = 10  # examples of a kind, up to which it gets no forest


def main() -> None:
    """Fit on one half of the texts, report on both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the texts")
    parser.add_argument("--out", type=Path, default=MODELS / "typos-confidence.json")
    parser.add_argument("--proposals", type=Path, help="write every proposal with its confidence to this file")
    given = parser.parse_args()
    examples = list(collect(given.data))
    forests = {}
    for kind in sorted({example.proposal.kind for example in examples}):
        some = [example for example in examples if example.proposal.kind == kind and not example.held_back]
        if FEWEST_RIGHT < sum(example.right for example in some) < len(some):
            forests[kind] = fit(kind, some)
    model = {"made": date.today().isoformat(), "forests": forests}
    write_model(given.out, model)
    rated = list(with_confidence(examples, read_confidence(model)))
    if given.proposals:
        given.proposals.write_text("".join(json.dumps(row.record(), ensure_ascii=False) + "\n" for row in rated))
    card = model_card(model, given.out, rated)
    given.out.with_suffix(".md").write_text(card, "utf-8")
    print(card)


def collect(folder: Path) -> Iterator[Example]:
    """Every proposal in the samples, with whether it is right."""
    speller = Resources().speller
    for sample in samples(folder):
        [doc] = speller.token_cache.read([sample.text])
        document = crc32(sample.text[:200].encode())
        for proposal in propose(doc, speller):
            around = sample.text[max(0, proposal.start - 30) : proposal.start + len(proposal.before) + 30]
            known = not sample.held_back and sample.source.startswith("slips") and bool(proposal.features.get("known"))
            # A known misspelling that the published text itself has is right to learn from.
            right = sample.judge(proposal) or known
            yield Example(sample.source, sample.held_back, document, proposal, right, around)


def fit(kind: str, examples: Sequence[Example]) -> StoredForest:
    """A stored forest; its base and scale calibrate the log-odds of the trees on news."""
    features = sorted(examples[0].proposal.features)
    x = np.array([[example.proposal.features[name] for name in features] for example in examples])
    y = np.array([example.right for example in examples], int)
    w = np.array([WEIGHT[example.source] for example in examples])
    trees = grown(kind, features, x, y, w)
    folds = np.array([example.document % 5 for example in examples])
    odds = np.zeros(len(y))
    for fold in range(5):
        rest = folds != fold
        odds[~rest] = grown(kind, features, x[rest], y[rest], w[rest]).decision_function(x[~rest])
    news = np.array([example.source in NEWS for example in examples])
    scale, shift = (round(value, 4) for value in platt(odds[news], y[news]))
    base = round(scale * round(scikit_learn_base(trees), 4) + shift, 8)
    roots = scikit_learn_trees(trees)
    return store_forest(roots, features, lambda _, value: round(value, 4), precision="double", base=base, scale=scale)


def grown(
    kind: str, features: Sequence[str], x: np.ndarray, y: np.ndarray, w: np.ndarray
) -> HistGradientBoostingClassifier:
    """Boosted trees; few and shallow for the kinds with few examples."""
    rich = kind == "non-word"
    rising = RISING_FOR_CAPITALS if kind == "lost-capital" else RISING
    return HistGradientBoostingClassifier(
        max_iter=160 if rich else 60,
        max_depth=5 if rich else 3,
        min_samples_leaf=30 if rich else 15,
        learning_rate=0.07,
        l2_regularization=2.0,
        monotonic_cst=[int(name in rising) - int(name in FALLING) for name in features],
        early_stopping=False,
        random_state=0,
    ).fit(x, y, sample_weight=w)


def platt(odds: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Scale and shift of log-odds by Newton's method, with a penalty that draws them to 1 and 0 (Platt, 1999)."""
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


if __name__ == "__main__":
    main()
