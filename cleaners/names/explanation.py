"""A decision as an edit, and its reason as a sentence for the reader."""

from __future__ import annotations

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.names.casing import fitted
from faircopy.cleaners.names.evidence import Case
from faircopy.cleaners.names.scoring import Decision

# The rule a change is logged under and what the form found is called, by the kind of the variant.
RULES = {
    "misspelling": ("names/misspelling", "a misspelling of"),
    "capital": ("names/lost-capital", "the name without its capital:"),
    "transliteration": ("names/transliteration", "another transliteration of"),
    "exonym": ("names/transliteration", "an older English form of"),
    "former name": ("names/former-name", "a former name of"),
    "style": ("names/house-style", "an accepted spelling of"),
    "slip": ("names/fuzzy", "one slip away from"),
}


def edit_of(case: Case, kind: str, decision: Decision, because: str = "", entity: str = "") -> Edit | None:
    """The edit that a decision comes to; None where the name is left alone or is right already.

    `because` is the style that asks for the form; `entity` the name of who is meant, where the target is
    only part of it.
    """
    after = written_out(case)
    if decision.action == "leave" or after == case.found:
        return None
    rule, called = RULES[kind]
    return Edit(
        stage="names",
        rule=rule,
        start=case.around.start,
        before=case.found,
        after=after,
        reason=_reason(f"{called} {entity or case.target}", because, decision),
        confidence=decision.confidence,
        status=APPLIED if decision.action == "apply" else SUGGESTED,
    )


def written_out(case: Case) -> str:
    """The target in the letters of what was found; a small initial becomes a capital where a sentence begins."""
    after = fitted(case.found, case.target)
    return after[0].upper() + after[1:] if case.found[0].isupper() and not case.around.words_before else after


def _reason(what: str, because: str, decision: Decision) -> str:
    for_it = ", ".join(one.says for one in decision.evidence if one.weight > 0)
    against = ", ".join(one.says for one in decision.evidence if one.weight < 0)
    parts = [f"{what} ({because})" if because else what]
    parts += [f"for it: {for_it}"] if for_it else []
    parts += [f"against it: {against}"] if against else []
    return "; ".join(parts)
