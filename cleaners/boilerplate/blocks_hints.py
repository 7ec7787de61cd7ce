"""What the class, id and role words of an element say it is for."""

from __future__ import annotations

import re
from functools import lru_cache

# What the words look like, by purpose. A purpose is a bit: 1 << its place in this list.
PURPOSES = {
    "article": r"article|story|post(?:ing)?\b|entry|hentry|postbody",
    "body": r"body|content|copy|prose|richtext|rich-text|paragraph|wysiwyg|\btext\b|text-block",
    "main": r"\bmain",
    "headline": r"headline|title|heading",
    "summary": r"summary|standfirst|deck\b|dek\b|lede?\b|intro|excerpt|subtitle|sub-title|teaser|abstract|description",
    "navigation": r"nav|menu|breadcrumb|bread-crumb|skip|pagination|pager|toc\b|table-of-contents|tabs?\b",
    "related": r"relat|recommend|recirc|more-|most-|popular|trending|also|next-|prev|similar|suggest|outbrain|taboola|"
    r"latest|read-?more|teasers?-|promo|card|tout|carousel|slider|swiper|feed|listing|grid",
    "share": r"shar(?:e|ing)|social|follow|facebook|twitter|whatsapp|addthis|sharedaddy|print",
    "comments": r"comment|disqus|respond|reply|discuss",
    "footer": r"foot(?!age|ball|note)|colophon|copyright|legal|bottom",
    "header": r"header|masthead|banner|topbar|top-bar|branding|logo",
    "aside": r"side-?bar|aside|complementary|widget|rail\b|secondary|infobox|callout|factbox|\bbox\b",
    "advert": r"\bads?\b|\bads?[-_]|[-_]ads?\b|advert|sponsor|adslot|ad-slot|dfp|commercial|affiliate|disclosure",
    "newsletter": r"newsletter|subscri|sign-?up|\bform|optin|opt-in|mailing|email|cta\b|call-to-action",
    "caption": r"caption|credit|figure|photo|image|img|gallery|picture|media|thumb|slideshow",
    "video": r"video|player|audio|podcast|playlist",
    "byline": r"byline|author|writer|contributor|\bbio\b|profile|avatar|vcard",
    "date": r"date|time|publish|updated|meta\b|metadata|post-?info|dateline",
    "tags": r"\btags?\b|[-_]tags?|tags?[-_]|topic|categor|keyword|label|section-name|kicker|eyebrow|rubric",
    "cookies": r"cookie|consent|gdpr|privacy|onetrust|\bcmp\b",
    "overlay": r"modal|popup|pop-up|overlay|lightbox|dialog|tooltip|drawer|dropdown|toast|alert|notice",
    "paywall": r"paywall|pay-wall|login|log-in|register|regwall|premium|member|account|piano",
    "quote": r"quote|pull",
    "embed": r"embed|tweet|instagram|iframe|oembed",
    "hidden": r"hidden|sr-only|screen-?reader|visually|invisible|a11y",
    "note": r"footnote|disclaimer|correction|editor|endnote|references|source",
}
NAMES = tuple(PURPOSES)
_PATTERNS = [re.compile(pattern) for pattern in PURPOSES.values()]
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
MOST_WORDS = 300  # code points; longer lists are styling


@lru_cache(maxsize=1 << 15)
def purposes(words: str) -> int:
    """The purposes that an element's words name, as bits.

    >>> purposes("articleBody") == purposes("article-body") == 1 << NAMES.index("article") | 1 << NAMES.index("body")
    True
    """
    words = _HUMP.sub("-", words[:MOST_WORDS]).lower().replace("_", "-")
    return sum(1 << place for place, pattern in enumerate(_PATTERNS) if pattern.search(words))
