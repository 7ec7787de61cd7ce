"""The kind of a removed block: by its words, by the elements around it, otherwise by its form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from faircopy.cleaners.boilerplate.blocks.attribute_rules import SECTIONS, kind_of_element
from faircopy.cleaners.boilerplate.blocks.labels import label_of
from faircopy.cleaners.boilerplate.dates import THE_DAY
from faircopy.cleaners.boilerplate.kinds import (
    ABOUT_AUTHOR,
    BYLINE,
    DATE,
    FOOTER,
    MENU,
    OVERRIDES,
    PAGE_FURNITURE,
    RELATED_LINKS,
    SECTION,
    TEASER,
    YIELDS,
    Kind,
)
from faircopy.cleaners.boilerplate.line_types import is_byline
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.markup.blocks import Blocks

LEVELS = 12  # levels up to an element that may name a block
FARTHEST_SECTION = 30  # levels from a `<header>` or `<footer>` up to its section
MOSTLY_LINKS = 0.5
LONGEST_BYLINE = 80  # code points
LONGEST_DATE = 60  # code points
BYLINE_WORDS = 12  # a longer text about the author is a note on the author
NAME_WORDS = 4  # of an author's name
MENU_WORDS = 3  # of a link to a part of the site; headlines have more
KICKER_WORDS = 4  # of the section above a headline
NAVIGATION = frozenset((MENU, FOOTER))  # their links lead to parts of the site, whatever their words
NOWHERE = -1

NUMBERED_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}")
# "By" in other languages, and a name
NAME = r"[A-ZÀ-Þ][\w.’'-]+"
BY = re.compile(rf"(?i:von|par|por|di|door|af|av|przez) {NAME}(?:,? (?:(?:und|et|y|e|en|och|og|i) )?{NAME}){{1,7}}")
AGO = re.compile(r"(?:updated |published )?(?:\d+|an?|one) ?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|h|d) ago", re.I)
# "Home | Tech | Log in": links in a row, of few words each. No space has two ways to match: with two, a long row that
# is none after all took time exponential in its length.
ROW = re.compile(
    r"[^\W\d_][^|•·›»]{0,24}+(?: ?+[|•·›»](?: [^|•·›»\d]{1,25}+|(?! )[^|•·›»\d]{2,25}+)){2,19}",
)
SKIP = re.compile(r"(?:skip|jump) to .{1,40}", re.IGNORECASE)


class BlockName(NamedTuple):
    """The kind of a block, the element that names it (`NOWHERE`: none), and the reason where its words name it."""

    kind: Kind
    element: int = NOWHERE
    reason: str = ""


class BlockNamer:
    """Names the removed blocks of one page; `stays` marks the blocks that are kept."""

    def __init__(self, blocks: Blocks, lines: Sequence[str], stays: NDArray[np.bool_]) -> None:
        self.blocks, self.lines = blocks, lines
        self._kept_before = np.concatenate([[0], np.cumsum(stays)]).tolist()
        self._known: dict[int, tuple[tuple[Kind, int], ...]] = {}

    def name(self, block: int) -> BlockName:
        """The kind of a block."""
        text = self.lines[block]
        words, is_link = text.count(" ") + 1, self._is_link(block)
        around = self._by_element(self.blocks.element[block], words, is_link)
        if words <= KICKER_WORDS and not _by_words(text) and (kicker := self._kicker(block, around)):
            return kicker
        if around and around.kind in NAVIGATION and is_link:
            return around
        if by_words := _by_words(text):
            return around if around and around.kind is by_words.kind else by_words
        if around and around.kind.outer != YIELDS:
            return around
        inline = kind_of_element("", self.blocks.inline[block])
        if inline and inline.inline and inline.fits(words, is_link=is_link):
            return BlockName(inline)
        if around:
            return around
        if is_link:
            return BlockName(self._link(block, words))
        return BlockName(TEASER if words > BYLINE_WORDS and self._is_below_headline(block) else PAGE_FURNITURE)

    def _kicker(self, block: int, around: BlockName | None) -> BlockName | None:
        """The section of the article: a few words just above the headline, alone in their element.

        They must share a parent with the headline, other than the page as a whole: the site's name is above it too.
        """
        elements, headline = self.blocks.elements, block + 1
        if headline >= len(self.lines) or self._kept_before[headline + 1] == self._kept_before[headline]:
            return None
        at, head = self.blocks.element[block], self.blocks.element[headline]
        if head < 0 or elements.tags[head] != "h1" or (around and around.kind not in (MENU, SECTION)):
            return None
        while at >= 0 and elements.first[at] == block and elements.last[at] == headline:
            at = elements.parents[at]
        beside = at >= 0 and at == elements.parents[head] and elements.tags[at] not in ("body", "html")
        return BlockName(SECTION, reason="just above the headline") if beside else None

    def _link(self, block: int, words: int) -> Kind:
        """The kind of a link that nothing names: a headline, or one of several links to parts of the site."""
        if ROW.fullmatch(self.lines[block]):
            return MENU
        if words > MENU_WORDS:
            return RELATED_LINKS
        beside = [one for one in (block - 1, block + 1) if 0 <= one < len(self.lines)]
        several = any(self._is_link(one) and self.lines[one].count(" ") < MENU_WORDS for one in beside)
        return MENU if several else PAGE_FURNITURE

    def _is_link(self, block: int) -> bool:
        return self.blocks.linked[block] > MOSTLY_LINKS * len(self.lines[block])

    def _is_below_headline(self, block: int) -> bool:
        """Whether the block before is the headline of another article: a link of some words."""
        before = block - 1
        return before >= 0 and self._is_link(before) and self.lines[before].count(" ") >= MENU_WORDS

    def _by_element(self, innermost: int, words: int, is_link: bool) -> BlockName | None:
        """The kind that the innermost fitting element names, with the outermost element of the same kind.

        A kind that yields gives way to one further out that overrides (see `Kind.outer`).
        """
        found: BlockName | None = None
        for kind, element in self._naming_elements(innermost):
            if not kind.fits(words, is_link=is_link):
                continue
            if found is None or kind is found.kind or (found.kind.outer == YIELDS and kind.outer == OVERRIDES):
                found = BlockName(kind, element)
        if found and found.kind is BYLINE and words > BYLINE_WORDS:
            return BlockName(ABOUT_AUTHOR, found.element)
        if found and found.kind is ABOUT_AUTHOR and words <= NAME_WORDS:
            return BlockName(BYLINE, found.element)
        return found

    def _naming_elements(self, innermost: int) -> tuple[tuple[Kind, int], ...]:
        """The elements around a block that name a kind, from the inside out, up to one that contains kept blocks."""
        if innermost in self._known:
            return self._known[innermost]
        elements, found, at = self.blocks.elements, [], innermost
        for _ in range(LEVELS):
            if at < 0 or self._kept_before[elements.last[at]] > self._kept_before[elements.first[at]]:
                break
            tag = elements.tags[at]
            if tag in ("header", "footer") and self._in_section(at):
                tag = ""
            if kind := kind_of_element(tag, elements.words[at]):
                found.append((kind, at))
            at = elements.parents[at]
        self._known[innermost] = tuple(found)
        return self._known[innermost]

    def _in_section(self, element: int) -> bool:
        elements, at = self.blocks.elements, self.blocks.elements.parents[element]
        for _ in range(FARTHEST_SECTION):
            if at < 0:
                break
            if elements.tags[at] in SECTIONS:
                return True
            at = elements.parents[at]
        return False


def _by_words(text: str) -> BlockName | None:
    """The kind that the words of a block name."""
    if label := label_of(text):
        return BlockName(label.kind, reason=label.reason)
    if marker := marker_of(text):
        return BlockName(marker.kind, reason=marker.reason)
    if SKIP.fullmatch(text):
        return BlockName(MENU, reason="a link past the menus")
    if len(text) <= LONGEST_DATE and any(day(text) for day in (THE_DAY.search, NUMBERED_DAY.search, AGO.fullmatch)):
        return BlockName(BYLINE if is_byline(text) else DATE, reason="a day and little else")
    if is_byline(text) or (len(text) <= LONGEST_BYLINE and BY.fullmatch(text)):
        return BlockName(BYLINE, reason="names who wrote the article")
    return None
