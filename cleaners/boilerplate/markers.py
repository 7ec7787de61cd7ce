"""Lines that a page, not an article, is made of: each kind a rule with its name, its reason and its patterns.

A pattern must match a whole line in lower case: ignoring case while matching takes several times as long. Kinds that
open a part of the page also take what follows them, until running text goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of line: `opens` says whether what follows belongs to it.

    Where `hints` are given, the pattern is tried only on lines that hold one of them: a pattern that begins with
    anything at all is slow to fail. A `shouted` pattern matches the line as it stands:
    its capitals count.
    """

    rule: str
    reason: str
    pattern: re.Pattern[str]
    opens: bool = False
    hints: tuple[str, ...] = ()
    shouted: bool = False


def _marker(
    rule: str, reason: str, *forms: str, opens: bool = False, hints: tuple[str, ...] = (), shouted: bool = False
) -> Marker:
    pattern = re.compile(rf"(?:{'|'.join(forms)})\s*[:.!…»›>↓+-]*")
    return Marker(rule, reason, pattern, opens, hints, shouted)


NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|pinterest|linkedin|reddit|flipboard|telegram|messenger|instagram|tumblr|bluesky|"
    r"threads|google\+|pocket|stumbleupon|e-?mail|print|copy link|sms|viber|vk|gab|gettr|parler|mastodon|line|skype)"
)
PIECE = r"(?:posts?|articles?|stor(?:y|ies)|news|topics?|content|coverage|links|reading|videos?|items)"

MONTH = r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|(?:Aug|Sept|Oct|Nov|Dec)(?:\.|[a-z]{3,5}))"
PRESENT = (
    r"speaks?|arrives?|attends?|walks?|stands?|sits?|gestures?|poses?|holds?|waves?|participates?|listens?|hugs?|"
    r"greets?|announces|addresses|delivers|reacts|celebrates?|gathers?|marche?s?|protest|helps?|tends?|carry|carries|"
    r"rides?|waits?|seen|pictured|shown"
)

CAPTION = "a picture's caption or credit"

