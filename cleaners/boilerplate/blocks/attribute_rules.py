"""What the name, class, id and role words of an element say a block is: the rules that take blocks, as data."""

from __future__ import annotations

from functools import lru_cache

from faircopy.cleaners.boilerplate.blocks.attribute_words import parts

# Parts of the words, whole words after a stop, element names in angle brackets, and the rule that they name. Where an
# element names several, the first here wins.
RULE_PARTS = {
    "cookie-notice": "cookie cookies consent gdpr onetrust cmp",
    "comments": "comment comments disqus respond discussion commentlist replies wpdiscuz",
    "share-bar": "share sharing social addthis sharedaddy socials addtoany follow shares whatsapp",
    "newsletter": "newsletter newsletters subscribe subscription signup optin mailchimp mailing inbox",
    "paywall": "paywall regwall piano gated tinypass gating",
    "advertisement": "ad ads advert advertisement adslot adsense sponsored sponsor dfp affiliate taboola outbrain",
    "menu": "<nav> nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc skip tabs",
    "related-links": "related recommended recommendations recirc popular trending latest readmore suggested similar "
    "carousel more mostread upnext",
    "caption": "<figcaption> caption credit wp-caption credits photo",
    "about-author": "bio biography authorbox .author-bio .author-box .about-author",
    "byline": "byline author authors writer contributor vcard",
    "date": "date timestamp dateline published posted updated",
    "section": "kicker eyebrow overline .category .categories .cat-links",
    "tags": "taglist keywords topics .tag .tags .article-tags .post-tags .entry-tags .tag-list .tags-list .tags-links",
    "teaser": "teaser teasers card cards promo",
    "media": "video player podcast playlist audio gallery slideshow",
    "footer": "<footer> colophon contentinfo .footer .site-footer .page-footer .main-footer .global-footer",
    "site-header": "<header> masthead topbar branding logo .header .site-header .page-header .main-header",
    "search": "search",
    "sidebar": "<aside> sidebar aside widget widgets rail complementary",
    "form": "<form> form",
    "popup": "modal popup overlay lightbox dialog tooltip drawer toast",
}
RULE_OF = {part: rule for rule, names in reversed(RULE_PARTS.items()) for part in names.split()}
ORDER = {rule: place for place, rule in enumerate(RULE_PARTS)}
# Rules that say where a block stands rather than what it is; an element further up with one of the others says more.
GENERAL = frozenset({"footer", "site-header", "sidebar", "form", "popup"})
TELLING = frozenset(
    {"cookie-notice", "comments", "share-bar", "newsletter", "paywall", "advertisement", "menu", "related-links"}
)
# The most words of a block that is what its element says, if it is no link: tweets stand in `social` elements,
# whole articles below `menu` and `date` ones.
MOST_WORDS = {"share-bar": 12, "menu": 12, "section": 8, "tags": 12, "date": 16, "byline": 60, "search": 12}
# The most words of a link that is what its element says: headlines stand in `share` and `author` elements too.
MOST_LINK_WORDS = {"caption": 0, "media": 0, "share-bar": 8, "byline": 8, "about-author": 8, "section": 8, "date": 8}
# `<header>` and `<footer>` are the page's only outside these; inside, they are those of a story or a card.
SECTIONS = frozenset({"article", "section", "aside", "nav", "li", "main"})


@lru_cache(maxsize=1 << 16)
def rule_named(tag: str, words: str) -> str:
    """The rule that an element's name and words speak of, or nothing.

    >>> rule_named("div", "social-share top"), rule_named("footer", ""), rule_named("div", "story")
    ('share-bar', 'footer', '')
    """
    named = [RULE_OF[part] for part in (f"<{tag}>", *parts(words)) if part in RULE_OF]
    return min(named, key=ORDER.__getitem__, default="")


def fits(rule: str, words: int, is_link: bool) -> bool:
    """Whether a block of so many words, made of links or not, can be what its element says."""
    return words <= (MOST_LINK_WORDS if is_link else MOST_WORDS).get(rule, words)
