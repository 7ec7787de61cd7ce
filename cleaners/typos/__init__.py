"""Slips of hand and memory: words no list knows, joined, split and doubled words, stray spaces, lost capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.document import Document, Findings
from cleaners.edits import APPLIED, SUGGESTED, Edit
from cleaners.evidence import POSSESSIVE, Names, names_seen
from cleaners.resources import Resources
from cleaners.typos.capitals import half_lost
from cleaners.typos.doubled import doubled_words
from cleaners.typos.known import is_productive
from cleaners.typos.lexicon import NAME
from cleaners.typos.nonwords import Readings, confidence, is_name_only, same_case
from cleaners.typos.spacing import stray_spaces
from cleaners.typos.tokens import places

APPLY_AT, SUGGEST_AT = 0.9, 0.6


def correct_typos(batch: Sequence[Document], resources: Resources) -> list[Findings]:
    """What is surely mistyped in each document, and what may be."""
    return [Findings(tuple(_finds(document.text, resources))) for document in batch]


def _finds(text: str, resources: Resources) -> Iterator[Edit]:
    yield from doubled_words(text)
    yield from stray_spaces(text)
    yield from half_lost(text)
    speller = resources.speller
    suspects = list(speller.filter.suspects(set(text.split())))
    if not suspects:
        return
    names = names_seen(text)
    for chunk, words in sorted(suspects):
        for at in places(text, chunk):
            for offset, word in words:
                if word not in resources.options.words:
                    finds = _word(text, at + offset, word, names, speller.readings)
                    yield from (find for find in finds if find.confidence >= SUGGEST_AT)


def _word(text: str, start: int, word: str, names: Names, readings: Readings) -> Iterator[Edit]:
    lexicon = readings.lexicon
    word = POSSESSIVE.sub("", word)
    lower = word.lower()
    if (start and text[start - 1] in "-–—") or text[start + len(word) : start + len(word) + 1] in ("-", "–", "—"):
        return
    if word.islower() and (is_name_only(lexicon, lower)):
        name = word.capitalize()
        seen = names.inside.get(name, 0)
        sure = 0.95 if seen else 0.7
        yield _edit(
            "typos/lost-capital",
            start,
            word,
            name,
            f"‘{name}’ is a name" + (" and stands so in this text" if seen else ""),
            sure,
        )
        return
    if not word.islower():
        yield from _name(start, word, names, readings)
        return
    if lexicon.flags(lower) & NAME or names.anywhere.get(word.capitalize()):
        return
    before, after = _neighbours(text, start, start + len(word))
    verdict = readings.verdict(lower, before, after)
    if verdict is None:
        return
    sure = confidence(lexicon, lower, verdict)
    rule = "typos/joined-words" if " " in verdict.best.word else "typos/non-word"
    yield _edit(
        rule,
        start,
        word,
        same_case(verdict.best.word, word),
        f"‘{word}’ is in no list; ‘{verdict.best.word}’ is one slip away",
        sure,
    )


def _name(start: int, word: str, names: Names, readings: Readings) -> Iterator[Edit]:
    lexicon = readings.lexicon
    if not word[1:].islower() or len(word) < 5:
        return
    for near in names.near(word):
        if names.anywhere[near] >= 2 > names.anywhere.get(word, 0) and lexicon.bits(word.lower()) < 15:
            yield _edit(
                "typos/name-in-document",
                start,
                word,
                near,
                f"‘{near}’ stands {names.anywhere[near]} times in this text",
                0.92,
            )
            return
    best = next(iter(readings.candidates(word.lower())), None)
    if best is None or is_productive(lexicon, word.lower()) or " " in best.word:
        return
    if names.anywhere.get(best.word.capitalize()) and best.score - max(6.0, lexicon.bits(word.lower())) > 3:
        yield _edit(
            "typos/name-in-document",
            start,
            word,
            same_case(best.word, word),
            f"‘{same_case(best.word, word)}’ stands in this text",
            0.92,
        )


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - 40) : start].split(" ")
    after = text[end : end + 40].split(" ")
    left = before[-2] if len(before) > 1 and before[-1] == "" else ""
    right = after[1] if len(after) > 1 and after[0] == "" else ""
    return left.lower() if left.isalpha() else "", right.strip('.,;:!?”"’)').lower()


def _edit(rule: str, start: int, before: str, after: str, reason: str, sure: float) -> Edit:
    return Edit("typos", rule, start, before, after, reason, round(sure, 3), APPLIED if sure >= APPLY_AT else SUGGESTED)
