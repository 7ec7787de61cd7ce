"""Names that lost a capital though their letters are also a word: `united States`, `mason Bell`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.typos.tokens import WORD

# Names whose first word is an ordinary one; written so, the rest is never right without its capital.
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

# First names that are words too, and not such as stand before a name for another reason (will, grant, chase, best).
FIRST_NAMES = frozenset(
    ("amber", "angel", "autumn", "barry", "basil", "brandy", "brook", "carol", "carter", "cherry", "christian", "clay",
     "cliff", "cooper", "daisy", "dale", "dawn", "dean", "ernest", "faith", "frank", "gene", "glen", "grace", "hazel",
     "heath", "heather", "herb", "holly", "hunter", "iris", "ivy", "jack", "jade", "jasmine", "jay", "jerry",
     "josh", "joy", "lance", "laurel", "lily", "mason", "melody", "miles", "myrtle", "olive", "parker", "paris",
     "pearl", "penny", "poppy", "ray", "reed", "robin", "ruby", "rusty", "sandy", "scarlet", "sierra", "sterling",
     "taylor", "terry", "tommy", "tony", "tyler", "victor", "viola", "violet", "wade", "warren", "wayne")
)  # fmt: skip

LONGEST_NAME = 64  # code points


def half_lost(text: str, firsts: Collection[str]) -> Iterator[Edit]:
    """The first word of a name of two words; `firsts` are those of `REST_OF` among the words of the text."""
    for first in REST_OF.keys() & firsts:
        for at in _before_capitals(text, first):
            rest = next((r for r in REST_OF[first] if text.startswith(r, at + len(first) + 1)), "")
            end = at + len(first) + 1 + len(rest)
            if rest and not text[end : end + 1].isalnum():
                name = f"{first.capitalize()} {rest}"
                yield Edit("typos", "typos/lost-capital", at, first, first.capitalize(), f"‘{name}’ is a name", 0.98)


def names_in_small_letters(text: str, before_capitals: Iterable[str], chunks: Collection[str]) -> Iterator[Edit]:
    """First names and titles before a name, where the text has the pair with both capitals too.

    `before_capitals` are the chunks to look at, `chunks` all that stands between the blanks of the text.
    """
    lowers = dict.fromkeys(WORD.findall(chunk)[-1] for chunk in before_capitals)
    there = frozenset(chunks) if lowers else frozenset()
    pairs: dict[str, bool] = {}  # whether the text has them
    for lower in lowers:
        right = lower.capitalize()
        if lower not in there or right not in there:
            continue
        for at in _before_capitals(text, lower):
            begin = at + len(lower) + 1
            following = text[begin : begin + LONGEST_NAME].split(maxsplit=1)[0].rstrip(".,;:!?”’\"')")
            pair = f"{right} {following}"
            if pair not in pairs:
                pairs[pair] = following.isalpha() and pair in text
            if pairs[pair]:
                why = f"‘{pair}’ stands elsewhere in this text"
                sure, status = (0.6, SUGGESTED) if lower in TITLES else (0.9, APPLIED)
                yield Edit("typos", "typos/lost-capital", at, lower, right, why, sure, status)


def _before_capitals(text: str, word: str) -> Iterator[int]:
    """Where a word in small letters stands before a capital."""
    at = text.find(word + " ")
    while at >= 0:
        end = at + len(word)
        if text[end + 1 : end + 2].isupper() and not (at and (text[at - 1].isalnum() or text[at - 1] in "-’'.")):
            yield at
        at = text.find(word + " ", end)
