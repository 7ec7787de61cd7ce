"""Names that are spoken of rather than used: titles, quoted words, glosses, words of another language."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import CERTAIN, STRONG, WEAK, Case, Evidence

# Van der Leyen's particles are no Dutch sentence.
_PARTICLES = re.compile(r"\b([A-Z]\w+)(?: (?:van|von|der|den|de|la|le|du|del|di|el|da|dos))+(?= [A-Z]|\W*$)")
LONGEST_TITLE = 9  # words
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Dnipro (Dnepropetrovsk until 2016), Kropyvnytskyi, Kirovograd before 2016.
_UNTIL = re.compile(r"\A,? (?:until|till|before|up to) (?:1[6-9]|20)\d\d\b")
_SET_OFF = re.compile(r"(?:\(|, )\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
GLOSS_REACH = 60  # code points
LONGEST_GLOSS = 5  # words
SPELLING_REACH = 16  # code points


def title_of_work(case: Case) -> Evidence | None:
    """Between quotation or emphasis marks, every word with a capital: a title."""
    quoted = case.around.quoted
    if quoted is None or case.around.in_capitals:
        return None
    words = [word for word in _WORD.findall(quoted) if not case.listed("small-words", word)]
    others = [word for word in words if word not in case.found.split()]
    if not others or len(words) > LONGEST_TITLE or not all(word[0].isupper() for word in others):
        return None
    return Evidence(WEAK if case.is_misspelling else STRONG, "in what looks like a title")


def lone_quotation(case: Case) -> Evidence | None:
    """The name alone between quotation marks is spoken of, not used; “Kiev,” he said, is speech."""
    quoted = case.around.quoted
    if quoted is None or quoted.strip(" ,.;") != case.found or case.around.text[case.around.start - 1] in "*_":
        return None
    if quoted.endswith(",") and any(case.listed("speech-verbs", word) for word in case.around.words_after[:3]):
        return None
    return Evidence(WEAK if case.is_misspelling else STRONG, "the word itself is quoted")


def right_form_beside(case: Case) -> Evidence | None:
    """Kiev, not Kyiv; from Lvov to Lviv: with the right form so near, the spelling is the subject."""
    if case.is_misspelling or case.entity_kind in ("person", "word"):
        return None
    around, target = case.around, case.target
    if (
        target in around.before[-SPELLING_REACH - len(target) :]
        or target in around.after[: SPELLING_REACH + len(target)]
    ):
        return Evidence(STRONG, f"{target} stands beside it")
    if target in around.before or target in around.after:
        return Evidence(-3.0, f"{target} stands in the same sentence")
    return None


def other_form_beside(case: Case) -> Evidence | None:
    """Lvov or Lemberg: with yet another form of the same name in the sentence, forms are the subject."""
    if case.is_misspelling or case.entity_kind != "place":
        return None
    for word in (*case.around.words_before, *case.around.words_after):
        bare = word.removesuffix("’s").removesuffix("'s")
        place = case.table.kept_forms.get(bare)
        if place is not None and case.table.forms[place] == case.target:
            return Evidence(-3.0, f"{bare}, another form of the name, stands in the same sentence")
    return None


def explained(case: Case) -> Evidence | None:
    """The surname means “from Kiev”: a word or two in quotation marks, as the sense of another word."""
    quoted = case.around.quoted
    if quoted is None or len(quoted.split()) > LONGEST_GLOSS or case.is_misspelling:
        return None
    before = case.around.before
    leads = _WORD.findall(before[: max(before.rfind(mark) for mark in '“‘"«„*_')])[-2:]
    if any(case.listed("explaining", word) for word in leads):
        return Evidence(STRONG, "the sense of a word is explained")
    return None


def once_called(case: Case) -> Evidence | None:
    """Dnipro (Dnepropetrovsk until 2016): the name of an earlier time, set off from the one of today."""
    around = case.around
    if case.is_misspelling or not _UNTIL.match(around.after) or not _SET_OFF.search(around.before):
        return None
    return Evidence(STRONG, "given as the name until then")


def glossed(case: Case) -> Evidence | None:
    """(Russian: Kharkov), (formerly Kirovograd), [Kiev]."""
    near = case.around.text[max(0, case.around.start - GLOSS_REACH) : case.around.start]
    opening = max(near.rfind("("), near.rfind("["))
    if opening < 0 or case.is_misspelling or max(near.rfind(")"), near.rfind("]")) > opening:
        return None
    if any(case.listed("languages", word) for word in _LETTERS.findall(near[opening:])):
        return Evidence(CERTAIN, "given in brackets as the form of another language")
    return None


def foreign_words(case: Case) -> Evidence | None:
    """A quotation or sentence in another language."""
    passage = case.around.quoted
    if passage is None or len(passage.split()) < 3:
        passage = case.around.text[slice(*case.around.span)]
    passage = _PARTICLES.sub(r"\1", passage.replace(case.found, " "))
    words = [word.lower() for word in _LETTERS.findall(passage)]
    foreign = sum(map(case.table.words.get("foreign-words", frozenset()).__contains__, words))
    english = sum(map(case.table.words.get("english-words", frozenset()).__contains__, words))
    if foreign > 1 and foreign > english:
        return Evidence(CERTAIN, "in words of another language")
    return None


def dialect_of_others(case: Case) -> Evidence | None:
    """A quoted speaker keeps their dialect."""
    if case.entity_kind != "word" or case.around.quoted is None:
        return None
    return Evidence(CERTAIN, "the dialect of somebody quoted")
