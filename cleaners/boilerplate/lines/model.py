"""The model of plain text: the probability that a line is boilerplate, and the threshold from which it is removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.line_types import HEADLINE, LIST_ITEM, SUBHEADING
from faircopy.cleaners.boilerplate.lines.model_format import full_trees, read_words
from faircopy.cleaners.boilerplate.markers.phrases import Phrases, read_phrases
from faircopy.cleaners.forest import Trees, read_trees

# The odds from which a line is removed. Each of its words raises them: removing boilerplate gains one line, removing
# article text loses every word in it.
ODDS, ODDS_PER_WORD = 1.0, 0.06
USUAL_WORDS = 500  # of running text; in a shorter document each word weighs more, in a longer one less
WEIGHS_MOST, WEIGHS_LEAST = 4.0, 0.5
INSIDE_AFTER = 35  # words of running text above a line that is inside the article
# The least probability for lines without a boilerplate phrase, which have only position and shape as evidence: inside
# the article, and elsewhere.
INSIDE_THRESHOLD, UNMARKED_THRESHOLD = 0.9, 0.8
# On a whole page saved as text, where most lines are not running text, lines far from any have a lower threshold.
PAGE_LINES, PAGE_PROSE = 60, 0.3
FAR_LINES, FAR_THRESHOLD = 4, 0.4
MORE_FOR_TYPE = {HEADLINE: 0.25, SUBHEADING: 0.1, LIST_ITEM: 0.35}
SUGGEST_MARGIN = 0.15  # a line is suggested if its probability is at most this far below the threshold
LEAST_PROSE = 40  # words of running text on other lines, without which the model has no article to compare with
MOST_WORDS = 150  # longer lines are never removed by the model
# A paragraph: a long sentence without boilerplate phrases, before running text. In training none came near the
# threshold.
PARAGRAPH_WORDS = 25
PARAGRAPH_WEIGHT = 20
# Kinds of phrases that running text hardly holds.
RARE_IN_TEXT = (
    *("share", "newsletter", "comments", "notice", "advertisement"),
    *("credit", "copyright", "editorial_note", "byline"),
)
# Features that count as boilerplate phrases for the threshold.
SIGNS = (
    *("share_first", "newsletter", "related_first", "comments_first", "notice", "advertisement", "byline_first"),
    *("credit", "media_first", "copyright", "clock", "editorial_note", "ends_ellipsis"),
    *("related_before", "share_before"),
)
STRONG_WEIGHT = 40  # of a word that hardly any article holds


@dataclass(frozen=True, slots=True)
class LineModel:
    """The phrases, weights of words and trees that predict whether a line is boilerplate."""

    phrases: Phrases
    trees: Trees

    def probabilities(self, columns: Columns) -> Column:
        """The probability that each line is boilerplate.

        It is 0 for paragraphs, for long lines and in documents without running text: no prediction is made for them.
        """
        others = columns["prose_words_before"] + columns["prose_words_after"]
        predicted = ~_is_paragraph(columns) & (others >= LEAST_PROSE) & (columns["words"] <= MOST_WORDS)
        rows = np.flatnonzero(predicted)
        probabilities = np.zeros(len(columns["words"]), np.float32)
        if len(rows):
            probabilities[rows] = self.trees.score({name: columns[name][rows] for name in self.trees.columns})
        return probabilities


def _is_paragraph(columns: Columns) -> NDArray[np.bool_]:
    """Lines that are certainly running text."""
    long = (columns["prose"] > 0) & (columns["words"] >= PARAGRAPH_WORDS) & (columns["prose_after"] > 0)
    caption = (columns["credit"] > 0) | (columns["pictured_first"] > 0) | (columns["pictured_last"] > 0)
    light = (columns["weight"] < PARAGRAPH_WEIGHT) & (columns["most_weight"] < PARAGRAPH_WEIGHT)
    paragraph: NDArray[np.bool_] = long & light & ~(caption | _has_phrases(columns))
    return paragraph


def needs_rules(columns: Columns) -> NDArray[np.bool_]:
    """The lines that a rule may match: all but running text without signs of boilerplate."""
    caption = (columns["credit_first"] > 0) | (columns["credit_last"] > 0) | (columns["pictured_first"] > 0)
    caption |= (columns["pictured"] > 0) & (columns["date_last"] > 0)
    needed: NDArray[np.bool_] = (columns["prose"] == 0) | _has_phrases(columns) | caption
    return needed


def _has_phrases(columns: Columns) -> NDArray[np.bool_]:
    """Lines with at least two phrases that running text hardly holds."""
    several: NDArray[np.bool_] = np.sum([columns[kind] for kind in RARE_IN_TEXT], axis=0) >= 2
    return several


def thresholds(columns: Columns) -> Column:
    """The probability from which each line is removed, by its words and its position."""
    scale = np.clip(USUAL_WORDS / np.maximum(columns["prose_words"], 1), WEIGHS_LEAST, WEIGHS_MOST)
    odds = ODDS + ODDS_PER_WORD * columns["words"] * scale
    by_words = odds / (1 + odds)
    inside = (columns["prose_words_before"] >= INSIDE_AFTER) & (columns["prose_words_after"] > 0)
    unmarked = (np.sum([columns[name] for name in SIGNS], axis=0) == 0) & (columns["most_weight"] < STRONG_WEIGHT)
    least = np.where(inside, INSIDE_THRESHOLD, UNMARKED_THRESHOLD)
    by_place = np.where(unmarked, np.maximum(by_words, least), by_words)
    nearest = np.minimum(columns["lines_to_prose_up"], columns["lines_to_prose_down"])
    of_page = (columns["lines"] >= PAGE_LINES) & (columns["prose_lines"] < PAGE_PROSE)
    return np.where(of_page & (nearest >= FAR_LINES), FAR_THRESHOLD, by_place).astype(np.float32)


def read_model(kinds: Iterable[tuple[str, str]], record: Mapping[str, object]) -> LineModel:
    """The model from the rows of (kind, phrase) and the stored table: `columns`, `trees` and the weights of `words`."""
    trees = record["trees"]
    if not isinstance(trees, list):
        raise ValueError("the trained table lacks its 'trees'")
    full = {"columns": record["columns"], "base": 0.0, "trees": full_trees(trees)}
    return LineModel(read_phrases(kinds, read_words(record.get("words"))), read_trees(full))
