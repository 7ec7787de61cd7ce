"""From evidence to a decision: apply, suggest or leave alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from faircopy.cleaners.names.context import Surroundings
from faircopy.cleaners.names.evidence import Case, Evidence
from faircopy.cleaners.names.guards import GUARDS
from faircopy.cleaners.names.pack import Context

# What a policy and a kind of variant say before anything around the name is looked at.
PRIOR = {
    ("apply", "misspelling"): 6.0,
    ("apply", "capital"): 5.0,
    ("apply", "transliteration"): 3.5,
    ("apply", "style"): 3.5,
    ("apply", "exonym"): 2.5,
    ("apply", "former name"): 2.5,
    ("context", "exonym"): 0.0,
    ("style", "misspelling"): 3.0,
}
BY_POLICY = {"apply": 3.0, "context": -1.0, "style": 3.0, "in_document": 3.0, "full_name": 3.0, "suggest": 0.5}
SUGGEST = -1.0
MOST_WORDS_AGAINST = 2  # words of one context that count
MOST_OF_A_SUGGESTION = 0.5  # confidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, how sure, and the evidence in words."""

    action: str  # apply (from the threshold of the rule on), suggest or leave
    confidence: float
    evidence: tuple[Evidence, ...]


def decide(
    case: Case, policy: str, listens: tuple[str, ...], extra: Sequence[Evidence] = (), answered: bool = False
) -> Decision:
    """Weigh a case. `listens` are contexts the variant names; `extra` is evidence found elsewhere.

    Policy `context` applies only, and a `suggest` that names contexts speaks only, where one of them is heard,
    or where the `extra` evidence answers for it.
    """
    heard = list(_from_contexts(case, listens))
    found = (*extra, *_from_guards(case), *(evidence for _, evidence in heard))
    score = PRIOR.get((policy, case.variant_kind), BY_POLICY[policy]) + sum(one.weight for one in found)
    confidence = round(1 / (1 + exp(-score)), 2)
    asked_for = not listens or answered or any(name in listens and evidence.weight > 0 for name, evidence in heard)
    if score <= SUGGEST or (policy == "suggest" and not asked_for):
        return Decision("leave", confidence, found)
    if policy == "suggest":
        return Decision("suggest", min(confidence, MOST_OF_A_SUGGESTION), found)
    may_apply = policy != "context" or asked_for
    return Decision("apply" if may_apply else "suggest", confidence, found)


def _from_guards(case: Case) -> Iterator[Evidence]:
    for guard in GUARDS[case.entity_kind]:
        if evidence := guard(case):
            yield evidence


def _from_contexts(case: Case, listens: tuple[str, ...]) -> Iterator[tuple[str, Evidence]]:
    for context in case.table.listening(case.entity_kind, case.variant_kind, listens):
        words = _heard(context, case.around)
        if words:
            weight = context.weight * (min(len(words), MOST_WORDS_AGAINST) if context.weight < 0 else 1)
            yield context.name, Evidence(weight, f"{context.says} (“{'”, “'.join(words[:MOST_WORDS_AGAINST])}”)")


def _heard(context: Context, around: Surroundings) -> list[str]:
    """The words of a context that stand where it listens; else its first phrase there; else nothing."""
    if context.where == "document":
        return _in_document(context, around.text)
    if context.where == "sentence":
        words: Collection[str] = context.words & around.sentence_words
        return sorted(words) or _phrases(context, around.passage)
    near: list[str] = []
    if context.where == "apposition":
        near += around.apposition[: context.within]
    elif context.where != "after":
        near += around.near_before[-context.within :]
    if context.where in ("after", "near"):
        near += ["\0", *around.near_after[: context.within]]
    return [word for word in near if word in context.words] or _phrases(context, f" {' '.join(near)} ")


def _phrases(context: Context, passage: str) -> list[str]:
    return [phrase for phrase in context.phrases if f" {phrase} " in passage][:1]


@lru_cache(maxsize=8)
def _in_document(context: Context, text: str) -> list[str]:
    """The word of a context that stands in the document at least `within` times, all words counted together."""
    seen = Counter(word for word in re.findall(r"[^\W_]+", text) if word.lower() in context.words)
    return [seen.most_common(1)[0][0]] if seen.total() >= context.within else []
