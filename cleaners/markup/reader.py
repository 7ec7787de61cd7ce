"""Reads the events of lxml's HTML parser into lines.

BeautifulSoup builds its tree from the same events, so the words are the same. Without the tree reading is several times
as fast, and nesting can be of any depth.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from faircopy.cleaners.markup.blocks import Blocks, Elements
from faircopy.cleaners.markup.declared import Declared
from faircopy.cleaners.markup.elements import (
    BREAK,
    CELL,
    INLINE,
    KINDS,
    LINE,
    PREFORMATTED,
    UNSEEN,
    descriptive_words,
    is_hidden,
)
from faircopy.cleaners.text.preformatted import spans_of
from faircopy.cleaners.text.spans import Span

# A table cell of at least so many code points is a text of its own, not an entry in a row.
LONG_CELL = 160

# The gap between two lines.
NOTHING, NEXT_LINE, BLANK_LINE = range(3)
GAPS = ("", "\n", "\n\n")


class PageReader:
    """A parser target: collects the lines of a page and the elements around them."""

    def __init__(self) -> None:
        self.declared = Declared()
        self._pieces: list[str] = []  # lines and the gaps between them
        self._of_block: list[int] = []
        self._linked_in: list[int] = []
        self._inline_in: list[str] = []
        self._tags: list[str] = []
        self._words: list[str] = []
        self._parents: list[int] = []
        self._first: list[int] = []
        self._last: list[int] = []
        self._open = [-1]  # the open elements, as indices
        self._line: list[str] = []  # the text since the last break
        self._inline: list[str] = []
        self._linked = 0
        self._cell = 0  # where in the line the table cell began
        self._gap = NOTHING
        self._after_break = False
        self._links = 0
        self._preformatted = 0
        self._preformatted_pieces: list[int] = []
        self._unseen = 0  # the depth inside an element that is not shown

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self._unseen:
            self._unseen += 1
            return
        kind = KINDS.get(tag, INLINE)
        if kind == UNSEEN or ((attributes or tag == "dialog") and is_hidden(tag, attributes)):
            self._unseen = 1
            self.declared.open(tag, attributes)
        elif kind == INLINE:
            self._start_inline(tag, attributes)
        elif kind == BREAK:
            self._break_line()
        elif kind == CELL:
            self._start_cell()
        else:
            self._end_line(NEXT_LINE if kind == LINE else BLANK_LINE)
            self._preformatted += tag in PREFORMATTED
            self._open_element(tag, descriptive_words(attributes) if attributes else "")

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._unseen:
            self._unseen -= 1
            if not self._unseen:
                self.declared.close()
            return
        kind = KINDS.get(tag, INLINE)
        if kind == INLINE:
            self._links -= tag == "a"
        elif kind == CELL:
            self._end_cell()
        elif kind != BREAK:
            self._end_line(NEXT_LINE if kind == LINE else BLANK_LINE)
            self._preformatted -= tag in PREFORMATTED
            self._last[self._open.pop()] = len(self._of_block)

    def data(self, text: str) -> None:
        """Some text."""
        if self._unseen:
            self.declared.data(text)
            return
        if self._preformatted:
            self._add_preformatted(text)
            return
        self._line.append(text)
        if self._links:
            self._linked += len(" ".join(text.split()))

    def close(self) -> None:
        """The page ends."""
        self._end_line(NOTHING)

    def text(self) -> str:
        """The lines read so far."""
        return "".join(self._pieces)

    def preformatted(self) -> tuple[Span, ...]:
        """The spans of the text in which white space is kept."""
        return spans_of(self._pieces, self._preformatted_pieces)

    def blocks(self) -> Blocks:
        """The lines of the page with the elements around them."""
        held = [at for at, last in enumerate(self._last) if last > self._first[at]]
        number = {at: place for place, at in enumerate(held)} | {-1: -1}
        elements = Elements(
            tuple([self._tags[at] for at in held]),
            tuple([self._words[at] for at in held]),
            tuple([number[self._parents[at]] for at in held]),
            tuple([self._first[at] for at in held]),
            tuple([self._last[at] for at in held]),
        )
        around = tuple([number[at] for at in self._of_block])
        return Blocks(around, tuple(self._linked_in), tuple(self._inline_in), elements)

    def _open_element(self, tag: str, words: str) -> None:
        self._parents.append(self._open[-1])
        self._open.append(len(self._tags))
        self._tags.append(tag)
        self._words.append(words)
        self._first.append(len(self._of_block))
        self._last.append(len(self._of_block))

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "a":
            self._links += 1
        elif tag == "meta":
            self.declared.meta(attributes)
        elif tag == "time":
            self.declared.time(attributes)
        if attributes and (words := descriptive_words(attributes)):
            self._inline.append(words)

    def _break_line(self) -> None:
        """A `<br>`: two of them, with nothing between, make a paragraph."""
        twice = self._after_break and self._is_blank(self._line)
        self._end_line(BLANK_LINE if twice else NEXT_LINE)
        self._after_break = True

    def _start_cell(self) -> None:
        if not self._is_blank(self._line):
            self._line.append(" | ")
        self._cell = len(self._line)

    def _end_cell(self) -> None:
        """Move a long cell to a line of its own; after a short one, begin a new word."""
        cell = self._line[self._cell :]
        if sum(map(len, cell)) < LONG_CELL or len(" ".join("".join(cell).split())) < LONG_CELL:
            self._line.append(" ")
            return
        del self._line[max(0, self._cell - 1) :]
        self._end_line(NEXT_LINE)
        self._line = cell
        self._end_line(NEXT_LINE)

    def _add_preformatted(self, text: str) -> None:
        first, *rest = text.split("\n")
        self._line.append(first)
        for line in rest:
            blank = self._is_blank(self._line)
            self._end_line(BLANK_LINE if blank else NEXT_LINE)
            self._line.append(line)

    def _end_line(self, gap: int) -> None:
        """End the line, if it is not blank; before the next comes the widest gap requested since."""
        if self._line:
            text = "".join(self._line)
            text = " ".join(text.rstrip().splitlines()) if self._preformatted else " ".join(text.split())
            if text and not text.isspace():
                self._add_block(text)
                self._after_break = False
            self._line = []
            self._cell = 0
        self._gap = max(self._gap, gap)

    def _add_block(self, text: str) -> None:
        if self._pieces:
            self._pieces.append(GAPS[self._gap or NEXT_LINE])
        if self._preformatted:
            self._preformatted_pieces.append(len(self._pieces))
        self._pieces.append(text)
        self._gap = NOTHING
        self._of_block.append(self._open[-1])
        self._linked_in.append(min(self._linked, len(text)))
        self._inline_in.append(" ".join(self._inline))
        self._linked = 0
        self._inline = []

    @staticmethod
    def _is_blank(line: list[str]) -> bool:
        return not line or not "".join(line).strip()


def feed(html: str) -> PageReader:
    """Read a page. Lone surrogates, which UTF-8 cannot encode, become question marks."""
    reader = PageReader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    return reader
