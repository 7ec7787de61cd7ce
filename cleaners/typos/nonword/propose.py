"""Finds about words that no list knows: what each may have been meant for, with the facts on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.text.proper_names import opens_sentence
from faircopy.cleaners.typos.document_context import Page
from faircopy.cleaners.typos.lexicon.lexicon import WORD, Lexicon
from faircopy.cleaners.typos.lexicon.morphology import is_freely_made
from faircopy.cleaners.typos.nonword.confidence import Confidence
from faircopy.cleaners.typos.nonword.error_model import slip_cost
from faircopy.cleaners.typos.nonword.features import features
from faircopy.cleaners.typos.nonword.namesakes import Namesake, namesake_facts, namesakes
from faircopy.cleaners.typos.nonword.occurrence import Spot, spot
from faircopy.cleaners.typos.nonword.ranking import Reading
from faircopy.cleaners.typos.speller import Speller
from faircopy.cleaners.typos.tokens import Suspects, places

# From here on a find is applied, or else suggested; below it is not worth a reader's time.
APPLY_AT, SUGGEST_AT = 0.75, 0.4
# A reading this far (bits) behind the word itself is not worth weighing.
HOPELESS = -1.0
# Two letters may stand for many words, also of other languages: read only where one word in twenty is unlisted.
SHORTEST, NOISY = 3, 3.7
SHORTEST_KNOWN = 6  # letters from which a capitalised word inside a sentence may be a misspelling
HARDLY_HEARD = 14.0  # bits: a name of its own is written more often
OWN_NAME = 3  # times a name stands in a text of its own right


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word in question: the edit that would mend it, and the facts that make it sure or not."""

    kind: str
    start: int
    before: str
    after: str
    reason: str
    facts: dict[str, float] = field(default_factory=dict)

    def edit(self, sure: float) -> Edit:
        """The edit, applied or suggested by how sure it is."""
        rule, status = f"typos/{self.kind}", APPLIED if sure >= APPLY_AT else SUGGESTED
        return Edit("typos", rule, self.start, self.before, self.after, self.reason, round(sure, 3), status)


def doubts(page: Page, suspects: Iterable[tuple[str, int, Suspects]], speller: Speller) -> Iterator[Doubt]:
    """The suspects of a page that a reading was found for.

    A capitalised word that no list knows is a name until the page says otherwise: it is read only
    where its capital may be due to the place, or where it differs by a slip from a name of the page.
    """
    for chunk, times, found in suspects:
        ats = tuple(places(page.text, chunk, times))
        for offset, word in found:
            alike = [] if word.islower() else namesakes(speller.lexicon, word, page.names)
            for at in ats:
                start = at + offset
                if alike:
                    yield _name(spot(page.text, start, word), alike, page, speller)
                elif word.islower() or opens_sentence(page.text, start) or _is_known(word, speller):
                    yield from _reading(spot(page.text, start, word), page, speller)


def _is_known(word: str, speller: Speller) -> bool:
    """Whether a capitalised word inside a sentence is surely misspelt: `Septmber`, `the Goverment`."""
    lower, lexicon = word.lower(), speller.lexicon
    if len(lower) < SHORTEST_KNOWN or lexicon.flags(lower):
        return False
    if lower in lexicon.meant:
        return True
    if lexicon.bits(lower) > HARDLY_HEARD:
        return False
    # A letter for another makes another name: Salara is not the Sahara.
    alike = (name for name in lexicon.capitalised_like(lower) if len(name) != len(lower) or set(name) == set(lower))
    return any(slip_cost(name, lower) is not None for name in alike)


def _is_sure(where: Spot, best: Reading, speller: Speller) -> bool:
    """Whether a reading of a capitalised word inside a sentence is one that it may have there."""
    meant, lexicon = best.words.lower(), speller.lexicon
    if meant in lexicon.always_capitalised:
        return True
    return meant == lexicon.meant.get(where.word.lower()) and not _in_longer_name(where, lexicon)


def _in_longer_name(where: Spot, lexicon: Lexicon) -> bool:
    """Whether a capital beside a word makes both a name that may be spelt as it likes: `Skoda Favorit`."""
    if _is_titled(where.after):
        return True
    return _is_titled(where.before) and not lexicon.flags(where.before.lower()) & WORD


def _is_titled(word: str) -> bool:
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


def _name(where: Spot, alike: list[Namesake], page: Page, speller: Speller) -> Doubt:
    name = alike[0].name
    times = page.names.anywhere[name]
    why = f"‘{name}’ stands {'once' if times == 1 else f'{times} times'} in this text"
    facts = namesake_facts(speller.lexicon, where, alike, page)
    return Doubt("name-in-document", where.start, where.word, name, why, facts)


def _reading(where: Spot, page: Page, speller: Speller) -> Iterator[Doubt]:
    readings = speller.reader.readings(where, page)
    if not readings:
        return
    best, lower = readings[0], where.word.lower()
    if best.kind == "non-word" and len(where.word) < SHORTEST and page.noise < NOISY:
        return
    if not (where.opens or where.word.islower() or _is_sure(where, best, speller)):
        return
    if is_freely_made(speller.lexicon, lower) and lower not in speller.lexicon.meant:
        return
    if best.kind == "non-word" and page.names.anywhere.get(where.word.capitalize(), 0) >= OWN_NAME:
        return
    # A name in small letters is as common as itself; the facts on it decide.
    if best.kind != "lost-capital" and best.score - speller.reader.itself(lower) < HOPELESS:
        return
    start, before = where.start, where.word
    if best.side < 0:
        start, before = start - len(where.before) - 1, f"{where.before} {before}"
    elif best.side > 0:
        before = f"{before} {where.after}"
    facts = features(speller.reader, where, readings, page)
    yield Doubt(best.kind, start, before, _cased(best.words, before), _reason(where, best), facts)


def _cased(words: str, model: str) -> str:
    """The words with the capital of those they replace."""
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _reason(where: Spot, best: Reading) -> str:
    unknown = f"‘{where.word}’ is in no word list, and"
    if best.kind == "lost-capital":
        return f"‘{best.words}’ is a name"
    if best.kind == "joined-words":
        return f"{unknown} is ‘{best.words}’ without the space"
    if best.kind == "split-word":
        return f"{unknown} ‘{best.words}’ is a word"
    return f"{unknown} ‘{best.words}’ is {'a slip' if best.slips == 1 else 'two slips'} away"


def weighed(pages: Sequence[Sequence[Doubt]], confidence: Confidence) -> list[list[Edit]]:
    """For each page the edits of those of its doubts that are sure enough to apply or to suggest."""
    by_kind: dict[str, list[Doubt]] = {}
    for doubt in chain.from_iterable(pages):
        by_kind.setdefault(doubt.kind, []).append(doubt)
    sure: dict[int, float] = {}
    for kind, some in by_kind.items():
        sure.update(zip(map(id, some), confidence.of(kind, [doubt.facts for doubt in some]), strict=True))
    return [[doubt.edit(sure[id(doubt)]) for doubt in page if sure[id(doubt)] >= SUGGEST_AT] for page in pages]
