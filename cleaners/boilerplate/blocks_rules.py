"""What blocks that go are called, and the sentence that says why."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cleaners.boilerplate.blocks_words import parts
from cleaners.boilerplate.line_types import THE_DAY
from cleaners.markup.blocks import Blocks

# Parts of class, id and role words, element names in angle brackets, and the rule that they name. Where an element
# names several, the first here wins.
RULE_PARTS = {
    "cookie-notice": "cookie cookies consent gdpr onetrust cmp privacy",
    "comments": "comment comments disqus respond discussion commentlist replies wpdiscuz",
    "share-bar": "share sharing social addthis sharedaddy socials addtoany follow shares whatsapp",
    "newsletter": "newsletter newsletters subscribe subscription signup optin mailchimp mailing inbox",
    "paywall": "paywall gate regwall piano premium login signin register gated tinypass",
    "advertisement": "ad ads advert advertisement adslot sponsored sponsor dfp promo promoted affiliate taboola",
    "caption": "<figcaption> caption credit wp-caption credits photo gallery slideshow",
    "byline": "byline author authors writer contributor bio profile vcard",
    "date": "date timestamp dateline published posted updated",
    "navigation": "<nav> nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc skip tabs",
    "related-links": "related recommended recommendations recirc popular trending latest readmore suggested similar "
    "teaser teasers card cards carousel more mostread upnext",
    "tags": "tags tag topics categories category kicker eyebrow label",
    "video": "video player podcast playlist audio",
    "footer": "<footer> footer colophon copyright contentinfo",
    "site-header": "<header> masthead topbar banner header branding logo",
    "sidebar": "<aside> sidebar aside widget widgets rail complementary",
    "form": "<form> form search",
    "popup": "modal popup overlay lightbox dialog tooltip drawer toast",
}
RULE_OF = {part: rule for rule, names in reversed(RULE_PARTS.items()) for part in names.split()}
ORDER = {rule: place for place, rule in enumerate(RULE_PARTS)}
LEVELS = 6  # how far up an element may name what a block is
LONGEST_NAME = 40  # code points
MOSTLY_LINKS = 0.5
LONGEST_DATE = 60  # code points
NOWHERE = -1

REPEATS, OWN_MARKER = "repeats-in-source", "own-marker"
OF_SOURCE = {
    REPEATS: "the same line stands in at least four documents of this source",
    OWN_MARKER: "a marker set for this source, and what follows it",
}


class Named(NamedTuple):
    """The rule that takes a block, and the element whose name or words say so (`NOWHERE`: none does)."""

    rule: str
    element: int


class Naming:
    """Names the blocks of one page whose article runs from block `first` to block `last`."""

    def __init__(self, blocks: Blocks, first: int, last: int) -> None:
        self.blocks = blocks
        self.first, self.last = first, last
        self._named: dict[int, Named | None] = {}

    def named(self, block: int, text: str) -> Named:
        """What a block is: what its nearest telling element says, else what its text is, else where it stands."""
        if found := self._by_element(self.blocks.element[block]):
            return found
        if inline := rule_named("", self.blocks.inline[block]):
            return Named(inline, NOWHERE)
        if len(text) <= LONGEST_DATE and THE_DAY.search(text):
            return Named("date", NOWHERE)
        mostly_links = self.blocks.linked[block] > MOSTLY_LINKS * len(text)
        return Named("related-links" if mostly_links else f"{self._place(block)}-article", NOWHERE)

    def _by_element(self, innermost: int) -> Named | None:
        """What the nearest telling element says, and the outermost of those around it that say the same."""
        if innermost in self._named:
            return self._named[innermost]
        found, at = None, innermost
        for _ in range(LEVELS):
            if at < 0:
                break
            rule = rule_named(self.blocks.elements.tags[at], self.blocks.elements.words[at])
            if rule and (found is None or rule == found.rule):
                found = Named(rule, at)
            at = self.blocks.elements.parents[at]
        self._named[innermost] = found
        return found

    def reason(self, named: Named, first: int, last: int, size: int) -> str:
        """Why the blocks from `first` up to `last`, together `size` code points, go."""
        if named.rule in OF_SOURCE:
            return OF_SOURCE[named.rule]
        lines = f"{last - first} lines" if last - first > 1 else "a line"
        reasons = [f"{lines} in {self._shown(named.element)}" if named.element != NOWHERE else lines]
        linked = min(1.0, sum(self.blocks.linked[first:last]) / max(size, 1))
        if linked > MOSTLY_LINKS:
            reasons.append(f"{linked:.0%} of it links")
        place = self._place(first)
        reasons.append("unlike the text around it" if place == "inside" else f"{place} the article")
        return ", ".join(reasons)

    def _place(self, block: int) -> str:
        if block < self.first:
            return "above"
        return "below" if block > self.last else "inside"

    def _shown(self, element: int) -> str:
        tag, words = self.blocks.elements.tags[element], " ".join(self.blocks.elements.words[element].split())
        words = words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"
        return f"<{tag}> “{words}”" if words else f"<{tag}>"


@lru_cache(maxsize=1 << 16)
def rule_named(tag: str, words: str) -> str:
    """The rule that an element's name and words speak of, or nothing.

    >>> rule_named("div", "social-share top"), rule_named("footer", ""), rule_named("div", "story")
    ('share-bar', 'footer', '')
    """
    named = [RULE_OF[part] for part in (f"<{tag}>", *parts(words)) if part in RULE_OF]
    return min(named, key=ORDER.__getitem__, default="")
