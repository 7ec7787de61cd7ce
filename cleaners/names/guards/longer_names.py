"""Names that are part of a longer one: a person, a company, a town in another country."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import (
    FAIR,
    SLIGHT,
    STRONG,
    SUBSTANTIAL,
    VERY_STRONG,
    VETO,
    WEAK,
    Candidate,
    Evidence,
)

_SHORT_APPOSITION = re.compile(r"\A, (?:a|an|one of|which)\b")
_AGE_OR_RELATIVE_CLAUSE = re.compile(
    r"\A, (?:\d\d,|who\b|whom\b|whose (?:wife|husband|lawyer|mother|father|parents)\b)"
)
_PLACE_FOLLOWS = re.compile(r"\A, (?:in )?((?:[^\W\d_a-z][\w.]*[ -]?){1,3})")


def beside_ampersand(candidate: Candidate) -> Evidence | None:
    """Lvov & Sons: a company."""
    context = candidate.context
    start, end, text = context.start, context.end, context.text
    beside = text[max(0, start - 3) : start] + text[end : end + 3]
    if "&" in beside and "&amp" not in text[end : end + 6]:
        return Evidence(STRONG, "part of a company's name")
    return None


def in_other_region(candidate: Candidate) -> Evidence | None:
    """Odessa, Texas; Kiev, in McLean County: another country, state or county follows the name."""
    match = _PLACE_FOLLOWS.match(candidate.context.after)
    if match is None:
        return None
    region = match[1].strip().rstrip(".")
    words = region.split()
    listed = candidate.is_listed(region, "elsewhere") or candidate.is_listed(words[0], "elsewhere")
    if listed or words[-1] in ("County", "Parish"):
        return Evidence(WEAK if candidate.is_misspelling else STRONG, f"the text places it in {region}")
    return None


def inside_capitalised_name(candidate: Candidate) -> Evidence | None:
    """World Health Organization, Organised Crime Agency: a common word inside a name keeps its spelling."""
    context = candidate.context
    if not candidate.found[0].isupper():
        return None
    if context.in_capitals or context.words_before or context.adjacent_after[:1].isupper():
        return Evidence(VETO, "part of a name")
    return None


def after_capitalised_word(candidate: Candidate) -> Evidence | None:
    """Anton Kharkov, Dynamo Kiev, Detective Kharkov: part of another name."""
    context, word = candidate.context, candidate.context.adjacent_before
    if not word or not word[0].isupper() or candidate.is_misspelling:
        return None
    if len(word.rstrip(".")) == 1 and word != "A":
        return Evidence(STRONG, f"the initial {word} makes it a person's name")
    if candidate.is_listed(word, "given-names") or word in candidate.index.given_names:
        return Evidence(STRONG, f"{word} makes it a person's name")
    if context.in_capitals or candidate.is_listed(word, "openers"):
        return None
    if candidate.is_listed(word, "role-words"):
        return Evidence(STRONG, f"{word} makes it a person's name")
    if context.in_title_case or word in candidate.index.places:
        return None
    if context.follows_first_word and word.lower().endswith(("ed", "ing", "ly")):
        return None
    return Evidence(STRONG, f"part of a longer name with {word}")


def after_ruler_or_saint(candidate: Candidate) -> Evidence | None:
    """Vladimir of Kiev, Anne of Kiev: a ruler or a saint, who keeps the name of the time."""
    words = candidate.context.clause_before[-2:]
    if candidate.is_misspelling or len(words) < 2 or words[1] != "of":
        return None
    name = words[0]
    if name[0].isupper() and (candidate.is_listed(name, "given-names") or name in candidate.index.given_names):
        return Evidence(STRONG, f"{name} is named after it, as rulers and saints are")
    return None


def before_age_or_relative_clause(candidate: Candidate) -> Evidence | None:
    """Kharkov, 44, denied it; Lvov, who scored twice: a person."""
    follows = _AGE_OR_RELATIVE_CLAUSE.match(candidate.context.after)
    if candidate.is_misspelling or follows is None or ("who" in follows[0] and candidate.context.words_before):
        return None  # in "his boss in Kiev, who …" the clause belongs to the boss
    return Evidence(STRONG, "an age or a relative clause makes it a person")


def thing_in_another_town(candidate: Candidate) -> Evidence | None:
    """Moscow’s Kiev railway station: something in one town that is named after another."""
    context = candidate.context
    owner = context.words_before[-1] if context.words_before and context.before.endswith(" ") else ""
    if candidate.is_misspelling or not owner[:1].isupper():
        return None
    if not owner.endswith(("'s", "’s")) or owner.startswith("Ukraine"):
        return None
    thing = next((word for word in context.words_after[:3] if candidate.is_listed(word, "things-in-town")), "")
    return Evidence(VERY_STRONG, f"the name of a {thing.lower()} in another town") if thing else None


def after_role_noun(candidate: Candidate) -> Evidence | None:
    """The defender Kharkov; the defender, Kharkov, …: a person's role before what would otherwise be a place."""
    context = candidate.context
    word = context.adjacent_before
    if not word and context.before.endswith(", ") and context.after.startswith(", "):
        word = context.words_before[-1] if context.words_before else ""
    if candidate.is_misspelling or not candidate.is_listed(word, "role-words"):
        return None
    return Evidence(STRONG, f"{word} makes it a person's name")


