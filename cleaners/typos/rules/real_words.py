"""Right words in the wrong place, and words left out: suggested, never applied.

Each pattern says what must stand around the words; what it finds is for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from faircopy.cleaners.edits import SUGGESTED, Edit

BEFORE, AFTER = 24, 64  # code points looked at on either side of a hint


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where the group `wrong` stands so, `right` was likely meant.

    Whatever matches holds `hint`, and one of `words` between blanks: cheap to look for first.
    """

    hint: str
    wrong: re.Pattern[str]
    right: str
    why: str
    sure: float = 0.6
    words: frozenset[str] = frozenset()
    following: re.Pattern[str] | None = None  # what comes after the hint: looked at first, since it is soon told

    def may_match(self, word: str, after: str) -> bool:
        """Whether it may match where one of its words stands before the words `after`."""
        if self.following is None or self.hint != f" {word} ":
            return True
        return self.following.match(after) is not None


def _usual(wrong: str, right: str, before: str, after: str, sure: float = 0.6) -> Pattern:
    """A pattern for words mistaken for each other: the words before and after decide."""
    pattern = re.compile(rf"(?:{before}) (?P<wrong>{wrong}) (?:{after})\b")
    why, following = f"‘{right}’ is the usual word here", re.compile(rf"(?:{after})\b")
    return Pattern(f" {wrong} ", pattern, right, why, sure, frozenset([wrong]), following)


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
# Rare words, and words in rare company, that a slip makes of common ones.
RARE = {
    "pease": "peace", "wether": "whether", "pubicly": "publicly", "statue of limitations": "statute of limitations",
    "asses the": "assess the", "heath care": "health care", "prostrate cancer": "prostate cancer",
    "trail court": "trial court", "diary products": "dairy products",
}  # fmt: skip


BY_WORD = {
    word: [pattern for pattern in PATTERNS if word in pattern.words]
    for word in frozenset[str]().union(*(pattern.words for pattern in PATTERNS))
}
CUES = {wrong.partition(" ")[0]: wrong for wrong in RARE}

# "could of gone": as "could've" sounds. The might of a country, and what one could of one's own, are right.
COULD_OF = re.compile(
    r"(?<![\w’'-])(?<!\b[Tt]he )(?<!\bits )(?:could|should|would|might|must)(?:n['’]t)? (?P<wrong>of) "
    r"(?:been|had|done|gone|known|said|made|taken|seen|got|gotten|come|become|given|won|lost|thought|kept|left|told"
    r"|found|put|written|fallen|happened|stayed|helped|ended|worked|liked|loved|wanted|stopped|used|tried|asked|called"
    r"|played)\b"
)


def could_of(text: str) -> Iterator[Edit]:
    """`of` for `have` after could, should, would, might and must."""
    for match in COULD_OF.finditer(text):
        why = f"‘{match[0].split()[0]}’ goes with ‘have’"
        yield Edit("typos", "typos/real-word", match.start("wrong"), "of", "have", why, 0.7, SUGGESTED)


def real_words(text: str, followed: Iterable[tuple[str, str]], cues: Collection[str]) -> Iterator[Edit]:
    """Slips that made another word, and words left out.

    `followed` are the chunks of the text that some pattern waits for, each with what comes next, `cues`
    the words of `CUES` in it.
    """
    called = {
        id(pattern) for word, after in followed for pattern in BY_WORD.get(word, ()) if pattern.may_match(word, after)
    }
    for pattern in PATTERNS:
        if id(pattern) in called:
            yield from _matches(text, pattern)
    for cue in CUES.keys() & cues:
        wrong, right = CUES[cue], RARE[CUES[cue]]
        for match in re.finditer(rf" {wrong}\b", text):
            why = f"‘{right}’ is by far the commoner"
            yield Edit("typos", "typos/real-word", match.start() + 1, wrong, right, why, 0.6, SUGGESTED)


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
                yield Edit("typos", "typos/real-word", last, wrong, right, pattern.why, pattern.sure, SUGGESTED)
        at = text.find(hint, at + 1)