MARKERS: Sequence[Marker] = (
    _marker(
        "related-links",
        "a heading of links to other articles",
        rf"(?:related|recommended|recent|latest|similar|suggested|trending|popular|featured|more) {PIECE}",
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy))",
        r"check also|see also|also read|read also|also see",
        r"read next|up next|what to read next|more like this|keep reading",
        r"most (?:popular|read|viewed|shared|commented)|trending(?: now)?|don[’']?t miss|recommended(?: for you)?",
        r"(?:around|from) the web|from our partners|editor[’']?s[’']? picks?|in case you missed it",
        r"top stories|must reads?",
        rf"more from (?:\S+ ?){{1,4}}|more {PIECE} (?:from|on|in|by) .{{1,40}}|related",
        opens=True,
    ),
    _marker(
        "comment-form",
        "the heading of a comment form",
        r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)(?: cancel reply)?|leave comment",
        r"(?:view|show|read|load|see) (?:all )?(?:\d+ )?comments|(?:\d+|no) (?:comments?|responses|replies)",
        r"comments? ?\(\d+\)",
        r"join the (?:conversation|discussion|debate)|be the first to comment|cancel reply|have your say",
        opens=True,
    ),
    _marker(
        "comment-form",
        "part of a comment form",
        r"(?:your )?e-?mail address will not be published\.?(?: required fields are marked ?\*?)?",
        r"required fields are marked ?\*?|save my name, e-?mail,? and website in this browser.{0,60}",
        r"you must be logged in to (?:post a )?comment|notify me of (?:new posts|follow-?up comments).{0,20}",
    ),
    _marker(
        "share-bar",
        "buttons to share the article",
        rf"(?:click to )?(?:share|tweet|pin|post|send|save)(?: (?:this|on|via|to|by|with|it))*(?: "
        rf"(?:{NETWORK}|article|story|post|page|news|a friend))*(?: \(opens in (?:a )?new window\))?",
        rf"{NETWORK}(?:[ ,|/•·]+{NETWORK})*|(?:[\d.,]+k? )?shares?|copy (?:the )?link|link copied!?",
        r"follow (?:us|me) (?:on|at) .{1,60}|follow us|like this|loading|like loading",
        r"click to (?:email|print)\b.{0,60}",
    ),
    _marker(
        "newsletter",
        "an invitation to subscribe",
        r"subscribe(?: now| today| here)?|sign up(?: now| today| here)?|newsletters?",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the|my)\b.{0,100}"
        r"(?:newsletter|updates|channel|alerts|podcast|inbox).{0,60}",
        r"get (?:our|the) (?:latest|best|top|daily).{0,80}(?:inbox|newsletter|e-?mail)\b.{0,40}",
        r"(?:please )?(?:support (?:our|independent|quality|local) (?:journalism|reporting|newsroom)|"
        r"become a (?:member|subscriber|supporter))\b.{0,100}",
        r"(?:enter )?your e-?mail(?: address)?",
    ),
    _marker(
        "cookie-notice",
        "a notice about cookies or consent",
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing)).{0,80}\bcookies?\b.{0,200}",
        r"(?:accept|reject|allow|manage)(?: all)?(?: cookies| preferences)?",
        r"cookie (?:policy|settings|preferences|notice)",
        r"privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|(?:and|&) conditions)",
    ),
    _marker(
        "site-notice",
        "a notice to visitors",
        r"(?:to view this.{0,60}|please )?\benable java ?script.{0,160}|media playback is (?:un|not )supported.{0,40}",
        r"(?:sorry, )?your browser (?:does not|doesn[’']t) support.{0,100}",
        r"don[’']t show (?:me )?this (?:message )?again",
    ),
    _marker(
        "advertisement",
        "a label around an advertisement",
        r"advertisements?|advertisement ?[-–—] ?(?:continue reading|scroll).{0,30}",
        r"sponsored(?: content)?|promoted(?: content)?|ad",
        r"(?:story|article|content) continues (?:below|after).{0,40}",
        r"continue reading(?: below| the main story)?|scroll (?:down )?to continue.{0,40}",
    ),
    _marker(
        "advertisement",
        "says that the site earns by its links",
        r".{0,150}\b(?:may|might|can|could) (?:earn|receive|get|make)(?: us)?(?: an?| some)?(?: small| affiliate)*"
        r" (?:commission|share of|money from).{0,150}",
        r".{0,60}\bcontains affiliate links\b.{0,60}",
        hints=("commission", "share of", "money from", "affiliate"),
    ),
    _marker(
        "copyright",
        "a copyright line",
        r"(?:copyright )?(?:©|\(c\)|copyright) .{0,120}|.{0,150}\ball rights reserved\b.{0,100}",
        r".{0,100}\bmay not be (?:published|reproduced)\b.{0,150}",
        r".{0,60}\bsubject to copyright\b.{0,250}",
        hints=("copyright", "©", "(c)", "reserved", "may not be"),
    ),
    _marker(
        "read-more",
        "points to another article",
        r"\W{0,3}(?:read (?:more|also|next|this)|also read|see also|related(?: \w+)?|also|trending|"
        r"don[’']?t miss|must[ -]read|recommended|further reading|explore more|up next|you may also like)"
        r" ?(?:[:|»>]|[-–—] ).{1,250}",
    ),
    _marker(
        "read-more",
        "points to another article",
        r"(?:READ MORE|READ NEXT|RELATED|WATCH|ALSO READ|SEE ALSO|LISTEN|TRENDING)\b.{8,250}",
        r"(?:Trending|Exclusive|EXCLUSIVE|BREAKING|OPINION|VIDEO|PHOTOS): ?[A-Z“‘\"'#].{15,300}[^.!?]",
        shouted=True,
    ),
    # Each form has its own hints: those that begin with anything at all take as long as all other markers together.
    _marker(
        "caption",
        CAPTION,
        r"(?:photo|photograph|image|picture|illustration)s?(?: ?(?:credits?|by|source|courtesy(?: of)?|via))?"
        r" ?[:|].{1,200}",
        r"credits? ?: .{1,80}|(?:image|media|video) caption ?.{1,250}|file(?: photo)? ?[-–—:] .{1,250}",
    ),
    _marker(
        "caption",
        CAPTION,
        r".{0,250}\((?:photos?|pictures?|image credit|credit|file photo|ap|reuters|afp|getty|supplied)\b[^()]{0,80}\)",
        hints=("(photo", "(picture", "(image", "(credit", "(file", "(ap", "(reuters", "(afp", "(getty", "(supplied"),
    ),
    _marker(
        "caption",
        CAPTION,
        r".{0,400}(?:getty images|/ ?(?:ap|reuters|afp|getty|epa|shutterstock)|"
        r"via (?:ap|reuters|getty images|afp|shutterstock))\)?",
        hints=("getty", "/ap", "/ ap", "via ap", "afp", "reuters", "epa", "shutterstock"),
    ),
    _marker(
        "caption",
        CAPTION,
        r".{0,200}(?:photo|image|picture)s? ?(?:credits?|by|courtesy)\b.{1,60}|.{3,200}[^ ,]credit: ?.{1,60}",
        hints=("photo", "image", "picture", "credit:"),
    ),
    _marker(
        "caption",
        CAPTION,
        # "… over Oslo Credit: Ann Example/Example Press", "… over Oslo.Credit...Ann Example"
        r".{3,400}\bCredits?(?::|\.\.\.|…) ?[A-Z@][^.!?]{1,60}\.?|.{0,350}\b(?:REUTERS|AFP|AP)/[A-Z].{2,100}",
        hints=("credit", "reuters/", "afp/", "ap/"),
        shouted=True,
    ),
    _marker(
        "caption",
        CAPTION,
        # "Jets over Oslo [Ann Example/Example Press]"
        r".{10,350}\[[A-Z][^\[\]]{1,40}(?:/| via )[^\[\]]{2,40}\]",
        hints=("[",),
        shouted=True,
    ),
    _marker(
        "caption",
        CAPTION,
        # "Ann Example speaks to pupils in Oslo on June 3, 2024.": no paragraph tells the present and ends with the year
        rf"(?!.*\b(?:said|told|was|were|had|will)\b)(?=.*\b(?:{PRESENT})\b).{{20,400}}\b{MONTH} \d{{1,2}},? 20\d\d"
        r"(?:,? (?:in|at|near|outside) .{3,80})?\.?",
        hints=(" 20",),
        shouted=True,
    ),
    _marker(
        "caption",
        CAPTION,
        r".{0,120}\b(?:from left|left to right|clockwise from [a-z ]{3,12})(?: to right)?: ?.{5,300}",
        hints=("from left", "left to right", "clockwise"),
        shouted=True,
    ),
    _marker(
        "caption",
        CAPTION,
        r"Pictured,? (?:above|below|left|right|here|from|at|in|on|with|during|is|are|as)\b.{5,400}",
        r"FILE ?[-–—] .{5,400}",
        r"(?:Illustration|Photograph|Photo|Graphic|Video|Picture)s? by [A-Z].{2,60}",
        shouted=True,
    ),
    _marker(
        "tags",
        "the article's keywords",
        r"(?:tags?|topics?|filed under|(?:published|posted|filed) (?:under|in)|categor(?:y|ies)|related topics|"
        r"keywords|tagged) ?: ?.{0,200}",
    ),
    _marker(
        "date",
        "says when the page was made, no part of the text",
        r"(?:first |last )?(?:published|posted|updated|modified)\b[^.!?]{0,60}\b(?:20\d\d|\d{1,2}:\d\d|ago)\b.{0,40}",
        r"\d+ ?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?",
    ),
    _marker(
        "read-more",
        "a link to the rest of a text",
        r"read (?:more|the full (?:story|article).{0,30})|click here.{0,40}|learn more|see more",
    ),
    _marker(
        "menu",
        "a label or a button of the page",
        r"current issue|visit (?:the )?website|explore further|social sharing|live reporting|print edition",
        r"(?:view|photo|image|picture) gallery|next slide|in pictures|sharing is caring|\d{1,3} of \d{1,3}",
    ),
)

