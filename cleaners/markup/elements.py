"""How HTML elements lay out their text."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What an element does to the line its text stands on: nothing; begins one (list items, rows of a table and groups of
# them); begins one after a blank line; stays on the line of its table row; ends it; is never shown as text. Plain
# numbers: they are compared for every tag of a page.
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

# Pages that fade in by script hide the whole document in their style.
NEVER_HIDDEN = frozenset({"html", "body"})
# React sends parts of a page hidden, under such ids (`S:0`, `S:1a`), and shows them when they have arrived.
STREAMED = "S:"
_UNSEEN_STYLE = re.compile(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")

# Attributes whose words say what an element is for.
_TELLING = ("class", "id", "role", "itemprop", "data-testid", "data-component", "aria-label")


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


def telling_words(attributes: Mapping[str, str]) -> str:
    """The attribute values that say what an element is for, in one string."""
    return " ".join([attributes[name] for name in _TELLING if name in attributes])
