"""A word in lower case in a headline whose other words have capitals: `Overly hopeful, Says Paper`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.rule_api import TokenizedText, is_token, runs_on

RULE = define(
    "typos/headline-capital",
    "Suggests the capital of a word in lower case among the capitals of a headline.",
    default="suggest",
)

VERBS = ("Says", "Believes", "Reports", "Admits", "Claims")
HEADLINE = re.compile(rf"^[A-Z][^\n]{{3,90}}, (?:{'|'.join(VERBS)}) [A-Z][^\n.!?]{{1,40}}$", re.MULTILINE)
SMALL_WORD = re.compile(r"(?<![\w’'.-])(?!(?:and|but|for|the|with|from|via)\b)[a-z]{4,}\b")
ENOUGH = 3  # headlines of this kind that show the text's custom

HEADLINE_VERB = is_token(VERBS)


@runs_on(HEADLINE_VERB, order=1)
def headline_capitals(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest the capital where a single headline lacks it and all others of its kind have it."""
    if len(doc.matching(HEADLINE_VERB)) < ENOUGH:
        return
    headlines = list(HEADLINE.finditer(doc.text))
    small = [(headline, word) for headline in headlines for word in SMALL_WORD.finditer(headline[0])]
    if len(headlines) < ENOUGH or len({headline.start() for headline, _ in small}) > 1:
        return
    for headline, word in small:
        start = headline.start() + word.start()
        yield RULE.edit(start, word[0], word[0].capitalize(), "the other headlines have capitals", 0.5)
