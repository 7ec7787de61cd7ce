"""Evidence for or against changing a name, from the shape of what is around it.

A guard answers with a weight (above 0 speaks for the change) and a reason for the log, or None.
Words it needs come from the contexts of the packs; here is only what words alone cannot say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from cleaners.names.surroundings import Surroundings
from cleaners.names.table import Table

# Settled by one of these, whatever else there is.
CERTAIN = -20.0
STRONG = -6.0
FAIR = -3.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a change (weight above 0) or against it, in words for the log."""

    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Case:
    """A name in its surroundings, as guards see it: the kind of its entity and of its variant."""

    around: Surroundings
    table: Table
    entity_kind: str
    variant_kind: str
    target: str
    country: str = ""

    @property
    def found(self) -> str:
        """The name as it stands."""
        return self.around.text[self.around.start : self.around.end]

    @property
    def is_misspelling(self) -> bool:
        """Whether the form found is no form of the name at any time."""
        return self.variant_kind in ("misspelling", "capital")

    def listed(self, context: str, word: str) -> bool:
        """Whether a word is one of a context's words."""
        known = self.table.contexts.get(context)
        return known is not None and word.lower().rstrip(".").replace("’", "'").removesuffix("'s") in known.words


Guard = Callable[[Case], Evidence | None]

_TIME_ZONE = re.compile(r"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/")
_MACHINE = re.compile(r"[_\\=@{}<>|]|://|^/|/.*/|\w/.*\.\w{2,5}$|\d\w*[-/]|[a-z]\.[a-z]")
_ASSIGNED = re.compile(r"\w\s?[=:]\s?[\"']\Z")
_YEAR = r"(?:1[0-8]\d\d|19[0-8]\d|1990)"
_CUE = (
    r"(?:in|since|of|from|until|till|by|during|before|after|between|around|circa|c\.|to|and|early|late|mid|spring|summer"
    r"|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|year|born"
    r"|died|\d{1,2},?)"
)
_OLD_YEAR = re.compile(
    rf"\b{_CUE}[ -]({_YEAR})\b(?![,.]?\d)|[(\[–-]({_YEAR})\b|\b({_YEAR})[)\]–]|\b({_YEAR})s\b|^\W*({_YEAR})\b,",
    re.IGNORECASE,
)
_EARLY_YEAR = re.compile(
    r"\bin ([4-9]\d\d)\b(?=\W*(?:$|[.,;)]|and|by|when|the))|\b\d{3,4} (?:BC|AD|BCE|CE)\b|\bAD \d{3,4}\b"
)
_CENTURY = re.compile(
    r"\b(?:[4-9]|1\d)th[ -]centur|\b(?:fifth|sixth|seventh|eighth|ninth|\w+teenth|tenth|eleventh|twelfth)[ -]centur",
    re.IGNORECASE,
)
_RECENT_YEAR = re.compile(r"\b20[0-4]\d\b")
_NUMBER_BEFORE = re.compile(r"(?<![\w,.$€£])\d{2,5} \Z")
_NUMBER_AFTER = re.compile(
    r"\A[ -](?!(?:19|20)\d\d\b)\d{1,4}\b(?! (?:years|days|people|times|per|percent|to|hours|miles|km|kilomet))"
)
_CITED = re.compile(r"\A: [^\W\d_a-z]")
_CITED_YEAR = re.compile(r"\((?:1[89]|20)\d\d[a-z]?\)|, (?:1[89]|20)\d\d\.")


def machine_text(case: Case) -> Evidence | None:
    """Europe/Kiev, kiev_map.docx, CITY = "Kiev"."""
    around = case.around
    before = around.text[max(0, around.start - 30) : around.start]
    if _TIME_ZONE.search(before[-14:]) and before.endswith("/"):
        return Evidence(CERTAIN, "part of a time zone's name")
    run = around.run.removesuffix("'s").removesuffix("’s")
    if _ASSIGNED.search(before) and not before.rstrip("\"'").rstrip().endswith((":", " :")):
        return Evidence(CERTAIN, "a value in code")
    if len(run) > around.end - around.start and _MACHINE.search(run):
        return Evidence(CERTAIN, "part of a path or an identifier")
    return None


