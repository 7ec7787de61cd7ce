"""The kinds of phrases that the models count in a line, read from `phrase_kinds.csv`.

Most point to a kind of boilerplate. The others are words of running text: function words, reported speech.

The models find a count by the name of its kind. A new phrase therefore shifts no feature: it raises the count of its
kind in lines that hold it, from the next run on, without training. A new kind has no feature until the models
are trained with it; it only counts towards `page`. A kind without phrases is an error: the models need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faircopy.cleaners.boilerplate.kinds import KINDS, Kind, limit_of
from faircopy.cleaners.boilerplate.tables import read_table
from faircopy.did_you_mean import did_you_mean

NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True, eq=False)
class PhraseKind:
    """One row of `phrase_kinds.csv`.

    `kind` is what a line with such a phrase is called, `reason` a noun phrase for the log. Only lines of `least_words`
    to `most_words` words are called so.
    """

    name: str
    kind: Kind | None
    reason: str
    least_words: int = 0
    most_words: int = NO_LIMIT


def read_phrase_kind(row: Mapping[str, str]) -> PhraseKind:
    """The kind of phrase of a row. Raises `ValueError` where it points to an unknown kind of boilerplate."""
    name, kind = row["phrase_kind"], KINDS.get(row["kind"])
    if row["kind"] and kind is None:
        raise ValueError(f"phrase_kinds.csv: {name}: kinds.csv has no kind {row['kind']!r}{_hint(row['kind'], KINDS)}")
    reason = row["reason"] or (kind.reason if kind else "")
    least, most = limit_of(row, "least_words"), limit_of(row, "most_words")
    return PhraseKind(name, kind, reason, least or 0, NO_LIMIT if most is None else most)


PHRASE_KINDS: Mapping[str, PhraseKind] = {
    row["phrase_kind"]: read_phrase_kind(row) for row in read_table("phrase_kinds")
}


def phrases_of(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """The (kind of phrase, phrase) of each row of `phrases.csv`.

    Raises `ValueError` where a row names an unknown kind, holds a phrase twice, or a kind has no phrase.
    """
    phrases = [(row["phrase_kind"], row["phrase"]) for row in rows]
    seen: set[tuple[str, str]] = set()
    for kind, phrase in phrases:
        if kind not in PHRASE_KINDS:
            raise ValueError(f"phrases.csv: {phrase!r}: no kind of phrase {kind!r}{_hint(kind, PHRASE_KINDS)}")
        if (kind, phrase) in seen:
            raise ValueError(f"phrases.csv: {phrase!r} is listed twice under {kind!r}")
        seen.add((kind, phrase))
    if missing := PHRASE_KINDS.keys() - {kind for kind, _ in phrases}:
        raise ValueError(f"phrases.csv has no phrase of the kinds {', '.join(sorted(missing))}, which the models count")
    return phrases


def _hint(name: str, known: Iterable[str]) -> str:
    question = did_you_mean(name, known)
    return question and f"; {question}"
