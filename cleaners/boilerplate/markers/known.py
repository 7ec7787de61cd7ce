"""The markers of English pages: whole lines such as "Leave a Comment" or "© 2024 Example Media".

Patterns match lines in lower case, since `re.IGNORECASE` is several times slower.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from faircopy.cleaners.boilerplate.kinds import (
    ADVERTISEMENT,
    CAPTION,
    COMMENT_FORM,
    COOKIE_NOTICE,
    COPYRIGHT,
    DATE,
    MENU,
    NEWSLETTER,
    READ_MORE,
    RELATED_LINKS,
    SHARE_BAR,
    SITE_NOTICE,
    TAGS,
)
from faircopy.cleaners.boilerplate.markers.captions import CAPTIONS
from faircopy.cleaners.boilerplate.markers.marker import Marker, marker

__all__ = ("MARKERS", "Marker", "marker_of")

NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|pinterest|linkedin|reddit|flipboard|telegram|messenger|instagram|tumblr|bluesky|"
    r"threads|google\+|pocket|stumbleupon|e-?mail|print|copy link|sms|viber|vk|gab|gettr|parler|mastodon|line|skype)"
)
PIECE = r"(?:posts?|articles?|stor(?:y|ies)|news|topics?|content|coverage|links|reading|videos?|items)"

MARKERS: Sequence[Marker] = (
    marker(
        RELATED_LINKS,
        rf"(?:related|recommended|recent|latest|similar|suggested|trending|popular|featured|more) {PIECE}",
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy))",
        r"check also|see also|also read|read also|also see",
        r"read next|up next|what to read next|more like this|keep reading",
        r"most (?:popular|read|viewed|shared|commented)|trending(?: now)?|don[’']?t miss|recommended(?: for you)?",
        r"(?:around|from) the web|from our partners|editor[’']?s[’']? picks?|in case you missed it",
        r"top stories|must reads?",
        rf"more from (?:\S+ ?){{1,4}}|more {PIECE} (?:from|on|in|by) .{{1,40}}|related",
        opens=True,
        reason="a heading of links to other articles",
    ),
    marker(
        COMMENT_FORM,
        r"(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)(?: cancel reply)?|leave comment",
        r"(?:view|show|read|load|see) (?:all )?(?:\d+ )?comments|(?:\d+|no) (?:comments?|responses|replies)",
        r"(?:comments?|conversation|discussion|responses|replies) ?\(\d+\)",
        r"join the (?:conversation|discussion|debate)|be the first to comment|cancel reply|have your say",
        opens=True,
        reason="the heading of a comment form",
    ),
    marker(
        COMMENT_FORM,
        r"(?:your )?e-?mail address will not be published\.?(?: required fields are marked ?\*?)?",
        r"required fields are marked ?\*?|save my name, e-?mail,? and website in this browser.{0,60}",
        r"you must be logged in to (?:post a )?comment|notify me of (?:new posts|follow-?up comments).{0,20}",
        reason="part of a comment form",
    ),
    marker(
        SHARE_BAR,
        rf"(?:click to )?(?:share|tweet|pin|post|send|save)(?: (?:this|on|via|to|by|with|it))*(?: "
        rf"(?:{NETWORK}|article|story|post|page|news|a friend))*(?: \(opens in (?:a )?new window\))?",
        rf"{NETWORK}(?:[ ,|/•·]+{NETWORK})*|(?:[\d.,]+k? )?shares?|copy (?:the )?link|link copied!?",
        r"follow (?:us|me) (?:on|at) .{1,60}|follow us|like this|loading|like loading",
        r"click to (?:email|print)\b.{0,60}",
    ),
    marker(
        NEWSLETTER,
        r"subscribe(?: now| today| here)?|sign up(?: now| today| here)?|newsletters?",
        r"(?:subscribe|sign up) (?:to|for) (?:our|the|my)\b.{0,100}"
        r"(?:newsletter|updates|channel|alerts|podcast|inbox).{0,60}",
        r"get (?:our|the) (?:latest|best|top|daily).{0,80}(?:inbox|newsletter|e-?mail)\b.{0,40}",
        r"(?:please )?(?:support (?:our|independent|quality|local) (?:journalism|reporting|newsroom)|"
        r"become a (?:member|subscriber|supporter))\b.{0,100}",
        r"(?:enter )?your e-?mail(?: address)?",
    ),
    marker(
        COOKIE_NOTICE,
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing)).{0,80}\bcookies?\b.{0,200}",
        r"(?:accept|reject|allow|manage)(?: all)?(?: cookies| preferences)?",
        r"cookie (?:policy|settings|preferences|notice)",
    ),
    marker(
        SITE_NOTICE,
        r"(?:to view this.{0,60}|please )?\benable java ?script.{0,160}|media playback is (?:un|not )supported.{0,40}",
        r"(?:sorry, )?your browser (?:does not|doesn[’']t) support.{0,100}",
        r"don[’']t show (?:me )?this (?:message )?again",
        r"privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|(?:and|&) conditions)",
        r"by (?:signing up|subscribing|registering|submitting|continuing|creating).{0,60}\byou (?:agree|consent|accept|"
        r"acknowledge)\b.{0,60}\b(?:privacy|policy|terms|conditions)\b.{0,120}",
    ),
    marker(
        ADVERTISEMENT,
        r"advertisements?|advertisement ?[-–—] ?(?:continue reading|scroll).{0,30}",
        r"sponsored(?: content)?|promoted(?: content)?|ad",
        r"(?:story|article|content) continues (?:below|after).{0,40}",
        r"continue reading(?: below| the main story)?|scroll (?:down )?to continue.{0,40}",
        reason="a label around an advertisement",
    ),
    marker(
        ADVERTISEMENT,
        r".{0,150}\b(?:may|might|can|could) (?:earn|receive|get|make)(?: us)?(?: an?| some)?(?: small| affiliate)*"
        r" (?:commission|share of|money from).{0,150}",
        r".{0,60}\bcontains affiliate links\b.{0,60}",
        hints=("commission", "share of", "money from", "affiliate"),
        reason="says that the site earns by its links",
    ),
    marker(
        COPYRIGHT,
        r".{0,150}\ball rights reserved\b.{0,100}",
        r".{0,100}\bmay not be (?:published|reproduced)\b.{0,150}",
        r".{0,60}\bsubject to copyright\b.{0,250}",
        hints=("copyright", "reserved", "may not be"),
    ),
    marker(
        COPYRIGHT,
        # "© 2024 Example Media", "Copyright Ann Example"; but "Copyright law is old", and "(c)" opens list items
        r"(?:(?i:copyright)[\s:,]*|©\s*)+(?:(?i:by|the) )?[A-Z\d@].{0,120}",
        r"(?i:© ?copyright|copyright ?(?:©|\(c\))) .{1,120}|\([cC]\),? ?(?:.{0,40} )?(?:19|20)\d\d\b.{0,120}",
        hints=("copyright", "©", "(c)"),
        case_sensitive=True,
    ),
    marker(
        READ_MORE,
        r"[^\w\"'“‘«]{0,3}(?:read (?:more|also|next|this)|also read|see also|related(?: \w+)?|also|trending|"
        r"don[’']?t miss|must[ -]read|recommended|further reading|explore more|up next|you may also like)"
        r" ?(?:[:|»>]|[-–—] ).{1,250}",
    ),
    marker(
        READ_MORE,
        r"(?:READ MORE|READ NEXT|RELATED|WATCH|ALSO READ|SEE ALSO|LISTEN|TRENDING)\b.{8,250}",
        r"(?:Trending|Exclusive|EXCLUSIVE|BREAKING|OPINION|VIDEO|PHOTOS): ?[A-Z“‘\"'#].{15,300}[^.!?]",
        case_sensitive=True,
    ),
    *CAPTIONS,
    marker(
        TAGS,
        r"(?:tags?|topics?|filed under|(?:published|posted|filed) (?:under|in)|categor(?:y|ies)|related topics|"
        r"keywords|tagged) ?: ?.{0,200}",
    ),
    marker(
        DATE,
        r"(?:first |last )?(?:published|posted|updated|modified)\b[^.!?]{0,60}\b(?:20\d\d|\d{1,2}:\d\d|ago)\b.{0,40}",
        reason="says when the page was made, no part of the text",
    ),
    marker(
        DATE,
        r"\d+ ?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?",
        reason="says how long the text takes to read",
    ),
    marker(
        READ_MORE,
        r"read (?:more|the full (?:story|article).{0,30})|click here.{0,40}|learn more|see more",
        reason="a link to the rest of a text",
    ),
    marker(
        MENU,
        r"skip to (?:the )?(?:main )?(?:content|navigation|menu)|back to (?:top|(?:the )?(?:main )?menu)",
        r"current issue|visit (?:the )?website|explore further|social sharing|live reporting|print edition",
        r"(?:view|photo|image|picture) gallery|next slide|in pictures|sharing is caring|\d{1,3} of \d{1,3}",
    ),
)

# One pattern for all markers without hints and one for the case-sensitive ones among them: these two
# matches rule out most lines.
UNHINTED = re.compile("|".join(m.pattern.pattern for m in MARKERS if not m.hints and not m.case_sensitive))
UNHINTED_CASED = re.compile("|".join(m.pattern.pattern for m in MARKERS if not m.hints and m.case_sensitive))
HINTED = tuple(m for m in MARKERS if m.hints)
HINTS = AhoCorasick([hint for m in HINTED for hint in m.hints])
LONGEST = 500  # code points of a line that may be a marker
# A sentence after a colon is no title, name or keyword: "Related: two brothers and a cousin, all millers.",
# "Photo: none exists."
SENTENCE = re.compile(
    r"[A-Z][A-Za-z]*(?: [a-z]+)?: (?!(?:courtesy|supplied|provided|handout|via|by|from)\b)[a-z][^|/@]*[.!?][\"”’)]?"
)
BEFORE_TITLES = frozenset((READ_MORE, CAPTION, TAGS))  # kinds whose label comes before a title, a name or keywords


@lru_cache(maxsize=1 << 13)
def marker_of(line: str) -> Marker | None:
    """The first marker that matches a line.

    >>> marker_of("Leave a Comment").kind.name, marker_of("Comment was not available.")
    ('comment-form', None)
    """
    if len(line) > LONGEST:
        return None
    lower = line.lower()
    hinted = _has_hint(lower)
    unhinted = UNHINTED.fullmatch(lower) or UNHINTED_CASED.fullmatch(line)
    if not hinted and not unhinted:
        return None
    for each in MARKERS if unhinted else HINTED:
        if each.hints and not any(map(lower.__contains__, each.hints)):
            continue
        if each.pattern.fullmatch(line if each.case_sensitive else lower):
            return None if each.kind in BEFORE_TITLES and SENTENCE.fullmatch(line) else each
    return None


def _has_hint(line: str) -> bool:
    """Whether a line holds a hint of any marker."""
    try:
        return bool(HINTS.find_matches_as_indexes(line))
    except UnicodeEncodeError:  # the library refuses lone surrogates; the hints are tried one by one then
        return True
