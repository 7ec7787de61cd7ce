"""How HTML elements lay out their text."""

from __future__ import annotations

import re
from collections.abc import Mapping

# How an element lays out its text: inside the line; on a new line (list items, table rows and groups of rows); as a
# paragraph after a blank line; as a cell on the line of its row; as a line break; never shown. Plain integers, since
# they are compared for every tag of a page.
INLINE, LINE, PARAGRAPH, CELL, BREAK, UNSEEN = range(6)

NAMES = {
    LINE: "li tr thead tbody tfoot dt dd button summary",
    PARAGRAPH: """address article aside blockquote body caption center details dialog dir div dl fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend listing main menu nav ol p
        plaintext pre search section table ul xmp""",
    CELL: "td th",
    BREAK: "br",
    UNSEEN: """applet audio canvas colgroup datalist iframe noembed noframes noscript object option rp script
        select style svg template textarea title video""",
}
KINDS: Mapping[str, int] = {name: kind for kind, names in NAMES.items() for name in names.split()}

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})

# Pages that fade in by script hide the whole document by a style.
NEVER_HIDDEN = frozenset({"html", "body"})
# React streams parts of a page hidden under such ids (`S:0`, `S:1a`) and shows them once they are complete.
STREAMED = "S:"
_UNSEEN_STYLE = re.compile(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")

# Attributes whose words indicate what an element is for.
_DESCRIPTIVE = ("class", "id", "role", "itemprop", "data-testid", "data-component", "aria-label")


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the element's own attributes keep it out of sight."""
    if tag in NEVER_HIDDEN:
        return False
    if "hidden" in attributes and not attributes.get("id", "").startswith(STREAMED):
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _UNSEEN_STYLE.search(style) is not None


def descriptive_words(attributes: Mapping[str, str]) -> str:
    """The attribute values that indicate what an element is for, in one string."""
    return " ".join([attributes[name] for name in _DESCRIPTIVE if name in attributes])
