"""The rules of the stage `names`: a decision becomes an edit, with a reason for the reader."""

from __future__ import annotations

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.names.casing import match_case
from faircopy.cleaners.names.evidence import Candidate
from faircopy.cleaners.names.scoring import Decision
from faircopy.cleaners.rule import define

THRESHOLD = 0.8  # confidence; in the sum of the evidence (docs/packs.md): 1.4

FORMER_NAME = define(
    "names/former-name", "Replaces the former name of a place, mostly as a suggestion.", threshold=THRESHOLD
)
FUZZY = define("names/fuzzy", "Corrects names one letter away from a long name in the packs.", threshold=THRESHOLD)
HOUSE_STYLE = define(
    "names/house-style", "Replaces accepted spellings by the one the chosen style uses.", threshold=THRESHOLD
)
LOST_CAPITAL = define("names/lost-capital", "Restores the capital of names in the packs.", threshold=THRESHOLD)
MISSPELLING = define("names/misspelling", "Corrects misspellings listed in the packs.", threshold=THRESHOLD)
TRANSLITERATION = define(
    "names/transliteration", "Replaces other transliterations and older English forms of names.", threshold=THRESHOLD
)

# For each kind of variant, the rule and how the reason calls the form found.
RULES = {
    "misspelling": (MISSPELLING, "a misspelling of"),
    "capital": (LOST_CAPITAL, "the name without its capital:"),
    "transliteration": (TRANSLITERATION, "another transliteration of"),
    "exonym": (TRANSLITERATION, "an older English form of"),
    "former name": (FORMER_NAME, "a former name of"),
    "style": (HOUSE_STYLE, "an accepted spelling of"),
    "fuzzy": (FUZZY, "one letter away from"),
}


def make_edit(candidate: Candidate, kind: str, decision: Decision, because: str = "", entity: str = "") -> Edit | None:
    """The edit that carries out a decision; None if the name is left alone or is already right.

    `kind` is a variant kind, or `fuzzy`. `because` is the style that asks for the form. `entity` is the
    full name of the person meant, where the target is only part of it.
    """
    after = target_in_case(candidate)
    if decision.action == "leave" or after == candidate.found:
        return None
    rule, relation = RULES[kind]
    reason = _reason(f"{relation} {entity or candidate.target}", because, decision)
    suggest = decision.action == "suggest"
    return rule.edit(candidate.context.start, candidate.found, after, reason, decision.confidence, suggest=suggest)


def target_in_case(candidate: Candidate) -> str:
    """The target with the capitals of the form found, also of one that opens a sentence."""
    after = match_case(candidate.found, candidate.target)
    opens_sentence = candidate.found[0].isupper() and not candidate.context.words_before
    return after[0].upper() + after[1:] if opens_sentence else after


def _reason(what: str, because: str, decision: Decision) -> str:
    for_it = ", ".join(one.reason for one in decision.evidence if one.weight > 0)
    against = ", ".join(one.reason for one in decision.evidence if one.weight < 0)
    parts = [f"{what} ({because})" if because else what]
    parts += [f"for it: {for_it}"] if for_it else []
    parts += [f"against it: {against}"] if against else []
    return "; ".join(parts)