# One pattern for all that need no hint, and one for the shouted of them: most lines are no marker, and one look tells.
UNHINTED = re.compile("|".join(m.pattern.pattern for m in MARKERS if not m.hints and not m.shouted))
SHOUTED = re.compile("|".join(m.pattern.pattern for m in MARKERS if not m.hints and m.shouted))
HINTED = tuple(marker for marker in MARKERS if marker.hints)
HINTS = AhoCorasick([hint for marker in HINTED for hint in marker.hints])
LONGEST = 500  # characters of a line that may be a marker
OWN_MARKER = Marker("own-marker", "a marker set for this source", re.compile(""), opens=True)


@lru_cache(maxsize=1 << 13)
def marker_of(line: str) -> Marker | None:
    """The kind of a line that is a marker.

    >>> marker_of("Leave a Comment").rule, marker_of("Comment was not available.")
    ('comment-form', None)
    """
    if len(line) > LONGEST:
        return None
    lower = line.lower()
    hinted = _holds_a_hint(lower)
    unhinted = UNHINTED.fullmatch(lower) or SHOUTED.fullmatch(line)
    if not hinted and not unhinted:
        return None
    for marker in MARKERS if unhinted else HINTED:
        if marker.hints and not any(map(lower.__contains__, marker.hints)):
            continue
        if marker.pattern.fullmatch(line if marker.shouted else lower):
            return marker
    return None


def _holds_a_hint(line: str) -> bool:
    """Whether any marker's hint is in the line: one look for all of them."""
    try:
        return bool(HINTS.find_matches_as_indexes(line))
    except UnicodeEncodeError:  # half of a surrogate pair, which no hint holds, but perhaps one stands beside it
        return True
