"""All that the rules find in texts as they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.typos.document_context import page_of
from faircopy.cleaners.typos.nonword.propose import Doubt, doubts, weighed
from faircopy.cleaners.typos.rules.capitals import half_lost, names_in_small_letters
from faircopy.cleaners.typos.rules.contraction import lost_apostrophes
from faircopy.cleaners.typos.rules.doubled_word import doubled_words
from faircopy.cleaners.typos.rules.duplicate_quotations import left_out
from faircopy.cleaners.typos.rules.glued_comma import glued_commas
from faircopy.cleaners.typos.rules.grammar import countries, have_doing, headline_capitals
from faircopy.cleaners.typos.rules.real_words import could_of, real_words
from faircopy.cleaners.typos.rules.sentence_opening import slips_at_a_start
from faircopy.cleaners.typos.rules.stray_space import stray_spaces
from faircopy.cleaners.typos.speller import Speller
from faircopy.cleaners.typos.token_cache import Sheet
from faircopy.cleaners.typos.triggers import CUE, HAVE_DOING, PEOPLE_OF, SMALL_NAME, STRAY, TWICE


def finds_in(texts: Sequence[str], speller: Speller, right: Collection[str]) -> list[tuple[Edit, ...]]:
    """The finds in each text; the words called `right` are never corrected."""
    seen: list[list[Edit]] = []
    unsure: list[list[Doubt]] = []
    for sheet in speller.chunks.read(texts, right):
        seen.append(list(_by_rule(sheet, speller, right)))
        unsure.append(list(doubts(page_of(sheet), sheet.suspects, speller)) if sheet.suspects else [])
    # The doubts of all texts are weighed at once: a call for each costs more than the weighing.
    return [_together(one, other) for one, other in zip(seen, weighed(unsure, speller.confidence), strict=True)]


def _together(by_rule: list[Edit], by_reading: list[Edit]) -> tuple[Edit, ...]:
    """All finds in a text; what a rule has an answer for needs no second one."""
    answered = {(edit.start, edit.before) for edit in by_rule}
    return (*by_rule, *(edit for edit in by_reading if (edit.start, edit.before) not in answered))


def _by_rule(sheet: Sheet, speller: Speller, right: Collection[str]) -> Iterator[Edit]:
    """The finds of the rules that the marks on a text's chunks call for."""
    text, marks = sheet.text, sheet.all_marks
    if marks & TWICE:
        yield from doubled_words(text, sheet.marked(TWICE))
    if marks & STRAY:
        yield from stray_spaces(text)
        yield from glued_commas(text, sheet.marked(STRAY), speller.lexicon)
    if marks & SMALL_NAME:
        yield from names_in_small_letters(text, sheet.marked(SMALL_NAME), sheet.chunks)
    if marks & HAVE_DOING:
        yield from have_doing(text, speller.lexicon)
        yield from could_of(text)
    if marks & PEOPLE_OF:
        yield from countries(text, sheet.waited_for.keys())
    if marks & CUE:
        yield from half_lost(text, sheet.cues)
        wrong = {cue for cue in sheet.cues if cue not in right}
        yield from lost_apostrophes(text, wrong)
        yield from slips_at_a_start(text, wrong, speller.lexicon)
        yield from real_words(text, sheet.followed(CUE), sheet.cues)
        yield from headline_capitals(text, sheet.waited_for)
    yield from left_out(text)
