"""The kinds of boilerplate, read from `kinds.csv`: each is a rule of the stage and says how it is recognised.

docs/boilerplate.md describes the columns. Other modules use the constants below, so that a kind's name is spelled once
in Python and once in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from faircopy.cleaners.boilerplate.tables import read_table
from faircopy.cleaners.rule import Rule, define

YES = "yes"
YIELDS, OVERRIDES = "yields", "overrides"
ANSWERS = {"outer": ("", YIELDS, OVERRIDES), "inline": ("", YES), "by_element": ("", YES)}


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One row of `kinds.csv`; compared by identity.

    `reason` is a noun phrase for the log. `class_words` are element names, classes and their parts that name the kind.
    `outer` ranks an element of the kind against those inside it. `most_words` and `most_link_words` limit the blocks
    that an element may name (None: no limit). An `inline` element may name the whole line that holds it. A line of at
    most `longest_by_words` code points (0: none) is removed for its words alone, and any block in an element of the
    kind where `by_element` is set.
    """

    name: str
    rule: Rule
    reason: str
    class_words: tuple[str, ...] = ()
    outer: str = ""
    most_words: int | None = None
    most_link_words: int | None = None
    inline: bool = False
    longest_by_words: int = 0
    by_element: bool = False

    def fits(self, words: int, *, is_link: bool) -> bool:
        """Whether a block of so many words, made of links or not, can be what its element says."""
        most = self.most_link_words if is_link else self.most_words
        return most is None or words <= most


def read_kind(row: Mapping[str, str]) -> Kind:
    """The kind of a row, its rule defined. Raises `ValueError` where the row is wrong."""
    name = row["kind"]
    for column, answers in ANSWERS.items():
        if row[column] not in answers:
            raise ValueError(f"kinds.csv: {name}: {column} is {row[column]!r}; write one of {answers}")
    if not row["reason"]:
        raise ValueError(f"kinds.csv: {name} lacks a reason")
    most_words, most_link_words = limit_of(row, "most_words"), limit_of(row, "most_link_words")
    longest_by_words = limit_of(row, "longest_by_words") or 0
    return Kind(
        name,
        define(f"boilerplate/{name}", row["about"]),
        row["reason"],
        tuple(row["class_words"].split()),
        row["outer"],
        most_words,
        most_link_words,
        row["inline"] == YES,
        longest_by_words,
        row["by_element"] == YES,
    )


def limit_of(row: Mapping[str, str], column: str) -> int | None:
    """The number in a cell, None where it is empty. Raises `ValueError` for anything else."""
    cell = row[column]
    if cell and not cell.isdecimal():
        raise ValueError(
            f"{next(iter(row.values()))}: {column} is {cell!r}; write a whole number or leave the cell empty"
        )
    return int(cell) if cell else None


# In the order of the file: of several kinds that an element's class words name, the first wins.
KINDS: Mapping[str, Kind] = {row["kind"]: read_kind(row) for row in read_table("kinds")}

ABOUT_AUTHOR = KINDS["about-author"]
ADVERTISEMENT = KINDS["advertisement"]
BYLINE = KINDS["byline"]
CAPTION = KINDS["caption"]
COMMENT_FORM = KINDS["comment-form"]
COOKIE_NOTICE = KINDS["cookie-notice"]
COPYRIGHT = KINDS["copyright"]
DATE = KINDS["date"]
FOOTER = KINDS["footer"]
MENU = KINDS["menu"]
NEWSLETTER = KINDS["newsletter"]
OWN_MARKER = KINDS["own-marker"]
PAGE_FURNITURE = KINDS["page-furniture"]
READ_MORE = KINDS["read-more"]
RELATED_LINKS = KINDS["related-links"]
REPEATS_IN_SOURCE = KINDS["repeats-in-source"]
SECOND_COPY = KINDS["second-copy"]
SECTION = KINDS["section"]
SHARE_BAR = KINDS["share-bar"]
SITE_HEADER = KINDS["site-header"]
SITE_NOTICE = KINDS["site-notice"]
TAGS = KINDS["tags"]
TEASER = KINDS["teaser"]
