"""Which kind of boilerplate an element's name, class, id and role words name."""

from __future__ import annotations

from functools import lru_cache

from faircopy.cleaners.boilerplate.blocks.attribute_words import word_parts
from faircopy.cleaners.boilerplate.kinds import KINDS, Kind

# Of several kinds with the same word, and of several words of an element, the kind that comes first in the file wins.
KIND_OF = {word: kind for kind in reversed(list(KINDS.values())) for word in kind.class_words}
ORDER = {kind: place for place, kind in enumerate(KINDS.values())}
# `<header>` and `<footer>` belong to the page only outside these; inside, they belong to a story or a card.
SECTIONS = frozenset({"article", "section", "aside", "nav", "li", "main"})


@lru_cache(maxsize=1 << 16)
def kind_of_element(tag: str, words: str) -> Kind | None:
    """The kind that an element's tag and attribute words name.

    >>> kind_of_element("div", "social-share top").name, kind_of_element("footer", "").name
    ('share-bar', 'footer')
    >>> kind_of_element("div", "story")
    """
    named = [KIND_OF[part] for part in (f"<{tag}>", *word_parts(words)) if part in KIND_OF]
    return min(named, key=ORDER.__getitem__, default=None)
