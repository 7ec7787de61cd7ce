"""The table of lines as it is stored: trees and the weights of words, written short.

A tree is a list in depth-first order: an inner node is its column's number and its threshold, a leaf is one number
below zero, its value in thousandths less `LEAF_ZERO`. Words that weigh the same stand together, `SEPARATOR` between
them, under their weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from faircopy.cleaners.forest import LEAF

LEAVES_PER_UNIT = 1000
LEAF_ZERO = 10_000  # no leaf comes near ten
SEPARATOR = "|"


def full_trees(trees: Sequence[Sequence[float]]) -> list[list[float]]:
    """Trees as `read_trees` takes them: a leaf is marked, its value follows.

    >>> full_trees([[3, 0.5, -10250, -9900]])
    [[3, 0.5, -1, -0.25, -1, 0.1]]
    """
    return [_full(nodes) for nodes in trees]


def _full(nodes: Sequence[float]) -> list[float]:
    out: list[float] = []
    at = 0
    while at < len(nodes):
        if nodes[at] < 0:
            out += [LEAF, (nodes[at] + LEAF_ZERO) / LEAVES_PER_UNIT]
            at += 1
        else:
            out += nodes[at : at + 2]
            at += 2
    return out


def read_words(record: object) -> dict[str, int]:
    """The weight of each word or pair of words.

    >>> read_words({"60": "subscribe|sign up", "20": "inc"})
    {'subscribe': 60, 'sign up': 60, 'inc': 20}
    """
    if not isinstance(record, dict):
        raise ValueError("the trained table lacks its 'words'")
    return {word: int(weight) for weight, words in record.items() for word in words.split(SEPARATOR)}


def stored_words(weights: Mapping[str, int]) -> dict[str, str]:
    """The stored form of the weights of words, the heaviest first.

    >>> stored_words({"inc": 20, "subscribe": 60, "sign up": 60})
    {'60': 'sign up|subscribe', '20': 'inc'}
    """
    by_weight: dict[int, list[str]] = {}
    for word, weight in sorted(weights.items()):
        by_weight.setdefault(weight, []).append(word)
    return {str(weight): SEPARATOR.join(by_weight[weight]) for weight in sorted(by_weight, reverse=True)}
