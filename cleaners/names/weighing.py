"""From evidence to a decision: apply, suggest or leave alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from cleaners.names.guards import GUARDS, Case, Evidence
from cleaners.names.pack import Context

# What a policy and a kind of variant say before anything around the name is looked at.
PRIOR = {
    ("apply", "misspelling"): 6.0,
    ("apply", "capital"): 5.0,
    ("apply", "transliteration"): 3.5,
    ("apply", "style"): 3.5,
    ("apply", "exonym"): 2.5,
    ("apply", "former name"): 2.5,
    ("context", "misspelling"): -0.5,
    ("context", "capital"): 0.0,
    ("style", "misspelling"): 3.0,
}
BY_POLICY = {"apply": 3.0, "context": -1.0, "style": 3.0, "in_document": 3.0, "suggest": 0.5}
APPLY = 1.4
SUGGEST = -1.0


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, how sure, and the evidence in words."""

    action: str  # apply, suggest or leave
    confidence: float
    evidence: tuple[Evidence, ...]


def decide(case: Case, policy: str, listens: Sequence[str], extra: Sequence[Evidence] = ()) -> Decision:
    """Weigh a case. `listens` are contexts the variant names; `extra` is evidence found elsewhere."""
    heard = list(_from_contexts(case, listens))
    found = [*extra, *_from_guards(case), *(evidence for _, evidence in heard)]
    score = PRIOR.get((policy, case.variant_kind), BY_POLICY[policy]) + sum(one.weight for one in found)
    confidence = round(1 / (1 + exp(-score)), 2)
    if policy == "suggest":
        return Decision("suggest" if score > SUGGEST else "leave", min(confidence, 0.5), tuple(found))
    action = "apply" if score >= APPLY else "suggest" if score > SUGGEST else "leave"
    if policy == "context" and action == "apply" and not (extra or any(name in listens for name, _ in heard)):
        action = "suggest"
    return Decision(action, confidence, tuple(found))


def _from_guards(case: Case) -> Iterator[Evidence]:
    for guard in GUARDS:
        if evidence := guard(case):
            yield evidence


def _from_contexts(case: Case, listens: Sequence[str]) -> Iterator[tuple[str, Evidence]]:
    for context in case.table.contexts.values():
        if _concerns(context, case, listens) and (word := _heard(context, case)):
            yield context.name, Evidence(context.weight, f"{context.says} (“{word}”)")


def _concerns(context: Context, case: Case, listens: Sequence[str]) -> bool:
    if context.name in listens:
        return True
    if not context.entities and not context.variants:
        return False
    return (not context.entities or case.entity_kind in context.entities) and (
        not context.variants or case.variant_kind in context.variants
    )


def _heard(context: Context, case: Case) -> str:
    """The first word of a context that stands where it listens, or nothing."""
    around = case.around
    if context.where == "document":
        return _in_document(context, around.text)
    before, after = around.words_before, around.words_after
    if context.where == "before":
        before, after = around.clause_before[-context.within :], []
    elif context.where == "after":
        before, after = [], around.clause_after[: context.within]
    elif context.where == "near":
        before, after = before[-context.within :], after[: context.within]
    for word in (*reversed(before), *after):
        plain = word.lower().replace("’", "'").removesuffix("'s")
        if plain in context.words:
            return word
    if context.phrases:
        passage = f" {' '.join([*before, chr(0), *after])} ".lower().replace("’", "'")
        return next((phrase for phrase in context.phrases if f" {phrase} " in passage), "")
    return ""


@lru_cache(maxsize=8)
def _in_document(context: Context, text: str) -> str:
    """The word of a context that stands in the document at least `within` times, all words counted together."""
    seen = Counter(word for word in re.findall(r"[^\W_]+", text) if word.lower() in context.words)
    return seen.most_common(1)[0][0] if seen.total() >= context.within else ""