def old_times(case: Case) -> Evidence | None:
    """A year before 1991 or an early century in the sentence."""
    weight = {"exonym": -5.0, "former name": -5.0, "transliteration": -2.0, "style": -2.0}.get(case.variant_kind)
    if weight is None:
        return None
    sentence = f"{case.around.before} \0 {case.around.after}"
    if match := _OLD_YEAR.search(sentence) or _EARLY_YEAR.search(sentence) or _CENTURY.search(sentence):
        return Evidence(weight, f"the sentence speaks of {match[0].strip()}")
    if _RECENT_YEAR.search(sentence):
        return Evidence(1.5, "the sentence speaks of recent years")
    return None


def title_of_work(case: Case) -> Evidence | None:
    """Between quotation or emphasis marks, every word with a capital: a title."""
    quoted = case.around.quoted
    if quoted is None:
        return None
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", quoted) if not case.listed("small-words", word)]
    others = [word for word in words if word not in case.found.split()]
    if not others or len(words) > 9 or case.around.in_capitals:
        return None
    if not all(word[0].isupper() for word in others):
        return None
    return Evidence(-2.0 if case.is_misspelling else STRONG, "in what looks like a title")


def lone_quotation(case: Case) -> Evidence | None:
    """The name alone between quotation marks is spoken of, not used."""
    quoted = case.around.quoted
    if quoted is None or quoted.strip(" ,.;") != case.found or case.around.text[case.around.start - 1] in "*_":
        return None
    return Evidence(-2.0 if case.is_misspelling else STRONG, "the word itself is quoted")


def right_form_beside(case: Case) -> Evidence | None:
    """Kyiv and Kiev in one sentence: the spelling is the subject."""
    if case.is_misspelling or case.entity_kind == "person":
        return None
    sentence = f"{case.around.before} {case.around.after}"
    if re.search(rf"\b{re.escape(case.target)}\b", sentence):
        return Evidence(-3.0, f"{case.target} stands in the same sentence")
    return None


def glossed(case: Case) -> Evidence | None:
    """(Russian: Kharkov), (formerly Kirovograd), [Kiev]."""
    start = case.around.start
    opening = re.search(r"[(\[]([^()\[\]]{0,60})\Z", case.around.text[max(0, start - 62) : start])
    if opening is None or case.is_misspelling:
        return None
    words = re.findall(r"[^\W\d_]+", opening[1])
    if any(case.listed("languages", word) for word in words):
        return Evidence(CERTAIN, "given in brackets as the form of another language")
    return None


def foreign_words(case: Case) -> Evidence | None:
    """A quotation or sentence in another language."""
    passage = case.around.quoted
    if passage is None or len(passage.split()) < 3:
        passage = case.around.text[slice(*case.around.span)]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", passage)]
    foreign = sum(case.listed("foreign-words", word) for word in words)
    english = sum(case.listed("english-words", word) for word in words)
    if foreign > 1 and foreign > english:
        return Evidence(CERTAIN, "in words of another language")
    return None


def numbered(case: Case) -> Evidence | None:
    """2171 Kiev, Kiev 88: an asteroid, a model."""
    around = case.around
    if case.is_misspelling:
        return None
    if _NUMBER_BEFORE.search(around.text[max(0, around.start - 8) : around.start]):
        return Evidence(STRONG, "numbered, as a thing of that name")
    if _NUMBER_AFTER.match(around.text[around.end : around.end + 20]):
        return Evidence(STRONG, "followed by a number, as a model of that name")
    return None


def cited(case: Case) -> Evidence | None:
    """Ivanov, P. (1984). Istoriya. Kiev: Naukova Dumka."""
    if _CITED.match(case.around.after) and _CITED_YEAR.search(case.around.line):
        return Evidence(STRONG, "the place of a publisher in a reference")
    return None


