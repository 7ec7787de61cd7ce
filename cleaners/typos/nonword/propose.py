"""Propose corrections for words that no list has, and score them with the confidence model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import Rule
from faircopy.cleaners.text.proper_names import opens_sentence
from faircopy.cleaners.typos.document_context import DocumentContext, context_of
from faircopy.cleaners.typos.lexicon.lexicon import WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_freely_made
from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.error_model import edit_cost
from faircopy.cleaners.typos.nonword.features import features
from faircopy.cleaners.typos.nonword.namesakes import Namesake, namesake_features, namesakes
from faircopy.cleaners.typos.nonword.occurrence import Occurrence, occurrence_at
from faircopy.cleaners.typos.nonword.ranking import Correction
from faircopy.cleaners.typos.nonword.rules import JOINED_WORDS, NAME_IN_DOCUMENT, NON_WORD, SPLIT_WORD
from faircopy.cleaners.typos.rule_api import TokenizedText
from faircopy.cleaners.typos.rules.lost_capital import RULE as LOST_CAPITAL
from faircopy.cleaners.typos.speller import Speller

RULES: dict[str, Rule] = {
    "non-word": NON_WORD,
    "joined-words": JOINED_WORDS,
    "split-word": SPLIT_WORD,
    "lost-capital": LOST_CAPITAL,
    "name-in-document": NAME_IN_DOCUMENT,
}
SUGGEST_AT = 0.4  # confidence below which a proposal is not worth a reader's time
# A correction this far (bits) behind the word as typed is not scored.
HOPELESS = -1.0
# A word of two letters has many corrections, and may be of another language: corrected only in a noisy text, where
# one word in twenty is unlisted.
SHORTEST, NOISY = 3, 3.7
SHORTEST_INSIDE = 6  # letters from which a capitalised word inside a sentence may be a misspelling
RARE = 14.0  # log2 count; real names are more frequent
OWN_NAME = 3  # occurrences with a capital from which a word is a name in its own right


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction not yet scored: the edit it would make, and the features for the model of its `kind`."""

    kind: str
    start: int
    before: str
    after: str
    reason: str
    features: dict[str, float] = field(default_factory=dict)

    def edit(self, confidence: float) -> Edit:
        """The edit with its confidence, which decides whether it is applied."""
        rule = RULES[self.kind]
        suggest, rounded = confidence < rule.threshold, round(confidence, 3)
        return rule.edit(self.start, self.before, self.after, self.reason, rounded, suggest=suggest)


def propose(doc: TokenizedText, speller: Speller) -> Iterator[Proposal]:
    """Propose a correction for each unlisted word that has one.

    A capitalised word is taken for a name unless the text shows otherwise. It is corrected only at the start of a
    sentence, where any word has a capital; if it is an edit away from another name in the text; or if it is
    surely misspelt.
    """
    context, text = context_of(doc), doc.text
    for token in doc.unlisted:
        starts = tuple(doc.starts(token.text, token.count))
        for offset, word in token.words:
            alike = [] if word.islower() else namesakes(speller.lexicon, word, context.names)
            for start in (token_start + offset for token_start in starts):
                if alike:
                    yield _propose_name(occurrence_at(text, start, word), alike, context, speller)
                elif word.islower() or opens_sentence(text, start) or _is_misspelt_inside(word, speller.lexicon):
                    yield from _propose_correction(occurrence_at(text, start, word), context, speller)


