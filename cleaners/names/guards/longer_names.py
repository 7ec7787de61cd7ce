"""Names that are part of a longer one: a person, a company, a town in another country."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import CERTAIN, FAIR, STRONG, WEAK, Case, Evidence

# Kinds that stand beside other capitals as a matter of course, or have guards of their own.
NO_LONGER_NAMES = frozenset({"people", "term", "person", "word"})
_SHORTLY_DESCRIBED = re.compile(r"\A, (?:a|an|one of|which)\b")
_OF_SOMEBODY = re.compile(r"\A, (?:\d\d,|who\b|whom\b|whose (?:wife|husband|lawyer|mother|father|parents)\b)")
_PLACE_FOLLOWS = re.compile(r"\A, (?:in )?((?:[^\W\d_a-z][\w.]*[ -]?){1,3})")


def firm(case: Case) -> Evidence | None:
    """Lvov & Sons."""
    around = case.around
    near = around.text[max(0, around.start - 3) : around.start] + around.text[around.end : around.end + 3]
    if "&" in near and "&amp" not in around.text[around.end : around.end + 6] and case.entity_kind == "place":
        return Evidence(STRONG, "part of a firm's name")
    return None


def elsewhere(case: Case) -> Evidence | None:
    """Odessa, Texas; Kiev, in McLean County: another country, state or county follows the name."""
    match = _PLACE_FOLLOWS.match(case.around.after) if case.entity_kind == "place" else None
    if match is None:
        return None
    place = match[1].strip().rstrip(".")
    words = place.split()
    if case.listed("elsewhere", place) or case.listed("elsewhere", words[0]) or words[-1] in ("County", "Parish"):
        return Evidence(WEAK if case.is_misspelling else STRONG, f"{place} is named as where it lies")
    return None


def part_of_a_name(case: Case) -> Evidence | None:
    """World Health Organization, Organised Crime Agency: a common word inside a name keeps its spelling."""
    if case.entity_kind != "word" or not case.found[0].isupper():
        return None
    if case.around.in_capitals or case.around.words_before or case.around.joined_after[:1].isupper():
        return Evidence(CERTAIN, "part of a name")
    return None


def capital_before(case: Case) -> Evidence | None:
    """Anton Kharkov, Dynamo Kiev, Detective Kharkov: part of another name."""
    word = case.around.joined_before
    if not word or not word[0].isupper() or case.is_misspelling or case.entity_kind in NO_LONGER_NAMES:
        return None
    if len(word.rstrip(".")) == 1 and word != "A":
        return Evidence(STRONG, f"the initial {word} makes it a person's name")
    if case.listed("given-names", word) or word in case.table.givens:
        return Evidence(STRONG, f"{word} makes it a person's name")
    if case.around.in_capitals or case.listed("openers", word):
        return None
    if case.listed("role-words", word):
        return Evidence(STRONG, f"{word} makes it a person's name")
    if case.around.is_headline or word in case.table.places:
        return None
    if case.around.opens_sentence and word.lower().endswith(("ed", "ing", "ly")):
        return None
    return Evidence(STRONG, f"part of a longer name with {word}")


def bearer_of_old(case: Case) -> Evidence | None:
    """Vladimir of Kiev, Anne of Kiev: a ruler or a saint, called by the name of the time."""
    words = case.around.clause_before[-2:]
    if case.entity_kind != "place" or case.is_misspelling or len(words) < 2 or words[1] != "of":
        return None
    if words[0][0].isupper() and (case.listed("given-names", words[0]) or words[0] in case.table.givens):
        return Evidence(STRONG, f"{words[0]} is called after it, as rulers and saints are")
    return None


def somebody(case: Case) -> Evidence | None:
    """Kharkov, 44, denied it; Lvov, who scored twice: an age or a who make it a person."""
    follows = _OF_SOMEBODY.match(case.around.after) if case.entity_kind == "place" else None
    if follows is None or case.is_misspelling or ("who" in follows[0] and case.around.words_before):
        return None  # his boss in Kiev, who …: of the boss
    return Evidence(STRONG, "an age or a relative clause makes it a person")


def named_after(case: Case) -> Evidence | None:
    """Moscow’s Kiev railway station: something in one town that is named after another."""
    around = case.around
    word = around.words_before[-1] if around.words_before and around.before.endswith(" ") else ""
    if case.entity_kind != "place" or case.is_misspelling or not word[:1].isupper():
        return None
    if not word.endswith(("'s", "’s")) or word.startswith("Ukraine"):
        return None
    thing = next((w for w in around.words_after[:3] if case.listed("things-in-town", w)), "")
    return Evidence(1.5 * STRONG, f"a {thing.lower()} in a town, called after another") if thing else None


def role_before(case: Case) -> Evidence | None:
    """The defender Kharkov; the defender, Kharkov, …: a role before what would else be a place."""
    around = case.around
    word = around.joined_before
    if not word and around.before.endswith(", ") and around.after.startswith(", "):
        word = around.words_before[-1] if around.words_before else ""
    if case.entity_kind != "place" or case.is_misspelling or not case.listed("role-words", word):
        return None
    return Evidence(STRONG, f"{word} makes it a person's name")


def capital_after(case: Case) -> Evidence | None:
    """Odessa Shipping Ltd, The Odessa File: part of a registered name or a title."""
    word = case.around.joined_after
    if not word or not word[0].isupper() or case.entity_kind in NO_LONGER_NAMES:
        return None
    if word in case.table.bearers:
        return Evidence(CERTAIN, f"a given name before {word}")
    if case.around.in_capitals or case.listed("place-nouns", word) or case.listed("openers", word):
        return None
    near = case.around.words_after[:4]
    body = next((other for other in near if case.listed("bodies", other) and other[0].isupper()), "")
    if body:
        return Evidence(-1.5 if case.is_misspelling else STRONG, f"part of a registered name with {body}")
    if case.around.is_headline or case.is_misspelling:
        return None
    return Evidence(FAIR if case.variant_kind == "transliteration" else STRONG, f"part of a longer name with {word}")


def countable(case: Case) -> Evidence | None:
    """A Kiev is only as good as its butter; a decent Kiev on Thursdays: one of many, not a place."""
    words = case.around.clause_before[-3:]
    if (
        case.entity_kind != "place"
        or case.is_misspelling
        or case.around.text[case.around.end : case.around.end + 1] == "-"
    ):
        return None
    number = next((n for n, word in enumerate(reversed(words)) if word.lower() in ("a", "an", "another")), -1)
    between = words[len(words) - number :] if number > 0 else []
    if number < 0 or any(not _describes(word, case) for word in between):
        return None
    follows = case.around.joined_after
    if follows and not (case.listed("openers", follows) or case.listed("after-article", follows)):
        return None
    return Evidence(STRONG if number == 0 else -4.0, f"one of many ({words[len(words) - 1 - number]} …)")


def with_article(case: Case) -> Evidence | None:
    """The Kiev I had for lunch; the Kiev, a diner: things of that name, as the Kiev mayor is not."""
    around = case.around
    if case.variant_kind != "exonym" or case.entity_kind != "place" or around.joined_before.lower() != "the":
        return None
    if _SHORTLY_DESCRIBED.match(around.after):
        return Evidence(-4.0, "an article before it, and what it is behind it")
    if (
        case.listed("takes-article", case.found)
        or not case.listed("after-thing", around.joined_after)
        or around.text[around.end] == "-"
    ):
        return None
    return Evidence(-4.0, "an article before it and no noun after it")


def _describes(word: str, case: Case) -> bool:
    """Whether a word may be an adjective that says nothing of a place: decent, but not besieged, and not in."""
    if not word.islower() or word.endswith(("ed", "ing", "er", "torn", "hit")):
        return False
    return not (case.listed("openers", word) or case.listed("in-a-place", word))


def article(case: Case) -> Evidence | None:
    """The Ukraine is a country, the Ukraine war is not: the article belongs to the noun that follows."""
    if not case.found.lower().startswith("the ") or case.target.lower().startswith("the "):
        return None
    word = case.around.joined_after
    if not word or case.listed("after-article", word) or (word.islower() and word.endswith("ed")):
        return None
    return Evidence(CERTAIN, f"the article belongs to {word}")
