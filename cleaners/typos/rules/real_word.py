"""Words in place of others, and words left out, judged by the words around them: suggested, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faircopy.cleaners.edits import Edit
from faircopy.cleaners.rule import define
from faircopy.cleaners.typos.rule_api import TokenizedText, has_word, is_token, pair_where, runs_on

RULE = define(
    "typos/real-word", "Suggests the word meant where another was typed, and words left out.", default="suggest"
)

BEFORE, AFTER = 24, 64  # code points on either side of a hint that a pattern is matched against


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where `wrong` matches, its group `wrong` was likely meant to be `right`.

    A match contains `hint`, and one of `words` as a token: both are cheap to search for first. `following`, if
    given, matches right after the hint.
    """

    hint: str
    wrong: re.Pattern[str]
    right: str
    why: str
    confidence: float = 0.6
    words: frozenset[str] = frozenset()
    following: re.Pattern[str] | None = None

    def may_match(self, word: str, after: str) -> bool:
        """Whether it can match where the text has one of its words, followed by the words `after`."""
        if self.following is None or self.hint != f" {word} ":
            return True
        return self.following.match(after) is not None


def _usual(wrong: str, right: str, before: str, after: str, confidence: float = 0.6) -> Pattern:
    """A pattern for confusable words; the words before and after decide."""
    pattern = re.compile(rf"(?:{before}) (?P<wrong>{wrong}) (?:{after})\b")
    why, following = f"‘{right}’ is the usual word here", re.compile(rf"(?:{after})\b")
    return Pattern(f" {wrong} ", pattern, right, why, confidence, frozenset([wrong]), following)


THAT = r"(?:^|[.!?;,]|\b(?:that|and|but|because|if|whether|or))"
QUALITIES = (
    "free", "independent", "strong", "democratic", "modern", "sovereign", "peaceful", "young", "small", "big", "great",
    "rich", "poor",
)  # fmt: skip
BE = r"(?:is|are|was|were|has been|have been|will be|would be|may be|must be)"
PATTERNS = (
    _usual(
        "off", "of",
        r"\b(?:[Oo]ne|presence|release|range|kind|lack|number|part|most|many|some|because|speed|photos)", r"(?!of)\w+",
    ),
    _usual(
        "too", "to",
        r"\b(?:according|next|due|thanks|wants?|wanted|able|going|has|needs?|used|led|back|admitted|assigned|sent|came"
        r"|come|efforts?|trying|likely|ready|how)",
        r"(?!much|many|late|long|far|little|few|soon|big|small|often|well|high|low|fast|early|close|hard|easy|good|bad"
        r"|old|young|strong|weak|costly|expensive|hot|cold|great|quickly)[A-Za-z]{2,}",
    ),
    _usual(
        "there", "their",
        r"\b(?:of|with|for|from|on|make|made|lost|spen[dt]|into|about|after|like|support|took|used?|found)",
        r"(?:own|labou?r|work|homes?|lives|life|money|family|families|children|jobs?|estimates?|new|first|second|best|way"
        r"|ability|efforts?|plans?|votes?|support|leaders?|country|parents|hands)",
    ),
    _usual("their", "there", THAT, BE),
    _usual("Their", "There", r"(?:^|[.!?])", BE),
    _usual(
        "then", "than",
        r"\b(?:more|less|better|worse|rather|other|fewer|larger|smaller|higher|lower|greater|earlier|later|sooner)",
        r"(?:a|an|the|any|ever|one|half|in|it|they|we|he|she|that|those|usual|expected)", 0.7,
    ),
    _usual("you're", "your", r"\b(?:of|in|with|for|to|from|on)", r"(?:own|favou?rite|best|first|home|life|money|time)"),
    _usual("you’re", "your", r"\b(?:of|in|with|for|to|from|on)", r"(?:own|favou?rite|best|first|home|life|money|time)"),
    _usual(
        "concerned", "concerns", r"\b(?:rais(?:e|es|ed|ing)|voiced|expressed|sparked)",
        r"(?:among|about|over|that|in|with|for)", 0.7,
    ),
    _usual(
        "forth", "fourth", r"\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)",
        r"(?:time|day|week|month|year|quarter|season|round|game|match|term|place|grade|floor|child|son|daughter|person"
        r"|straight|consecutive|successive|largest|biggest|highest|century|edition|attempt|win|defeat|goal)", 0.7,
    ),
    _usual(
        "loose", "lose", r"\b(?:will|would|could|may|might|can|cannot|to|\w+n['’]t|not|we|they|you|I)",
        r"(?:\d+|(?:their|his|her|its|our|your|my|the) (?:jobs?|homes?|li(?:fe|ves)|money|seats?|majority|war|game"
        r"|match|election|race|vote|case|battle|right|chance|support|ability|title|way)|everything|control|power|money|weight"
        r"|seats|jobs|votes|ground|faith|hope|patience|interest|touch|sight|confidence|access|(?:more|less) than \d+"
        r"|many|several|two|three|four|five)", 0.7,
    ),
    Pattern(
        " Minster",
        re.compile(r"\b(?:Prime|Foreign|Finance|Defen[cs]e|Interior|Justice|Health|Education|Deputy|First|Chief) "
                   r"(?P<wrong>Minster)\b"),
        "Minister", "‘Minister’ is the usual word here", 0.7,
        frozenset(f"Minster{end}" for end in ("", ",", ".", ";", ":", "’s", "'s", ".”", ",”", ")")),
    ),
    Pattern(
        " one the ", re.compile(r"\b(?:been|is|was|are|were|be|as|of) one(?P<wrong>) the (?:\w+est|most)\b"), " of",
        "‘one the …est’ lacks ‘of’", 0.7, frozenset(["one"]),
    ),
    Pattern(
        "ither of ",
        re.compile(r"\b[Nn]?[Ee]?ither of (?:whom|them|which) (?P<wrong>believe|think|want|seem|have|know)\b"),
        "{}s", "‘neither’ and ‘either’ take a singular verb", 0.5, frozenset(["whom", "them", "which"]),
    ),
    Pattern(
        " getting ",
        re.compile(r"\b(?:[Ww]ord|message|news) (?:was|is|were) getting(?P<wrong>) (?:him|her|them|us) through\b"),
        " to", "word gets ‘to’ somebody", 0.5, frozenset(["getting"]), re.compile("(?:him|her|them|us) "),
    ),
    Pattern(
        " is ",
        re.compile(
            rf"\bis (?P<wrong>)(?:{'|'.join(QUALITIES)}), (?:[a-z]+,? ){{1,2}}"
            r"(?:country|state|nation|democracy|republic|man|woman|place|city)\b"
        ),
        "a ", "the noun lacks its ‘a’", words=frozenset(f"{quality}," for quality in QUALITIES),
        following=re.compile(f"(?:{'|'.join(QUALITIES)}),"),
    ),
)  # fmt: skip
# Rare words, and common words in rare company, that are often common words mistyped.
RARE_WORDS = {
    "pease": "peace", "wether": "whether", "pubicly": "publicly", "statue of limitations": "statute of limitations",
    "asses the": "assess the", "heath care": "health care", "prostrate cancer": "prostate cancer",
    "trail court": "trial court", "diary products": "dairy products",
}  # fmt: skip
RARE_BY_FIRST_WORD = {wrong.partition(" ")[0]: wrong for wrong in RARE_WORDS}
PATTERNS_BY_WORD = {
    word: [pattern for pattern in PATTERNS if word in pattern.words]
    for word in frozenset[str]().union(*(pattern.words for pattern in PATTERNS))
}
# "could of gone": as "could've" sounds. "The might of made men" and "what he could of his own will" are right.
COULD_OF = re.compile(
    r"(?<![\w’'-])(?<!\b[Tt]he )(?<!\bits )(?:could|should|would|might|must)(?:n['’]t)? (?P<wrong>of) "
    r"(?:been|had|done|gone|known|said|made|taken|seen|got|gotten|come|become|given|won|lost|thought|kept|left|told"
    r"|found|put|written|fallen|happened|stayed|helped|ended|worked|liked|loved|wanted|stopped|used|tried|asked|called"
    r"|played)\b"
)
MODALS = frozenset(verb + end for verb in ("could", "should", "would", "might", "must") for end in ("", "n't", "n’t"))