def _is_misspelt_inside(word: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word inside a sentence is surely misspelt: `Septmber`, `the Goverment`."""
    lower = word.lower()
    if len(lower) < SHORTEST_INSIDE or lexicon.flags(lower):
        return False
    if lower in lexicon.misspellings:
        return True
    if lexicon.log2_count(lower) > RARE:
        return False
    # One letter changed makes another name: Salara is not the Sahara.
    alike = (name for name in lexicon.capitalised_like(lower) if len(name) != len(lower) or set(name) == set(lower))
    return any(edit_cost(name, lower) is not None for name in alike)


def _may_be_inside(occurrence: Occurrence, best: Correction, lexicon: Lexicon) -> bool:
    """Whether a correction of a capitalised word may have a capital inside a sentence."""
    meant = best.words.lower()
    if meant in lexicon.always_capitalised:
        return True
    return meant == lexicon.misspellings.get(occurrence.word.lower()) and not _in_longer_name(occurrence, lexicon)


def _in_longer_name(occurrence: Occurrence, lexicon: Lexicon) -> bool:
    """Whether a capitalised neighbour makes it part of a name, which may have any spelling: `Skoda Favorit`."""
    if _has_capital(occurrence.after):
        return True
    return _has_capital(occurrence.before) and not lexicon.flags(occurrence.before.lower()) & WORD


def _has_capital(word: str) -> bool:
    """Whether a word begins with a capital and is no acronym."""
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def _propose_name(
    occurrence: Occurrence, alike: list[Namesake], context: DocumentContext, speller: Speller
) -> Proposal:
    name = alike[0].name
    count = context.names.counts[name]
    reason = f"this text has ‘{name}’ {'once' if count == 1 else f'{count} times'}"
    found = namesake_features(speller.lexicon, occurrence, alike, context)
    return Proposal("name-in-document", occurrence.start, occurrence.word, name, reason, found)


def _propose_correction(occurrence: Occurrence, context: DocumentContext, speller: Speller) -> Iterator[Proposal]:
    corrections = speller.ranker.corrections(occurrence, context)
    if not corrections or not _is_plausible(occurrence, corrections[0], context, speller):
        return
    best = corrections[0]
    start, before = occurrence.start, occurrence.word
    if best.side < 0:
        start, before = start - len(occurrence.before) - 1, f"{occurrence.before} {before}"
    elif best.side > 0:
        before = f"{before} {occurrence.after}"
    found = features(speller.ranker, occurrence, corrections, context)
    yield Proposal(best.kind, start, before, _cased(best.words, before), _reason(occurrence, best), found)


def _is_plausible(occurrence: Occurrence, best: Correction, context: DocumentContext, speller: Speller) -> bool:
    """Whether a correction is worth scoring."""
    lexicon, word, lower = speller.lexicon, occurrence.word, occurrence.word.lower()
    if best.kind == "non-word" and len(word) < SHORTEST and context.noise < NOISY:
        return False
    if not (occurrence.opens_sentence or word.islower() or _may_be_inside(occurrence, best, lexicon)):
        return False
    if is_freely_made(lexicon, lower) and lower not in lexicon.misspellings:
        return False
    if best.kind == "non-word" and context.names.counts.get(word.capitalize(), 0) >= OWN_NAME:
        return False
    # A name is as frequent as the word as typed; its features decide.
    return best.kind == "lost-capital" or best.score - speller.ranker.score_unchanged(lower) >= HOPELESS


def _cased(words: str, original: str) -> str:
    """The words with a capital if those they replace have one."""
    return words[:1].upper() + words[1:] if original[:1].isupper() else words


def _reason(occurrence: Occurrence, best: Correction) -> str:
    unknown = f"‘{occurrence.word}’ is in no word list, and"
    if best.kind == "lost-capital":
        return f"‘{best.words}’ is a name"
    if best.kind == "joined-words":
        return f"{unknown} is ‘{best.words}’ without the space"
    if best.kind == "split-word":
        return f"{unknown} ‘{best.words}’ is a word"
    return f"{unknown} ‘{best.words}’ is {'a slip' if best.edits == 1 else 'two slips'} away"


def score(documents: Sequence[Sequence[Proposal]], confidence: Confidence) -> list[list[Edit]]:
    """For each document, the edits of the proposals that are certain enough to apply or to suggest."""
    by_kind: dict[str, list[Proposal]] = {}
    for proposal in chain.from_iterable(documents):
        by_kind.setdefault(proposal.kind, []).append(proposal)
    scores: dict[int, float] = {}
    for kind, proposals in by_kind.items():
        scored = confidence.of(kind, [proposal.features for proposal in proposals])
        scores.update(zip(map(id, proposals), scored, strict=True))
    return [[p.edit(scores[id(p)]) for p in proposals if scores[id(p)] >= SUGGEST_AT] for proposals in documents]
