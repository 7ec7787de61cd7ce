"""Names that lost their capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaners.edits import Edit

# Names of two words whose first is a common word.
TWO_WORDS = re.compile(
    r"(?<![\w-])(united|soviet|european|saudi|north|south) "
    r"(?=(States|Nations|Kingdom|Arab Emirates|Union|Arabia|Korea|Africa)\b)"
)
PAIRS = frozenset(
    [
        "united States",
        "united Nations",
        "united Kingdom",
        "united Arab Emirates",
        "soviet Union",
        "european Union",
        "saudi Arabia",
        "north Korea",
        "south Korea",
        "south Africa",
    ]
)


def half_lost(text: str) -> Iterator[Edit]:
    """The first word of a name in two words: `united States`."""
    for match in TWO_WORDS.finditer(text):
        name = f"{match[1]} {match[2]}"
        if name in PAIRS:
            right = match[1].capitalize()
            yield Edit(
                "typos", "typos/lost-capital", match.start(), match[1], right, f"‘{right} {match[2]}’ is a name", 0.98
            )
