"""A quotation that occurs twice: where one copy lacks a word, it was copied wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.rule_api import TokenizedText, has_mark, runs_on

RULE = define("typos/left-out", "Suggests a word that another copy of the same quotation has.", default="suggest")

QUOTED = re.compile(r"“([^“”\n]{40,400})”")
OPENING = 12  # code points that two copies begin with
FEWEST = 3  # words that the copies share on either side of the gap
MOST_MISSING = 2  # words
SHARED = 0.7  # of the words after the gap

OPENING_MARK = has_mark("“")


@runs_on(OPENING_MARK, order=2)
def missing_words(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest the one or two words that a second copy of a quotation lacks."""
    if doc.text.count("“") < 2:
        return
    by_opening: dict[str, list[re.Match[str]]] = {}
    for quote in QUOTED.finditer(doc.text):
        by_opening.setdefault(quote[1][:OPENING], []).append(quote)
    for copies in by_opening.values():
        for short in copies:
            missing = next((found for long in copies if (found := _missing(short[1], long[1]))), None)
            if missing:
                at, words = missing
                why = f"the same quotation elsewhere in this text has ‘{words}’"
                yield RULE.edit(short.start(1) + at, "", f"{words} ", why, 0.6)


def _missing(short: str, long: str) -> tuple[int, str] | None:
    """Where the longer copy has more words, and which, if the rest is nearly the same."""
    a, b = short.split(" "), long.split(" ")
    more = len(b) - len(a)
    if not 0 < more <= MOST_MISSING:
        return None
    at = next((i for i, word in enumerate(a) if word != b[i]), len(a))
    rest = a[at:]
    same = sum(x == y for x, y in zip(rest, b[at + more :], strict=True))
    if at < FEWEST or len(rest) < FEWEST or same < SHARED * len(rest):
        return None
    return sum(len(word) + 1 for word in a[:at]), " ".join(b[at : at + more])
