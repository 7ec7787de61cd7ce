"""HTML pages: the visible text in block order, and the elements around each block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from faircopy.cleaners.markup.article_metadata import article_body, articles_in, extract_metadata, summary
from faircopy.cleaners.markup.blocks import Blocks
from faircopy.cleaners.markup.reader import feed
from faircopy.cleaners.text.preformatted import as_note

__all__ = ["Blocks", "Page", "read_page"]


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of a page, one block per line.

    The `notes` are `blocks` (`Blocks`: the elements around each line that is not blank), `found` (the metadata that the
    page declares: title, date, byline, section), and `preformatted` (where code keeps its spaces).
    """

    text: str
    notes: Mapping[str, object] = field(default_factory=dict)


def read_page(html: str) -> Page:
    """The visible text of a page in block order, entities decoded, white space folded inside a block.

    Paragraphs have a blank line between them; list items, table rows and lines broken by `<br>` are lines of their own.
    Scripts, styles, templates, form controls and hidden elements are left out.

    >>> read_page("<h1>Tea &amp; bread</h1><p>Two   words.<script>x()</script><ul><li>one<li>two</ul>").text
    'Tea & bread\\n\\nTwo words.\\n\\none\\ntwo'
    """
    reader = feed(html)
    text = reader.text()
    articles = articles_in(reader.declared)
    found = extract_metadata(reader.declared, articles)
    blocks = replace(
        reader.blocks(), title=found.get("title", ""), summary=summary(reader.declared), body=article_body(articles)
    )
    return Page(text, {"blocks": blocks, "found": found, **as_note(reader.preformatted())})
