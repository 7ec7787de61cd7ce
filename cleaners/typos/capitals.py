"""Names that lost a capital though their letters are also a word: `united States`, `mason Rudolph`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cleaners.edits import SUGGESTED, Edit

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


def half_lost(text: str, firsts: Collection[str]) -> Iterator[Edit]:
    """The first word of a name of two words; `firsts` are those of `REST_OF` among the words of the text."""
    for first in REST_OF.keys() & firsts:
        for at in _before_capitals(text, first):
            rest = next((r for r in REST_OF[first] if text.startswith(r, at + len(first) + 1)), "")
            if rest and not text[at + len(first) + 1 + len(rest) :][:1].isalnum():
                name = f"{first.capitalize()} {rest}"
                yield Edit("typos", "typos/lost-capital", at, first, first.capitalize(), f"‘{name}’ is a name", 0.98)


def names_in_small_letters(text: str, words: Collection[str], also_names: frozenset[str]) -> Iterator[Edit]:
    """First names and titles before a name, where the text has the pair with both capitals too."""
    for lower in also_names.intersection(words):
        right = lower.capitalize()
        if len(lower) > 3 and right in words:
            for at in _before_capitals(text, lower):
                following = text[at + len(lower) + 1 :].split(maxsplit=1)[0].rstrip(".,;:!?”’\"')")
                pair = f"{right} {following}"
                if following.isalpha() and pair in text:
                    why = f"‘{pair}’ stands elsewhere in this text"
                    found = Edit("typos", "typos/lost-capital", at, lower, right, why, 0.9)
                    yield (
                        found
                        if lower not in TITLES
                        else Edit("typos", found.rule, at, lower, right, why, 0.6, SUGGESTED)
                    )


def _before_capitals(text: str, word: str) -> Iterator[int]:
    """Where a word in small letters stands before a capital."""
    at = text.find(word + " ")
    while at >= 0:
        end = at + len(word)
        if text[end + 1 : end + 2].isupper() and not (at and (text[at - 1].isalnum() or text[at - 1] in "-’'.")):
            yield at
        at = text.find(word + " ", end)
