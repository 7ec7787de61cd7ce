"""Names in paths and code, in model numbers, references and acronyms."""

from __future__ import annotations

import re

from faircopy.cleaners.names.evidence import STRONG, VETO, Candidate, Evidence

_TIME_ZONE = re.compile(r"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/\Z")
# feature/Kiev, but not Moscow/Kiev or pro/anti-Kiev.
_LOWER_PATH = re.compile(r"(?:^|[\s(/])[a-z]{4,}/\Z")
_CODE_MARKS = re.compile(r"[_\\=@{}<>|]|://|^/|/.*/|\w/.*\.\w{2,5}$|\d\w*[-/]|[a-z]\.[a-z]")
_ASSIGNED = re.compile(r"\w\s?[=:]\s?[\"']\Z")
_NUMBER_BEFORE = re.compile(r"(?<![\w,.$€£])\d{2,5} \Z")
_NUMBER_AFTER = re.compile(
    r"\A[ -](?!(?:19|20)\d\d\b)\d{1,4}\b(?![,.:–-]\d)"
    r"(?! (?:years|days|people|times|per|percent|to|hours|miles|km|kilomet))"
)
# Kiev 12, Lviv 9: a list of figures by place.
_FIGURES = re.compile(r"[^\W\d_] \d[\d.,]*[,;] [^\W\d_]+(?:[ -][^\W\d_]+)? \d")
_CITED = re.compile(r"\A: [^\W\d_a-z]")
_CITED_YEAR = re.compile(r"\((?:1[89]|20)\d\d[a-z]?\)|, (?:1[89]|20)\d\d\.")


def in_path_or_code(candidate: Candidate) -> Evidence | None:
    """Europe/Kiev, kiev_map.docx, CITY = "Kiev"."""
    context = candidate.context
    before = context.text[max(0, context.start - 14) : context.start]
    if before.endswith("/") and _TIME_ZONE.search(before):
        return Evidence(VETO, "part of a time zone's name")
    if before.endswith("/") and _LOWER_PATH.search(before):
        return Evidence(VETO, "part of a path or an identifier")
    if before.endswith(('"', "'")) and _ASSIGNED.search(before) and "=" in before:
        return Evidence(VETO, "a value in code")
    token = context.token.removesuffix("'s").removesuffix("’s")
    if len(token) > context.end - context.start and _CODE_MARKS.search(token):
        return Evidence(VETO, "part of a path or an identifier")
    return None


def beside_model_number(candidate: Candidate) -> Evidence | None:
    """2171 Kiev, Kiev 88: an asteroid, a camera."""
    context = candidate.context
    if candidate.is_misspelling:
        return None
    if _NUMBER_BEFORE.search(context.text[max(0, context.start - 8) : context.start]):
        return Evidence(STRONG, "a number before it, as before an asteroid's name")
    if _NUMBER_AFTER.match(context.text[context.end : context.end + 20]) and not _FIGURES.search(context.line):
        return Evidence(STRONG, "a number after it, as after a model's name")
    return None


def publisher_place(candidate: Candidate) -> Evidence | None:
    """Ivanov, P. (1984). Istoriya. Kiev: Naukova Dumka."""
    if _CITED.match(candidate.context.after) and _CITED_YEAR.search(candidate.context.line):
        return Evidence(STRONG, "the place of a publisher in a reference")
    return None


def acronym_in_capitals(candidate: Candidate) -> Evidence | None:
    """KIEV (Knowledge In Every Village): capitals inside a sentence that is not in capitals."""
    context, found = candidate.context, candidate.found
    if not found.isupper() or context.in_capitals or candidate.is_misspelling:
        return None
    initials = "".join(word[0] for word in context.words_after[: len(found)]).upper()
    spelled_out = "(" in context.after[:20] and found in initials
    opens_line = context.line.lstrip("*_#> ").startswith(found)
    if spelled_out or (not opens_line and context.adjacent_before):
        return Evidence(STRONG, "looks like an acronym")
    return None
