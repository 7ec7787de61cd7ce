"""Weights of words and pairs of words: log odds of occurring on lines outside articles, counted by site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_arrays import LineWords, pair
from faircopy.cleaners.boilerplate.features.line_features import WEIGHED_WORDS, Columns, weight_columns
from lab.training.boilerplate.line_data import Lines

MOST = 2500  # words and pairs with a weight, by default
LOW_BITS = np.uint64(0xFFFF)  # of a hash, replaced by the number of a site
FEWEST_SITES = 5
SCALE = 20  # a weight is stored as a whole number: log odds times this
LARGEST = 3.0
SMALLEST = 0.7

Keys = NDArray[np.uint64]


@dataclass(frozen=True)
class Grams:
    """Every word and pair of words near the start of each line: its line, its hash, and its bytes in `data`."""

    line: NDArray[np.int64]
    key: Keys
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    data: NDArray[np.uint8]

    def text(self, at: int) -> str:
        """A word or pair as it is stored."""
        return " ".join(self.data[self.start[at] : self.start[at] + self.length[at]].tobytes().decode().split())


def grams_of(words: LineWords) -> Grams:
    """The n-grams of the lines, without those that have digits, or more than a space between two words."""
    place = np.arange(len(words.words)) - words.first_words[words.word_lines]
    starts, ends = words.word_starts, words.word_starts + words.word_lengths
    single = place < WEIGHED_WORDS
    # Two words with one byte between them, a space or a hyphen, are a pair.
    double = single[:-1] & (words.word_lines[1:] == words.word_lines[:-1]) & (starts[1:] - ends[:-1] == 1)
    double &= words.data[ends[:-1]] == ord(" ")
    first, second = np.flatnonzero(single), np.flatnonzero(double)
    pairs = pair(words.words[:-1], words.words[1:])
    digits = np.concatenate([[0], np.cumsum((words.data >= ord("0")) & (words.data <= ord("9")))])
    line = np.concatenate([words.word_lines[first], words.word_lines[second]])
    key = np.concatenate([words.words[first], pairs[second]])
    start = np.concatenate([starts[first], starts[second]])
    end = np.concatenate([ends[first], ends[second + 1]])
    plain = (digits[end] == digits[start]) & (end - start <= 30)
    return Grams(line[plain], key[plain], start[plain], (end - start)[plain], words.lower)


@dataclass(frozen=True)
class SiteCounts:
    """The sites on which each n-gram occurs outside and inside articles, as keys of n-gram and site."""

    on_page: Keys
    in_article: Keys

    def add(self, grams: Grams, lines: Lines, use: NDArray[np.bool_], sites: dict[str, int]) -> SiteCounts:
        """These counts and those of the lines of a file that `use` selects."""
        number = np.array([sites.setdefault(site, len(sites)) for site in lines.sites], np.uint64)[lines.document]
        use = use & lines.scored
        found = []
        for known, side in ((self.on_page, ~lines.kept), (self.in_article, lines.kept)):
            chosen = (use & side)[grams.line]
            found.append(np.unique(np.concatenate([known, _with_site(grams.key[chosen], number[grams.line[chosen]])])))
        return SiteCounts(*found)

    def on_sites(self, use: NDArray[np.bool_]) -> SiteCounts:
        """The counts on the sites that `use` selects by their number."""
        sides = (self.on_page, self.in_article)
        return SiteCounts(*(side[use[(side & LOW_BITS).astype(np.int64)]] for side in sides))

    def of_keys(self, keys: Keys) -> SiteCounts:
        """The counts of the n-grams with these keys."""
        return SiteCounts(*(side[np.isin(side & ~LOW_BITS, keys)] for side in (self.on_page, self.in_article)))


def _with_site(keys: Keys, sites: Keys) -> Keys:
    """N-gram and site in one number: the site replaces the low bits of the hash."""
    return (keys & ~LOW_BITS) | sites


@dataclass(frozen=True)
class Weights:
    """The n-grams that get a weight, and on how many sites they occur outside and inside articles."""

    keys: Keys
    pages: NDArray[np.int64]
    articles: NDArray[np.int64]
    counts: SiteCounts

    def weigh(self, pages: NDArray[np.int64], articles: NDArray[np.int64]) -> NDArray[np.int64]:
        """The stored weight of an n-gram that occurs on so many sites outside and inside articles."""
        odds = np.clip(np.log((pages + 0.5) / (articles + 0.5)), -LARGEST, LARGEST)
        enough = (pages + articles >= FEWEST_SITES - 1) & (np.abs(odds) >= SMALLEST)
        return np.where(enough, np.round(odds * SCALE), 0).astype(np.int64)

    def columns(self, grams: Grams, lines: Lines, sites: dict[str, int], without_own: NDArray[np.bool_]) -> Columns:
        """The weight columns of a file's lines; where `without_own`, a line's own site does not count."""
        at = np.searchsorted(self.keys, grams.key & ~LOW_BITS)
        known = at < len(self.keys)
        known[known] = self.keys[at[known]] == (grams.key & ~LOW_BITS)[known]
        line, at = grams.line[known], at[known]
        number = np.array([sites.get(site, 0xFFFF) for site in lines.sites], np.uint64)[lines.document]
        own = _with_site(grams.key[known], number[line])
        held_back = without_own[line]
        pages = self.pages[at] - (held_back & np.isin(own, self.counts.on_page))
        articles = self.articles[at] - (held_back & np.isin(own, self.counts.in_article))
        return weight_columns(line, self.weigh(pages, articles), len(lines.kept))

    def stored(self, files: Sequence[Grams]) -> dict[str, int]:
        """The weights by word or pair, as the model stores them."""
        weights = dict(zip(self.keys.tolist(), self.weigh(self.pages, self.articles).tolist(), strict=True))
        found: dict[str, int] = {}
        for grams in files:
            keys, first = np.unique(grams.key & ~LOW_BITS, return_index=True)
            for key, at in zip(keys.tolist(), first.tolist(), strict=True):
                if weights.get(key):
                    found[grams.text(at)] = weights.pop(key)
        return dict(sorted(found.items()))


def weights_from(counts: SiteCounts, most: int = MOST, pages_only: bool = False) -> Weights:
    """The `most` n-grams that separate pages from articles best; with `pages_only`, those typical of pages."""
    sides = [np.unique(side & ~LOW_BITS, return_counts=True) for side in (counts.on_page, counts.in_article)]
    keys = np.union1d(sides[0][0], sides[1][0])
    pages, articles = (np.zeros(len(keys), np.int64) for _ in sides)
    pages[np.searchsorted(keys, sides[0][0])] = sides[0][1]
    articles[np.searchsorted(keys, sides[1][0])] = sides[1][1]
    odds = np.log((pages + 0.5) / (articles + 0.5))
    worth = np.abs(odds) * np.sqrt(pages + articles)
    worth[(pages + articles < FEWEST_SITES) | (np.abs(odds) < SMALLEST)] = 0
    if pages_only:
        worth[odds < 0] = 0
    best = np.sort(np.argsort(-worth, kind="stable")[:most])
    best = best[worth[best] > 0]
    return Weights(keys[best], pages[best], articles[best], counts.of_keys(keys[best]))


NO_COUNTS = SiteCounts(np.zeros(0, np.uint64), np.zeros(0, np.uint64))
