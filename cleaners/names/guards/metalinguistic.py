"""Names that are mentioned rather than used: titles, quoted words, glosses, passages in another language."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import MODERATE, STRONG, VETO, WEAK, Candidate, Evidence

# The particles of Van der Leyen, which do not make a Dutch sentence.
_PARTICLES = re.compile(r"\b([A-Z]\w+)(?: (?:van|von|der|den|de|la|le|du|del|di|el|da|dos))+(?= [A-Z]|\W*$)")
LONGEST_TITLE = 9  # words
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Dnipro (Dnepropetrovsk until 2016), Kropyvnytskyi, Kirovograd before 2016.
_UNTIL = re.compile(r"\A,? (?:until|till|before|up to) (?:1[6-9]|20)\d\d\b")
_SET_OFF = re.compile(r"(?:\(|, )\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
GLOSS_REACH = 60  # code points
LONGEST_GLOSS = 5  # words
SHORTEST_PASSAGE = 3  # words; of a shorter quotation the whole sentence is read
SPELLING_REACH = 16  # code points


def in_title_of_work(candidate: Candidate) -> Evidence | None:
    """“Death and the Penguin in Odessa”: every word capitalised between quotation or emphasis marks."""
    quotation = candidate.context.quotation
    if quotation is None or candidate.context.in_capitals:
        return None
    words = [word for word in _WORD.findall(quotation) if not candidate.is_listed(word, "small-words")]
    others = [word for word in words if word not in candidate.found.split()]
    if not others or len(words) > LONGEST_TITLE or not all(word[0].isupper() for word in others):
        return None
    return Evidence(WEAK if candidate.is_misspelling else STRONG, "in what looks like a title")


def quoted_alone(candidate: Candidate) -> Evidence | None:
    """How to spell “Kiev”: a name alone between quotation marks is mentioned, not used. “Kiev,” he said, is speech."""
    context = candidate.context
    quotation = context.quotation
    if quotation is None or quotation.strip(" ,.;") != candidate.found or context.text[context.start - 1] in "*_":
        return None
    if quotation.endswith(",") and any(candidate.is_listed(word, "speech-verbs") for word in context.words_after[:3]):
        return None
    return Evidence(WEAK if candidate.is_misspelling else STRONG, "the word itself is quoted")


def beside_right_form(candidate: Candidate) -> Evidence | None:
    """Kiev, not Kyiv; from Lvov to Lviv: the sentence has the right form too, so it is about the spelling."""
    if candidate.is_misspelling:
        return None
    context, target = candidate.context, candidate.target
    near_before = context.before[-SPELLING_REACH - len(target) :]
    near_after = context.after[: SPELLING_REACH + len(target)]
    if target in near_before or target in near_after:
        return Evidence(STRONG, f"{target} is right beside it")
    if target in context.before or target in context.after:
        return Evidence(MODERATE, f"{target} is in the same sentence")
    return None


def beside_other_form(candidate: Candidate) -> Evidence | None:
    """Lvov or Lemberg: the sentence has a third form of the name, so it is about the forms."""
    if candidate.is_misspelling:
        return None
    for word in (*candidate.context.words_before, *candidate.context.words_after):
        bare = word.removesuffix("’s").removesuffix("'s")
        place = candidate.index.kept_forms.get(bare)
        if place is not None and candidate.index.forms[place] == candidate.target:
            return Evidence(MODERATE, f"{bare}, another form of the name, is in the same sentence")
    return None


def in_quoted_meaning(candidate: Candidate) -> Evidence | None:
    """The surname means “from Kiev”: a few quoted words that explain another word."""
    quotation = candidate.context.quotation
    if quotation is None or len(quotation.split()) > LONGEST_GLOSS or candidate.is_misspelling:
        return None
    before = candidate.context.before
    leads = _WORD.findall(before[: max(before.rfind(mark) for mark in '“‘"«„*_')])[-2:]
    if any(candidate.is_listed(word, "explaining") for word in leads):
        return Evidence(STRONG, "the meaning of a word is explained")
    return None


def dated_as_former_name(candidate: Candidate) -> Evidence | None:
    """Dnipro (Dnepropetrovsk until 2016): an earlier name, set off from today's."""
    context = candidate.context
    if candidate.is_misspelling or not _UNTIL.match(context.after) or not _SET_OFF.search(context.before):
        return None
    return Evidence(STRONG, "given as the name until then")


def in_bracketed_gloss(candidate: Candidate) -> Evidence | None:
    """(Russian: Kharkov), (formerly Kirovograd)."""
    context = candidate.context
    near = context.text[max(0, context.start - GLOSS_REACH) : context.start]
    opening = max(near.rfind("("), near.rfind("["))
    if opening < 0 or candidate.is_misspelling or max(near.rfind(")"), near.rfind("]")) > opening:
        return None
    if any(candidate.is_listed(word, "languages") for word in _LETTERS.findall(near[opening:])):
        return Evidence(VETO, "given in brackets as the form of another language")
    return None


def in_foreign_passage(candidate: Candidate) -> Evidence | None:
    """« Odessa est belle et la mer est calme »: a quotation or sentence in another language."""
    passage = candidate.context.quotation
    if passage is None or len(passage.split()) < SHORTEST_PASSAGE:
        passage = candidate.context.text[slice(*candidate.context.sentence_span)]
    passage = _PARTICLES.sub(r"\1", passage.replace(candidate.found, " "))
    words = [word.lower() for word in _LETTERS.findall(passage)]
    foreign, english = (
        sum(map(candidate.index.context_words.get(word_list, frozenset()).__contains__, words))
        for word_list in ("foreign-words", "english-words")
    )
    if foreign > 1 and foreign > english:
        return Evidence(VETO, "in a passage in another language")
    return None


def in_quoted_dialect(candidate: Candidate) -> Evidence | None:
    """“I favour it,” he said: quoted speech keeps the speaker's dialect."""
    if candidate.context.quotation is None:
        return None
    return Evidence(VETO, "the dialect of a quoted speaker")
