"""Names that lost a capital though their letters are also a word: `united States`, `mason Bell`.

The lost capitals of other names (`ukraine`) are proposed in `nonword/`, under the same rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.rule_api import TokenizedText, has_word, last_word, pair_where, runs_on

RULE = define("typos/lost-capital", "Restores the capital of names in lower case.", threshold=0.75)

# Names whose first word is an ordinary one: before these it is always part of the name.
REST_OF = {
    "united": ("States", "Nations", "Kingdom", "Arab Emirates"),
    "soviet": ("Union",),
    "european": ("Union", "Commission", "Parliament"),
    "saudi": ("Arabia",),
    "north": ("Korea", "Macedonia"),
    "south": ("Korea", "Africa", "Sudan"),
    "new": ("York", "Zealand", "Orleans", "Jersey", "Delhi", "Hampshire"),
    "west": ("Virginia",),
    "wall": ("Street",),
    "hong": ("Kong",),
    "los": ("Angeles",),
    "san": ("Francisco", "Diego", "Antonio"),
    "sri": ("Lanka",),
}
TITLES = frozenset(
    ("president", "minister", "senator", "governor", "general", "king", "queen", "prince", "princess", "pope",
     "chancellor", "mayor", "judge", "professor", "captain", "colonel", "sergeant", "secretary", "congressman")
)  # fmt: skip

# First names that are words too. Not those that precede a name for another reason (will, grant, chase, best).
FIRST_NAMES = frozenset(
    ("amber", "angel", "autumn", "barry", "basil", "brandy", "brook", "carol", "carter", "cherry", "christian", "clay",
     "cliff", "cooper", "daisy", "dale", "dawn", "dean", "ernest", "faith", "frank", "gene", "glen", "grace", "hazel",
     "heath", "heather", "herb", "holly", "hunter", "iris", "ivy", "jack", "jade", "jasmine", "jay", "jerry",
     "josh", "joy", "lance", "laurel", "lily", "mason", "melody", "miles", "myrtle", "olive", "parker", "paris",
     "pearl", "penny", "poppy", "ray", "reed", "robin", "ruby", "rusty", "sandy", "scarlet", "sierra", "sterling",
     "taylor", "terry", "tommy", "tony", "tyler", "victor", "viola", "violet", "wade", "warren", "wayne")
)  # fmt: skip
LONGEST_NAME = 64  # code points

FIRST_PART = has_word(REST_OF, exclusive=True)
BEFORE_CAPITAL = pair_where(FIRST_NAMES | TITLES, lambda token: token.text[:1].isupper())


@runs_on(FIRST_PART)
def half_lost(doc: TokenizedText) -> Iterator[Edit]:
    """Give the first word of a name of two words its capital."""
    text = doc.text
    for first in doc.words(FIRST_PART):
        for start in _before_capitals(text, first):
            rest = next((r for r in REST_OF[first] if text.startswith(r, start + len(first) + 1)), "")
            end = start + len(first) + 1 + len(rest)
            if rest and not text[end : end + 1].isalnum():
                name = f"{first.capitalize()} {rest}"
                yield RULE.edit(start, first, first.capitalize(), f"‘{name}’ is a name", 0.98)


@runs_on(BEFORE_CAPITAL)
def first_names_and_titles(doc: TokenizedText) -> Iterator[Edit]:
    """Give first names their capital, and suggest it for titles, if the text has the same pair with both capitals."""
    text, tokens = doc.text, frozenset(doc.tokens)
    pairs: dict[str, bool] = {}  # whether the text has them
    for lower in dict.fromkeys(map(last_word, doc.matching(BEFORE_CAPITAL))):
        right = lower.capitalize()
        if lower not in tokens or right not in tokens:
            continue
        for start in _before_capitals(text, lower):
            begin = start + len(lower) + 1
            following = text[begin : begin + LONGEST_NAME].split(maxsplit=1)[0].rstrip(".,;:!?”’\"')")
            pair = f"{right} {following}"
            if pair not in pairs:
                pairs[pair] = following.isalpha() and pair in text
            if pairs[pair]:
                confidence = 0.6 if lower in TITLES else 0.9
                yield RULE.edit(start, lower, right, f"this text has ‘{pair}’ elsewhere", confidence)


def _before_capitals(text: str, word: str) -> Iterator[int]:
    """Where a word in lower case precedes a capital."""
    start = text.find(word + " ")
    while start >= 0:
        end = start + len(word)
        joined = start and (text[start - 1].isalnum() or text[start - 1] in "-’'.")
        if text[end + 1 : end + 2].isupper() and not joined:
            yield start
        start = text.find(word + " ", end)
