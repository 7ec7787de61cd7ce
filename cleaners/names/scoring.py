"""From evidence to a decision: a change is proposed, suggested or not made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from faircopy.cleaners.names.context import MentionContext
from faircopy.cleaners.names.evidence import Candidate, Evidence
from faircopy.cleaners.names.guards import GUARDS
from faircopy.cleaners.names.pack import ContextWords

# Log-odds that a policy and a kind of variant give before any evidence is read.
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
PRIOR_OF_POLICY = {"apply": 3.0, "context": -1.0, "style": 3.0, "in_document": 3.0, "full_name": 3.0, "suggest": 0.5}
SUGGEST = -1.0  # log-odds; at or below it not even a suggestion is made
MOST_WORDS_AGAINST = 2  # words of one list that count against a change
MOST_OF_A_SUGGESTION = 0.5  # confidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a candidate, its confidence (0 to 1), and the evidence for the log.

    `action` is `leave`, `suggest`, or `apply`: the threshold of the rule then decides.
    """

    action: str
    confidence: float
    evidence: tuple[Evidence, ...]


def decide(
    candidate: Candidate,
    policy: str,
    contexts: tuple[str, ...],
    extra: Sequence[Evidence] = (),
    stands_in: bool = False,
) -> Decision:
    """Add up the evidence about a candidate.

    `contexts` are those the variant names in its row; `extra` is evidence from elsewhere in the document.
    With policy `context` (or `suggest` with contexts) the change is made only if a named context
    matches, or if `stands_in` says that the `extra` evidence takes its place.
    """
    matching = list(_matching_contexts(candidate, contexts))
    evidence = (*extra, *_from_guards(candidate), *(one for _, one in matching))
    prior = PRIOR.get((policy, candidate.variant_kind), PRIOR_OF_POLICY[policy])
    score = prior + sum(one.weight for one in evidence)
    confidence = round(1 / (1 + exp(-score)), 2)
    confirmed = not contexts or stands_in or any(name in contexts and one.weight > 0 for name, one in matching)
    if score <= SUGGEST or (policy == "suggest" and not confirmed):
        return Decision("leave", confidence, evidence)
    if policy == "suggest":
        return Decision("suggest", min(confidence, MOST_OF_A_SUGGESTION), evidence)
    return Decision("apply" if policy != "context" or confirmed else "suggest", confidence, evidence)


def _from_guards(candidate: Candidate) -> Iterator[Evidence]:
    for guard in GUARDS[candidate.entity_kind]:
        if evidence := guard(candidate):
            yield evidence


def _matching_contexts(candidate: Candidate, named: tuple[str, ...]) -> Iterator[tuple[str, Evidence]]:
    """The contexts that match, by name, as evidence."""
    for context in candidate.index.contexts_for(candidate.entity_kind, candidate.variant_kind, named):
        words = _matching_words(context, candidate.context)
        if words:
            weight = context.weight * (min(len(words), MOST_WORDS_AGAINST) if context.weight < 0 else 1)
            yield context.name, Evidence(weight, f"{context.says} (“{'”, “'.join(words[:MOST_WORDS_AGAINST])}”)")


def _matching_words(listed: ContextWords, mention: MentionContext) -> list[str]:
    """The listed words in the part of the text that the list is about; if there are none, its first phrase there."""
    if listed.where == "document":
        return _in_document(listed, mention.text)
    if listed.where == "sentence":
        words: Collection[str] = listed.words & mention.sentence_words
        return sorted(words) or _first_phrase(listed, mention.sentence)
    near: list[str] = []
    if listed.where == "apposition":
        near += mention.apposition[: listed.within]
    elif listed.where != "after":
        near += mention.near_before[-listed.within :]
    if listed.where in ("after", "near"):
        near += ["\0", *mention.near_after[: listed.within]]
    return [word for word in near if word in listed.words] or _first_phrase(listed, f" {' '.join(near)} ")


def _first_phrase(listed: ContextWords, passage: str) -> list[str]:
    return [phrase for phrase in listed.phrases if f" {phrase} " in passage][:1]


@lru_cache(maxsize=8)
def _in_document(listed: ContextWords, text: str) -> list[str]:
    """The most frequent listed word, if the document has listed words at least `within` times in all."""
    seen = Counter(word for word in re.findall(r"[^\W_]+", text) if word.lower() in listed.words)
    return [seen.most_common(1)[0][0]] if seen.total() >= listed.within else []
