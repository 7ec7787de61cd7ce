"""Names in text that machines read, and in codes, models and references."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import CERTAIN, STRONG, Case, Evidence

_TIME_ZONE = re.compile(r"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/\Z")
# feature/Kiev, but not Moscow/Kiev or pro/anti-Kiev.
_LOWER_PATH = re.compile(r"(?:^|[\s(/])[a-z]{4,}/\Z")
_MACHINE = re.compile(r"[_\\=@{}<>|]|://|^/|/.*/|\w/.*\.\w{2,5}$|\d\w*[-/]|[a-z]\.[a-z]")
_ASSIGNED = re.compile(r"\w\s?[=:]\s?[\"']\Z")
_NUMBER_BEFORE = re.compile(r"(?<![\w,.$€£])\d{2,5} \Z")
_NUMBER_AFTER = re.compile(
    r"\A[ -](?!(?:19|20)\d\d\b)\d{1,4}\b(?![,.:–-]\d)"
    r"(?! (?:years|days|people|times|per|percent|to|hours|miles|km|kilomet))"
)
# Kiev 12, Lviv 9: figures of several places.
_FIGURES = re.compile(r"[^\W\d_] \d[\d.,]*[,;] [^\W\d_]+(?:[ -][^\W\d_]+)? \d")
_CITED = re.compile(r"\A: [^\W\d_a-z]")
_CITED_YEAR = re.compile(r"\((?:1[89]|20)\d\d[a-z]?\)|, (?:1[89]|20)\d\d\.")


def machine_text(case: Case) -> Evidence | None:
    """Europe/Kiev, kiev_map.docx, CITY = "Kiev"."""
    around = case.around
    before = around.text[max(0, around.start - 14) : around.start]
    if before.endswith("/") and _TIME_ZONE.search(before):
        return Evidence(CERTAIN, "part of a time zone's name")
    if before.endswith("/") and _LOWER_PATH.search(before):
        return Evidence(CERTAIN, "part of a path or an identifier")
    if before.endswith(('"', "'")) and _ASSIGNED.search(before) and "=" in before:
        return Evidence(CERTAIN, "a value in code")
    run = around.run.removesuffix("'s").removesuffix("’s")
    if len(run) > around.end - around.start and _MACHINE.search(run):
        return Evidence(CERTAIN, "part of a path or an identifier")
    return None


def numbered(case: Case) -> Evidence | None:
    """2171 Kiev, Kiev 88: an asteroid, a model."""
    around = case.around
    if case.is_misspelling or case.entity_kind == "person":
        return None
    if _NUMBER_BEFORE.search(around.text[max(0, around.start - 8) : around.start]):
        return Evidence(STRONG, "numbered, as a thing of that name")
    if _NUMBER_AFTER.match(around.text[around.end : around.end + 20]) and not _FIGURES.search(around.line):
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
    if not case.found.isupper() or around.in_capitals or case.is_misspelling or case.entity_kind == "person":
        return None
    initials = "".join(word[0] for word in around.words_after[: len(case.found)]).upper()
    spelled_out = "(" in around.after[:20] and case.found in initials
    opens_line = around.line.lstrip("*_#> ").startswith(case.found)
    if spelled_out or (not opens_line and around.joined_before):
        return Evidence(STRONG, "looks like an acronym")
    return None
