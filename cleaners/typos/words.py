"""Finds about words that no list knows: what each may have been meant for, with the facts on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cleaners.edits import SUGGESTED, Edit
from cleaners.evidence import Names
from cleaners.typos.confidence import Confidence
from cleaners.typos.features import features
from cleaners.typos.namesakes import namesake_facts, namesakes, reason
from cleaners.typos.readings import Reading
from cleaners.typos.speller import Speller
from cleaners.typos.spots import Spot, spot
from cleaners.typos.tokens import Suspects, places

# Kinds of doubt that differ in their facts, not in what is wrong.
RULES = {"capitalised": "typos/non-word"}


# A reading this far (bits) behind the word itself is not worth weighing; nor is one that is not far ahead of an
# unlisted word with a capital: a name, most likely.
HOPELESS, HOPELESS_NAME = -2.0, 10.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word in question: the edit that would mend it, and the facts that make it sure or not."""

    kind: str
    start: int
    before: str
    after: str
    reason: str
    facts: dict[str, float] = field(default_factory=dict)

    def edit(self, confidence: float) -> Edit:
        """The edit, at a confidence."""
        return Edit(
            "typos",
            RULES.get(self.kind, f"typos/{self.kind}"),
            self.start,
            self.before,
            self.after,
            self.reason,
            round(confidence, 3),
        )


def doubts(
    text: str, words: Mapping[str, int], names: Names, suspects: Sequence[tuple[str, Suspects]], speller: Speller
) -> Iterator[Doubt]:
    """The suspects of a text that a reading was found for. `words` counts what stands between blanks."""
    small = [chunk for chunk, found in suspects if any(word.islower() for _, word in found)]
    # In a text of a few words one slip is not yet a noisy text.
    noise = (sum(words[chunk] for chunk in small) + 1) / (sum(words.values()) + 100)
    for chunk, found in suspects:
        for offset, word in found:
            for at in places(text, chunk):
                where = spot(text, at + offset, word)
                yield from _doubt(text, where, names, words, noise, speller)


def _doubt(
    text: str, where: Spot, names: Names, words: Mapping[str, int], noise: float, speller: Speller
) -> Iterator[Doubt]:
    if not where.word.islower() and (found := namesakes(speller.lexicon, where, names)):
        facts = namesake_facts(speller.lexicon, where, found, names, text, noise)
        why = reason(found[0], names)
        yield Doubt("name-in-document", where.start, where.word, found[0].name, why, facts)
        return
    readings = speller.reader.readings(where, names, words)
    if not readings or readings[0].score - speller.reader.itself(where.word.lower()) < HOPELESS:
        return
    best = readings[0]
    kind = best.kind if where.word.islower() or where.opens or best.kind != "non-word" else "capitalised"
    if kind == "capitalised" and best.score - speller.reader.itself(where.word.lower()) < HOPELESS_NAME:
        return
    facts = features(speller.reader, where, readings, names, words, noise)
    start, before = where.start, where.word
    if best.side:
        part = where.before if best.side < 0 else where.after
        before = f"{part} {before}" if best.side < 0 else f"{before} {part}"
        start -= len(part) + 1 if best.side < 0 else 0
    yield Doubt(kind, start, before, _cased(best.words, before), _reason(where, best), facts)


def _cased(words: str, model: str) -> str:
    """The words with the capital of those they replace."""
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _reason(where: Spot, best: Reading) -> str:
    if best.kind == "lost-capital":
        return f"‘{best.words}’ is a name"
    if best.kind == "joined-words":
        return f"‘{where.word}’ is in no word list, and is ‘{best.words}’ without the space"
    if best.kind == "split-word":
        return f"‘{where.word}’ is in no word list, and ‘{best.words}’ is a word"
    return (
        f"‘{where.word}’ is in no word list, and ‘{best.words}’ is {'a slip' if best.slips == 1 else 'two slips'} away"
    )


# From here on a find is applied, or else suggested; below it is not worth a reader's time.
APPLY_AT, SUGGEST_AT = 0.65, 0.4


def weighed(finds: Iterable[Doubt], confidence: Confidence) -> Iterator[Edit]:
    """The edits of those doubts that are sure enough to apply or to suggest."""
    by_kind: dict[str, list[Doubt]] = {}
    for doubt in finds:
        by_kind.setdefault(doubt.kind, []).append(doubt)
    for kind, some in by_kind.items():
        for doubt, sure in zip(some, confidence.of(kind, [doubt.facts for doubt in some]), strict=True):
            if sure >= SUGGEST_AT:
                edit = doubt.edit(sure)
                # A capitalised word that no list knows is a name until the document says otherwise.
                yield edit if sure >= APPLY_AT and kind != "capitalised" else replace(edit, status=SUGGESTED)