def before_capitalised_word(candidate: Candidate) -> Evidence | None:
    """Odessa Shipping Ltd, The Odessa File: part of a registered name or a title."""
    context, word = candidate.context, candidate.context.adjacent_after
    if not word or not word[0].isupper():
        return None
    if word in candidate.index.people_by_surname:
        return Evidence(VETO, f"a given name before {word}")
    if context.in_capitals or candidate.is_listed(word, "place-nouns") or candidate.is_listed(word, "openers"):
        return None
    near = context.words_after[:4]
    body = next((other for other in near if candidate.is_listed(other, "bodies") and other[0].isupper()), "")
    if body:
        return Evidence(SLIGHT if candidate.is_misspelling else STRONG, f"part of a registered name with {body}")
    if context.in_title_case or candidate.is_misspelling:
        return None
    weight = FAIR if candidate.variant_kind == "transliteration" else STRONG
    return Evidence(weight, f"part of a longer name with {word}")


def after_indefinite_article(candidate: Candidate) -> Evidence | None:
    """A Kiev is only as good as its butter; a decent Kiev on Thursdays: a countable thing, not a place."""
    context = candidate.context
    if candidate.is_misspelling or context.text[context.end : context.end + 1] == "-":
        return None
    words = context.clause_before[-3:]
    distance = next((n for n, word in enumerate(reversed(words)) if word.lower() in ("a", "an", "another")), -1)
    adjectives = words[len(words) - distance :] if distance > 0 else []
    if distance < 0 or not all(_is_plain_adjective(word, candidate) for word in adjectives):
        return None
    follows = context.adjacent_after
    if follows and not (candidate.is_listed(follows, "openers") or candidate.is_listed(follows, "after-article")):
        return None
    article = words[len(words) - 1 - distance]
    return Evidence(SUBSTANTIAL if adjectives else STRONG, f"a countable noun ({article} …)")


def _is_plain_adjective(word: str, candidate: Candidate) -> bool:
    """Whether a word may be an adjective that would not describe a place: decent, but not besieged, and not in."""
    if not word.islower() or word.endswith(("ed", "ing", "er", "torn", "hit")):
        return False
    return not (candidate.is_listed(word, "openers") or candidate.is_listed(word, "in-a-place"))


def after_definite_article(candidate: Candidate) -> Evidence | None:
    """The Kiev I had for lunch; the Kiev, a diner: a thing of that name. In “the Kiev mayor” it is the place."""
    context = candidate.context
    if candidate.variant_kind != "exonym" or context.adjacent_before.lower() != "the":
        return None
    if _SHORT_APPOSITION.match(context.after):
        return Evidence(SUBSTANTIAL, "an article before it and an apposition after it")
    if candidate.is_listed(candidate.found, "takes-article") or context.text[context.end : context.end + 1] == "-":
        return None
    if not candidate.is_listed(context.adjacent_after, "after-thing"):
        return None
    return Evidence(SUBSTANTIAL, "an article before it and no noun after it")


def article_of_next_noun(candidate: Candidate) -> Evidence | None:
    """In “the Ukraine war” the article belongs to the war; in “the Ukraine is a country” it is part of the name."""
    if not candidate.found.lower().startswith("the ") or candidate.target.lower().startswith("the "):
        return None
    word = candidate.context.adjacent_after
    if not word or candidate.is_listed(word, "after-article") or (word.islower() and word.endswith("ed")):
        return None
    return Evidence(VETO, f"the article belongs to {word}")
