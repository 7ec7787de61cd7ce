"""Every rule of the stage is shown removing something: a line of a plain text, or an element of a page."""

from __future__ import annotations

import pytest

from faircopy.cleaners.boilerplate.kinds import KINDS
from faircopy.cleaners.boilerplate.repeats import line_key
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document

RECIPE = NEWS.only(frozenset({"boilerplate"}))
HEADLINE = "Council agrees to repair the old bridge"
LEAD = "The council agreed on Tuesday to repair the bridge over the river before the winter, its chair said."
MORE = "Work is due to start in the second week of October, and the road will stay open at night throughout."
END = "Two firms have offered to do it, and the cheaper of them asks for three hundred thousand pounds in all."
ARTICLE = [HEADLINE, LEAD, MORE, END]
HOUSE_LINE = "The Bree Courier is printed at the old mill"

TEXTS = {
    "boilerplate/about-author": ([*ARTICLE, "Ann Example is a reporter at the Courier"], "Ann Example is"),
    "boilerplate/advertisement": ([HEADLINE, LEAD, "Advertisement", MORE, END], "Advertisement"),
    "boilerplate/byline": ([HEADLINE, "By Ann Example", LEAD, MORE, END], "By Ann Example"),
    "boilerplate/caption": ([HEADLINE, LEAD, "The old bridge (Photo: Ann Example)", MORE, END], "The old bridge"),
    "boilerplate/comment-form": ([*ARTICLE, "Leave a Comment"], "Leave a Comment"),
    "boilerplate/cookie-notice": ([*ARTICLE, "This site uses cookies to give you a better visit."], "This site uses"),
    "boilerplate/copyright": ([*ARTICLE, "© 2024 Example Media. All rights reserved."], "© 2024"),
    "boilerplate/date": ([HEADLINE, "June 3, 2024", LEAD, MORE, END], "June 3"),
    "boilerplate/menu": (["Skip to main content", *ARTICLE], "Skip to"),
    "boilerplate/newsletter": ([HEADLINE, LEAD, "Sign up for our daily newsletter", MORE, END], "Sign up"),
    "boilerplate/own-marker": ([*ARTICLE, "More of our town", "A walk around the mill"], "A walk around"),
    "boilerplate/read-more": ([HEADLINE, LEAD, "Read more: The ferry that never sailed", MORE, END], "Read more"),
    "boilerplate/related-links": ([*ARTICLE, "Related posts", "Ferry to stop"], "Ferry to stop"),
    "boilerplate/repeats-in-source": ([HEADLINE, LEAD, HOUSE_LINE, MORE, END], HOUSE_LINE),
    "boilerplate/second-copy": ([HEADLINE, LEAD, MORE, MORE, END], MORE),
    "boilerplate/section": (["My Blog", "Politics", *ARTICLE], "Politics"),
    "boilerplate/share-bar": ([HEADLINE, LEAD, "Share this article", MORE, END], "Share this"),
    "boilerplate/site-header": (["My Blog", "Politics", *ARTICLE], "My Blog"),
    "boilerplate/site-notice": ([*ARTICLE, "Terms and conditions"], "Terms and"),
    "boilerplate/tags": ([*ARTICLE, "Tags: bridge, council"], "Tags: bridge"),
    "boilerplate/teaser": (
        [*ARTICLE, "Check Also", "The ferry will not sail because the …"],
        "The ferry will",
    ),
}

PAGES = {
    "boilerplate/comments": "<div class=comments><p>I saw it from my window, and so did the cat.</div>",
    "boilerplate/footer": "<footer><p>Printed in Bree by the Courier</footer>",
    "boilerplate/form": "<form><p>Your message to the editor of the Courier</form>",
    "boilerplate/media": "<div class=video-player><p>The bridge from above 1:20</div>",
    "boilerplate/page-furniture": "<div class=c7><p>Reel 118, item 4</div>",
    "boilerplate/paywall": "<div class=paywall><p>You have read all your free articles this month.</div>",
    "boilerplate/popup": "<div class=modal><p>Are you sure that you want to leave the Courier?</div>",
    "boilerplate/search": "<div class=search-box><p>Search the archive of the Courier</div>",
    "boilerplate/sidebar": "<div class=sidebar><p>Weather in Bree: rain, 12 degrees, wind from the west</div>",
}
SHELL = (
    "<html><head><title>{0}</title></head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav>"
    "<article><h1>{0}</h1><p>{1}<p>{2}<p>{3}<p>{1}<p>{3}</article>{4}</body></html>"
)


def edits_of(document):
    repeats = {"courier": frozenset({line_key(HOUSE_LINE)})}
    resources = Resources(Options(markers=("More of our town",)), repeats)
    return clean_batch([document], RECIPE, resources)[0].edits


def test_every_rule_has_an_example():
    assert TEXTS.keys() | PAGES.keys() == {f"boilerplate/{name}" for name in KINDS}


@pytest.mark.parametrize(("rule", "lines", "removed"), [(rule, *case) for rule, case in TEXTS.items()], ids=TEXTS)
def test_removes_a_line(rule, lines, removed):
    edits = edits_of(Document("text", "\n\n".join(lines), source="courier"))
    assert rule in {edit.rule for edit in edits if edit.before.startswith(removed)}


@pytest.mark.parametrize(("rule", "element"), PAGES.items(), ids=PAGES)
def test_removes_an_element(rule, element):
    html = SHELL.format(*ARTICLE, element)
    words = element.partition("<p>")[2].partition("<")[0]
    assert rule in {edit.rule for edit in edits_of(Document("page", "", html=html)) if words in edit.before}
