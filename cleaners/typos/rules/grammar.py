"""Grammar that the words around give away: suggested, never applied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from faircopy.cleaners.edits import SUGGESTED, Edit
from faircopy.cleaners.typos.lexicon.lexicon import GOOD, Lexicon

# "Officials have blaming delays": the writer meant "have blamed" or "are blaming".
HAVE_DOING = re.compile(r"(?P<have>have|has) (?P<verb>[a-z]{3,})ing (?=[a-z])")
# The adjective that goes before these nouns, by country.
PEOPLE = {
    "Ukraine": "Ukrainian", "Russia": "Russian", "China": "Chinese", "Israel": "Israeli", "Iran": "Iranian",
    "Syria": "Syrian", "Turkey": "Turkish", "Germany": "German", "France": "French", "Poland": "Polish",
    "America": "American", "India": "Indian", "Pakistan": "Pakistani", "Iraq": "Iraqi", "Egypt": "Egyptian",
    "Italy": "Italian", "Spain": "Spanish", "Japan": "Japanese", "Canada": "Canadian", "Mexico": "Mexican",
}  # fmt: skip
GOVERNED_NOUNS = (
    "government", "army", "military", "forces", "soldiers", "soldier", "troops", "people", "leadership", "parliament",
)  # fmt: skip
GOVERNED = re.compile(rf" (?:{'|'.join(GOVERNED_NOUNS)})\b(?! (?:in|of)\b)")
BEFORE_COUNTRY = re.compile(r"(?:\b(?:with|by|of|against|to|and|for|the)|ed) $")
# "Overly optimistic, Says Times": a headline whose other words have capitals.
SAYS = re.compile(r"^[A-Z][^\n]{3,90}, (?:Says|Believes|Reports|Admits|Claims) [A-Z][^\n.!?]{1,40}$", re.MULTILINE)
SAYING = ("Says", "Believes", "Reports", "Admits", "Claims")
SMALL_WORD = re.compile(r"(?<![\w’'.-])(?!(?:and|but|for|the|with|from|via)\b)[a-z]{4,}\b")
ENOUGH_HEADLINES = 3


def have_doing(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """`have blaming delays`: have before a present participle."""
    for have in ("have ", "has "):
        at = text.find(have)
        while at >= 0:
            match = HAVE_DOING.match(text, at)
            if match and not text[at - 1 : at].isalnum() and lexicon.flags(match["verb"] + "ed") & GOOD:
                past, be = match["verb"] + "ed", "are" if match["have"] == "have" else "is"
                doing = f"{be} {match['verb']}ing"
                why = f"‘{match['have']}’ takes ‘{past}’; the other reading is ‘{doing}’"
                yield _suggested("grammar", at, match[0][:-1], f"{match['have']} {past}", why)
                yield _suggested("grammar", at, match[0][:-1], doing, f"or else ‘{match['have']} {past}’")
            at = text.find(have, at + len(have))


def countries(text: str, words: Collection[str]) -> Iterator[Edit]:
    """`angered Ukraine government`: a country where its adjective belongs."""
    for country in PEOPLE.keys() & words:
        at = text.find(f" {country} ") + 1
        while at:
            if GOVERNED.match(text, at + len(country)) and BEFORE_COUNTRY.search(text[max(0, at - 12) : at]):
                why = f"‘{PEOPLE[country]}’ is the usual word before such a noun"
                yield _suggested("grammar", at, country, PEOPLE[country], why)
            at = text.find(f" {country} ", at + len(country)) + 1


def headline_capitals(text: str, words: Mapping[str, int]) -> Iterator[Edit]:
    """A word of a headline in small letters, where the other headlines of its kind have capitals."""
    if sum(words.get(saying, 0) for saying in SAYING) < ENOUGH_HEADLINES:
        return
    headlines = list(SAYS.finditer(text))
    small = [(line, word) for line in headlines for word in SMALL_WORD.finditer(line[0])]
    if len(headlines) < ENOUGH_HEADLINES or len({line.start() for line, _ in small}) > 1:
        return
    for line, word in small:
        start = line.start() + word.start()
        yield _suggested("headline-capital", start, word[0], word[0].capitalize(), "the other headlines have capitals")


def _suggested(rule: str, start: int, before: str, after: str, why: str) -> Edit:
    return Edit("typos", f"typos/{rule}", start, before, after, why, 0.5, SUGGESTED)
