"""Wrong verb forms and nouns in place of adjectives, judged by the words around them: suggested, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.lexicon.lexicon import GOOD
from faircopy.cleaners.typos.rule_api import TokenizedText, last_word, pair_where, runs_on

RULE = define("typos/grammar", "Suggests word forms that agree with the words around them.", default="suggest")
CONFIDENCE = 0.5

# "Officials have blaming delays": the writer meant "have blamed" or "are blaming".
HAVE_DOING = re.compile(r"(?P<have>have|has) (?P<verb>[a-z]{3,})ing (?=[a-z])")
# The adjective of a country, which belongs before the nouns below.
ADJECTIVES = {
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

HAVE_AND_DOING = pair_where(frozenset(["have", "has"]), lambda token: token.text.endswith("ing"))
COUNTRY_AND_NOUN = pair_where(frozenset(ADJECTIVES), lambda token: token.text.startswith(GOVERNED_NOUNS))


@runs_on(HAVE_AND_DOING)
def have_doing(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest both corrections of `have blaming`: `have blamed` and `are blaming`."""
    text = doc.text
    for have in ("have ", "has "):
        start = text.find(have)
        while start >= 0:
            match = HAVE_DOING.match(text, start)
            if match and not text[start - 1 : start].isalnum() and doc.lexicon.flags(match["verb"] + "ed") & GOOD:
                past, be = match["verb"] + "ed", "are" if match["have"] == "have" else "is"
                before, doing = match[0][:-1], f"{be} {match['verb']}ing"
                why = f"‘{match['have']}’ takes ‘{past}’; the other reading is ‘{doing}’"
                yield RULE.edit(start, before, f"{match['have']} {past}", why, CONFIDENCE)
                yield RULE.edit(start, before, doing, f"or else ‘{match['have']} {past}’", CONFIDENCE)
            start = text.find(have, start + len(have))


@runs_on(COUNTRY_AND_NOUN)
def country_for_adjective(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest the adjective for a country's name: `angered Ukraine government`."""
    text = doc.text
    for country in dict.fromkeys(map(last_word, doc.matching(COUNTRY_AND_NOUN))):
        adjective = ADJECTIVES[country]
        start = text.find(f" {country} ") + 1
        while start:
            if GOVERNED.match(text, start + len(country)) and BEFORE_COUNTRY.search(text[max(0, start - 12) : start]):
                yield RULE.edit(
                    start, country, adjective, f"‘{adjective}’ is the usual word before such a noun", CONFIDENCE
                )
            start = text.find(f" {country} ", start + len(country)) + 1
