"""Why the trained table takes a line for boilerplate: a rule's name and a sentence made of what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping

# A kind of phrase, the rule it names, what the sentence calls it; the surest first.
KINDS = (
    ("copyright", "copyright", "a copyright notice"),
    ("newsletter", "newsletter", "an invitation to subscribe"),
    ("comments", "comment-form", "comments"),
    ("share", "share-bar", "buttons to share"),
    ("related_first", "related-links", "links to other articles"),
    ("advertisement", "advertisement", "advertising"),
    ("credit", "caption", "a picture's caption or credit"),
    ("media", "media", "a player of video or sound"),
    ("clock", "date", "the time a page was made"),
    ("byline", "byline", "a byline"),
    ("about_author", "about-author", "a note on the author"),
    ("notice", "site-notice", "a notice to visitors"),
    ("editorial_note", "site-notice", "a notice to readers"),
    ("section", "menu", "sections of a site"),
    ("menu", "menu", "a menu"),
    ("date", "date", "a date"),
    ("related", "related-links", "links to other articles"),
)
LONG_ONLY = {"about_author": 6, "editorial_note": 6}  # words without which such a phrase says little
SHORT_ONLY = {"date": 12, "clock": 16, "section": 8, "menu": 8, "byline": 14}  # words beyond which
MOST_FACTS = 3
COLUMNS = (
    *(column for column, _, _ in KINDS),
    *("words", "weight", "article", "copies", "ends_sentence", "ends_ellipsis", "related_before"),
    *("prose_words_before", "prose_words_after"),
)

Row = Mapping[str, float]


def rule_and_reason(row: Row, chance: float) -> tuple[str, str]:
    """The rule that names a line, and a sentence with what decided; `row` holds the line's columns."""
    kind = next((found for found in KINDS if _speaks(row, found[0])), None)
    facts = [f"words of {kind[2]}"] if kind else []
    facts += [fact for holds, fact in _facts(row) if holds]
    rule = kind[1] if kind else _rule_by_place(row)
    return rule, f"{'; '.join(facts[:MOST_FACTS])} (chance {chance:.2f})"


def _speaks(row: Row, kind: str) -> bool:
    name = kind.removesuffix("_first")
    return row[kind] > 0 and LONG_ONLY.get(name, 0) <= row["words"] <= SHORT_ONLY.get(name, 10**9)


def _rule_by_place(row: Row) -> str:
    if row["ends_ellipsis"] > 0:
        return "teaser"
    if row["prose_words_before"] == 0:
        return "site-header"
    if row["prose_words_after"] == 0 or row["related_before"] > 0:
        return "related-links"
    return "caption" if row["words"] >= 5 else "page-furniture"


def _facts(row: Row) -> list[tuple[bool, str]]:
    """What may hold of a line, the most telling first."""
    return [
        (row["copies"] > 0, "the same line stands elsewhere on the page"),
        (row["related_before"] > 0, "below a heading of links"),
        (row["weight"] > 15, "its words are those of pages, not of articles"),
        (row["ends_ellipsis"] > 0, "cut short with an ellipsis"),
        (row["prose_words_before"] == 0, "above the first paragraph"),
        (row["prose_words_after"] == 0, "no paragraph follows"),
        (row["ends_sentence"] == 0, "no whole sentence"),
        (row["article"] < 0.2, "its words are not in the article"),
        (True, "what surrounds it"),
    ]
