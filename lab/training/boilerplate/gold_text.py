"""Which lines of a page belong to its article, given the article's text alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lab.training.boilerplate.line_data import WORD

RUN = 4  # words in a row that count as a match
MOST_PLACES = 20  # of a run in the article that are looked at
MOST_CHOICES = 6
SLACK = 2  # words by which two lines' places may overlap
SHORT_LINE = 0.9  # what a matching word of a line shorter than a run weighs


@dataclass(frozen=True)
class Place:
    """A possible position of a line in the article (words `start` to `end`), and how many of its words match there."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Matched:
    """For each line: its words, those found in the article in reading order, and those found anywhere in it."""

    words: NDArray[np.float64]
    in_order: NDArray[np.float64]
    anywhere: NDArray[np.float64]


def match(lines: Sequence[str], article: str) -> Matched:
    """Align the lines with the article so that most words match; a second copy of a line gets no place."""
    gold, blocks = WORD.findall(article), [WORD.findall(line) for line in lines]
    runs, singles = defaultdict(list), defaultdict(list)
    for at, word in enumerate(gold):
        singles[word].append(at)
        runs[tuple(gold[at : at + RUN])].append(at)
    places = [_places(block, gold, runs, singles) for block in blocks]
    words = np.array([len(block) for block in blocks], np.float64)
    in_order = np.zeros(len(blocks))
    for block, weight in _best_chain(places, len(gold)):
        in_order[block] = weight
    anywhere = [max((place.weight for place in choices), default=0.0) for choices in places]
    return Matched(words, np.minimum(in_order, words), np.array(anywhere))


def _places(block: list[str], gold: list[str], runs: dict, singles: dict) -> list[Place]:
    if len(block) < RUN:
        found = [at for at in singles.get(block[0], ())[:50] if gold[at : at + len(block)] == block] if block else []
        return [Place(at, at + len(block), len(block) * SHORT_LINE) for at in found]
    diagonals: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mine in range(len(block) - RUN + 1):
        for theirs in runs.get(tuple(block[mine : mine + RUN]), ())[:MOST_PLACES]:
            diagonals[theirs - mine].append((theirs, mine))
    groups: list[tuple[int, list[tuple[int, int]]]] = []
    for diagonal in sorted(diagonals):
        if groups and diagonal - groups[-1][0] <= max(6, len(block) // 4):
            groups[-1] = (diagonal, groups[-1][1] + diagonals[diagonal])
        else:
            groups.append((diagonal, diagonals[diagonal]))
    choices = [_place(hits) for _, hits in groups]
    return sorted(choices, key=lambda place: -place.weight)[:MOST_CHOICES]


def _place(hits: list[tuple[int, int]]) -> Place:
    theirs = [at for at, _ in hits]
    covered = {mine + step for _, mine in hits for step in range(RUN)}
    return Place(min(theirs), max(theirs) + RUN, len(covered))


def _best_chain(places: list[list[Place]], size: int) -> list[tuple[int, float]]:
    """The lines and weights of the heaviest chain of places in order (a Fenwick tree of the best up to each word)."""
    room = size + SLACK + 2
    best: list[tuple[float, tuple | None]] = [(0.0, None)] * (room + 1)

    def up_to(at: int) -> tuple[float, tuple | None]:
        found, at = (0.0, None), at + 1
        while at > 0:
            found, at = max(found, best[at], key=lambda chain: chain[0]), at - (at & -at)
        return found

    for block, choices in enumerate(places):
        chains = []
        for place in choices:
            weight, before = up_to(place.start + SLACK)
            chains.append((place.end, (weight + place.weight, (block, place.weight, before))))
        for end, chain in chains:
            at = end + 1
            while at <= room:
                best[at], at = max(best[at], chain, key=lambda one: one[0]), at + (at & -at)
    found, link = [], up_to(room - 1)[1]
    while link is not None:
        block, weight, link = link
        found.append((block, weight))
    return found
