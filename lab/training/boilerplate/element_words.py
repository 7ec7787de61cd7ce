"""Scores of class words: how much of the text in elements with such a word is article, counted over pages."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from faircopy.cleaners.boilerplate.blocks.attribute_words import ElementWords, word_parts
from lab.training.boilerplate.pages import GoldPage

LEAST_SITES = 5  # that use a word, for it to count
FULL_VOTE = 0.3  # of an article's length; a site's elements with more text than this count no more
FOR, AGAINST = 0.4, 0.6  # what is assumed before any site is seen


class WordCounts:
    """For each class word and site, the article words and other words in its elements, in lengths of an article."""

    def __init__(self) -> None:
        self.sites: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))

    def add(self, page: GoldPage) -> None:
        """Count a page."""
        elements, words = page.blocks.elements, np.minimum(page.matched.words, 60)
        kept = np.concatenate([[0.0], np.cumsum(words * page.kept)])
        other = np.concatenate([[0.0], np.cumsum(words * ~page.kept)])
        length = max(1.0, float(kept[-1]))
        for own, first, last in zip(elements.words, elements.first, elements.last, strict=True):
            for part in word_parts(own):
                counts = self.sites[part][page.site]
                counts[0] += (kept[last] - kept[first]) / length
                counts[1] += (other[last] - other[first]) / length

    def scores(self, without: frozenset[str] = frozenset()) -> ElementWords:
        """The log odds of every word that enough sites use, without the sites in `without`."""
        out = {}
        for part, by_site in self.sites.items():
            votes = [(own, other) for site, (own, other) in by_site.items() if site not in without and own + other > 0]
            if len(votes) < LEAST_SITES:
                continue
            weights = [math.sqrt(min(own + other, FULL_VOTE)) for own, other in votes]
            mine = sum(w * own / (own + other) for w, (own, other) in zip(weights, votes, strict=True))
            out[part] = round(math.log((mine + FOR) / (sum(weights) - mine + AGAINST)), 2)
        return ElementWords({part: score for part, score in sorted(out.items()) if score})


def count_words(pages: Iterable[GoldPage]) -> WordCounts:
    """Count pages."""
    counts = WordCounts()
    for page in pages:
        counts.add(page)
    return counts
