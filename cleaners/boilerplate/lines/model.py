"""The trained table: how likely each line is no part of the article, and from where on it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.features.line_features import Column, Columns
from faircopy.cleaners.boilerplate.markers.phrases import Phrases, read_phrases
from faircopy.cleaners.forest import Forest, read_forest

# The odds from which a line goes. Each word of it asks for more: a right cut gains a line, a wrong one costs words.
ODDS, ODDS_PER_WORD = 1.0, 0.06
USUAL_WORDS = 500  # of running text; in a shorter document each word weighs more, in a longer one less
WEIGHS_MOST, WEIGHS_LEAST = 4.0, 0.5
INSIDE_AFTER = 35  # words of running text above, from which on a line stands inside the article
# Where no phrase of a page speaks against the line, only its place and shape do: between paragraphs, and elsewhere.
INSIDE_THRESHOLD, UNMARKED_THRESHOLD = 0.9, 0.8
# Of a whole page, where most lines are no running text, those far from any go sooner.
PAGE_LINES, PAGE_PROSE = 60, 0.3
FAR_LINES, FAR_THRESHOLD = 4, 0.4
MORE_FOR_TYPE = {"headline": 0.25, "subheading": 0.1, "list item": 0.35}
SUGGEST_BELOW = 0.15  # under the threshold by so much, a line is suggested
LEAST_PROSE = 40  # words of running text on other lines, without which there is no article to tell from
MOST_WORDS = 150  # a longer line is never taken out
# Long sentences without a phrase of a page between others of their kind: none of them ever came near the threshold.
PLAIN_WORDS = 25
PLAIN_WEIGHT = 20
# Kinds of phrases that running text hardly holds.
RULED = (
    *("share", "newsletter", "comments", "notice", "advertisement"),
    *("credit", "copyright", "editorial_note", "byline"),
)
# What speaks for boilerplate in the middle of an article.
SIGNS = (
    *(
        "share_first",
        "newsletter",
        "related_first",
        "comments_first",
        "notice",
        "advertisement",
        "byline_first",
        "credit",
    ),
    *(
        "media_first",
        "copyright",
        "clock",
        "editorial_note",
        "ends_ellipsis",
        "related_before",
        "share_before",
    ),
)
STRONG_WEIGHT = 40  # of a word that hardly any article holds


@dataclass(frozen=True, slots=True)
class LineModel:
    """The marker phrases with the weights of words, and the boosted trees."""

    phrases: Phrases
    forest: Forest

    def chances(self, table: Columns) -> Column:
        """How likely each line is boilerplate; 0 for plain paragraphs and where there is no running text."""
        others = table["prose_words_before"] + table["prose_words_after"]
        asked = np.flatnonzero(~_plain(table) & (others >= LEAST_PROSE) & (table["words"] <= MOST_WORDS))
        chances = np.zeros(len(table["words"]), np.float32)
        if len(asked):
            chances[asked] = self.forest.predict({name: table[name][asked] for name in self.forest.columns})
        return chances


def _plain(table: Columns) -> NDArray[np.bool_]:
    """Lines that are a paragraph beyond doubt."""
    long = (table["prose"] > 0) & (table["words"] >= PLAIN_WORDS) & (table["prose_after"] > 0)
    caption = (table["credit"] > 0) | (table["pictured_first"] > 0) | (table["pictured_last"] > 0)
    marked = caption | (np.sum([table[kind] for kind in RULED], axis=0) >= 2)
    plain: NDArray[np.bool_] = long & ~marked & (table["weight"] < PLAIN_WEIGHT) & (table["most_weight"] < PLAIN_WEIGHT)
    return plain


def worth_a_rule(table: Columns) -> NDArray[np.bool_]:
    """The lines that a rule may have something to say about."""
    marked = np.sum([table[kind] for kind in RULED], axis=0) >= 2
    caption = (table["credit_first"] > 0) | (table["credit_last"] > 0) | (table["pictured_first"] > 0)
    caption |= (table["pictured"] > 0) & (table["date_last"] > 0)
    worth: NDArray[np.bool_] = (table["prose"] == 0) | marked | caption
    return worth


def thresholds(table: Columns) -> Column:
    """The chance from which each line goes, by its words and by where it stands."""
    scale = np.clip(USUAL_WORDS / np.maximum(table["prose_words"], 1), WEIGHS_LEAST, WEIGHS_MOST)
    odds = ODDS + ODDS_PER_WORD * table["words"] * scale
    by_words = odds / (1 + odds)
    inside = (table["prose_words_before"] >= INSIDE_AFTER) & (table["prose_words_after"] > 0)
    unmarked = (np.sum([table[name] for name in SIGNS], axis=0) == 0) & (table["most_weight"] < STRONG_WEIGHT)
    least = np.where(inside, INSIDE_THRESHOLD, UNMARKED_THRESHOLD)
    by_place = np.where(unmarked, np.maximum(by_words, least), by_words)
    nearest = np.minimum(table["lines_to_prose_up"], table["lines_to_prose_down"])
    of_page = (table["lines"] >= PAGE_LINES) & (table["prose_lines"] < PAGE_PROSE)
    return np.where(of_page & (nearest >= FAR_LINES), FAR_THRESHOLD, by_place).astype(np.float32)


def read_model(kinds: Iterable[tuple[str, str]], record: Mapping[str, object]) -> LineModel:
    """The model from the rows of (kind, phrase) and its stored form: `forest` and `word_weights`."""
    weights = record.get("word_weights")
    if not isinstance(weights, dict):
        raise ValueError("the model of lines lacks its 'word_weights'")
    return LineModel(read_phrases(kinds, weights), read_forest(record.get("forest")))
