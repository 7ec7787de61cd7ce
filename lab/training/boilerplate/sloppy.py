"""Sloppy copies of whole pages: the article with some of the boilerplate around it and in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lab.training.boilerplate.line_data import Lines, without

MOST_BEFORE, MOST_AFTER = 6, 14  # lines of the page that are in a copy
NOTHING_AFTER = 0.35  # of the copies end where the article ends
TITLE = 0.85  # of the headlines stay
# The share of boilerplate that stays around the article and in it; 0 as in a text that is cleaned a second time.
RATES = (1.0, 0.6, 0.25, 0.0)


def sloppy_copy(lines: Lines, seed: int, rates: tuple[float, ...] = RATES) -> Lines:
    """One such copy of every document of a file; another seed gives another."""
    random = np.random.default_rng(seed)
    edges = np.searchsorted(lines.document, np.arange(len(lines.texts) + 1))
    stays = np.zeros(len(lines.kept), bool)
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        stays[start:end] = _stays(lines.kept[start:end], lines.title[start:end], rates, random)
    return without(lines, ~stays)


def _stays(
    kept: NDArray[np.bool_], title: NDArray[np.bool_], rates: tuple[float, ...], random: np.random.Generator
) -> NDArray[np.bool_]:
    """Which lines of one document are in a copy."""
    article = np.flatnonzero(kept)
    first, last = (article[0], article[-1]) if len(article) else (0, 0)
    after = 0 if random.random() < NOTHING_AFTER else random.integers(1, MOST_AFTER + 1)
    line = np.arange(len(kept))
    near = (line >= first - random.integers(0, MOST_BEFORE + 1)) & (line <= last + after)
    rate = np.where((line > first) & (line < last), random.choice(rates), random.choice(rates))
    chosen = random.random(len(kept)) < np.where(title, TITLE, rate)
    found: NDArray[np.bool_] = near & (kept | chosen)
    return found