def acronym(case: Case) -> Evidence | None:
    """Capitals in the middle of a sentence that is not in capitals: KIEV (Knowledge In Every Village)."""
    around = case.around
    if not case.found.isupper() or around.in_capitals or case.is_misspelling:
        return None
    initials = "".join(word[0] for word in around.words_after[: len(case.found)]).upper()
    spelled_out = "(" in around.after[:20] and case.found in initials
    line_start = not around.line.lstrip("*_#> ").startswith(case.found)
    if spelled_out or (line_start and around.joined_before):
        return Evidence(STRONG, "looks like an acronym")
    return None


def elsewhere(case: Case) -> Evidence | None:
    """Odessa, Texas: another country or state follows the name."""
    match = re.match(r"\A, ((?:[^\W\d_a-z][\w.]*[ -]?){1,3})", case.around.after)
    if match is None or case.entity_kind != "place":
        return None
    place = match[1].strip().rstrip(".")
    if case.listed("elsewhere", place) or case.listed("elsewhere", place.split()[0]):
        return Evidence(STRONG if not case.is_misspelling else -2.0, f"{place} is named as where it lies")
    return None


def capital_before(case: Case) -> Evidence | None:
    """Anton Kharkov, Dynamo Kiev, Detective Kharkov: part of another name."""
    word = case.around.joined_before
    if not word or not word[0].isupper() or case.is_misspelling or case.entity_kind in ("people", "term", "person"):
        return None
    if len(word.rstrip(".")) == 1 and word != "A":
        return Evidence(STRONG, f"the initial {word} makes it a person's name")
    if case.listed("given-names", word) or word in case.table.givens:
        return Evidence(STRONG, f"{word} makes it a person's name")
    if case.around.in_capitals or case.listed("openers", word):
        return None
    if case.listed("role-words", word):
        return Evidence(STRONG, f"{word} makes it a person's name")
    if case.around.is_headline or word in case.table.places:
        return None
    if case.around.opens_sentence and word.lower().endswith(("ed", "ing", "ly")):
        return None
    return Evidence(STRONG, f"part of a longer name with {word}")


def role_before(case: Case) -> Evidence | None:
    """The defender Kharkov: a role right before what would else be a place."""
    word = case.around.joined_before
    if case.entity_kind != "place" or case.is_misspelling or not case.listed("role-words", word):
        return None
    return Evidence(STRONG, f"{word} makes it a person's name")


def article(case: Case) -> Evidence | None:
    """The Ukraine is a country, the Ukraine war is not: the article belongs to the noun that follows."""
    if not case.found.lower().startswith("the ") or case.target.lower().startswith("the "):
        return None
    word = case.around.joined_after
    if not word or case.listed("after-article", word) or (word.islower() and word.endswith("ed")):
        return None
    return Evidence(CERTAIN, f"the article belongs to {word}")


def capital_after(case: Case) -> Evidence | None:
    """Odessa Shipping Ltd, The Odessa File: part of a registered name or a title."""
    word = case.around.joined_after
    if not word or not word[0].isupper() or case.entity_kind in ("people", "term", "person"):
        return None
    if case.around.in_capitals or case.listed("place-nouns", word) or case.listed("openers", word):
        return None
    near = case.around.words_after[:4]
    body = next((other for other in near if case.listed("bodies", other) and other[0].isupper()), "")
    if body:
        return Evidence(-1.5 if case.is_misspelling else STRONG, f"part of a registered name with {body}")
    if case.around.is_headline or case.is_misspelling:
        return None
    return Evidence(FAIR if case.variant_kind == "transliteration" else STRONG, f"part of a longer name with {word}")


GUARDS: tuple[Guard, ...] = (
    machine_text,
    old_times,
    title_of_work,
    lone_quotation,
    right_form_beside,
    glossed,
    foreign_words,
    numbered,
    cited,
    acronym,
    elsewhere,
    capital_before,
    role_before,
    capital_after,
    article,
)