CONFUSABLE = is_token(PATTERNS_BY_WORD)
RARE_WORD = has_word(RARE_BY_FIRST_WORD, exclusive=True)
MODAL_AND_OF = pair_where(MODALS, frozenset(["of"]))


@runs_on(MODAL_AND_OF)
def could_of(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest `have` for `of` after could, should, would, might and must."""
    for match in COULD_OF.finditer(doc.text):
        yield RULE.edit(match.start("wrong"), "of", "have", f"‘{match[0].split()[0]}’ takes ‘have’", 0.7)


@runs_on(CONFUSABLE)
def confusable_words(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest what `PATTERNS` have for the text."""
    possible = {
        id(pattern)
        for word, after in doc.followed(CONFUSABLE)
        for pattern in PATTERNS_BY_WORD[word]
        if pattern.may_match(word, after)
    }
    for pattern in PATTERNS:
        if id(pattern) in possible:
            yield from _matches(doc.text, pattern)


@runs_on(RARE_WORD)
def rare_words(doc: TokenizedText) -> Iterator[Edit]:
    """Suggest the common word for a rare one."""
    for first in doc.words(RARE_WORD):
        wrong = RARE_BY_FIRST_WORD[first]
        right = RARE_WORDS[wrong]
        for match in re.finditer(rf" {wrong}\b", doc.text):
            yield RULE.edit(match.start() + 1, wrong, right, f"‘{right}’ is far more common", 0.6)


def _matches(text: str, pattern: Pattern) -> Iterator[Edit]:
    last = -1
    hint, following = pattern.hint, pattern.following
    at = text.find(hint)
    while at >= 0:
        if following is None or following.match(text, at + len(hint)):
            match = pattern.wrong.search(text, max(0, at - BEFORE), at + AFTER)
            if match and match.start("wrong") != last:
                last, wrong = match.start("wrong"), match["wrong"]
                right = pattern.right.format("ha" if wrong == "have" else wrong)
                yield RULE.edit(last, wrong, right, pattern.why, pattern.confidence)
        at = text.find(hint, at + 1)
