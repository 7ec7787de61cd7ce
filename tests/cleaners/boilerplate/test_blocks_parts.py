"""The parts of the decision over pages: class words, elements as arrays, the headline, names, cuts."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate.blocks.attribute_rules import kind_of_element
from faircopy.cleaners.boilerplate.blocks.attribute_words import ElementWords, word_parts
from faircopy.cleaners.boilerplate.blocks.cuts import cuts
from faircopy.cleaners.boilerplate.blocks.find import headline_of
from faircopy.cleaners.boilerplate.blocks.headline import find_headline, levels_to_common_ancestor
from faircopy.cleaners.boilerplate.blocks.inline_blocks import blocks_to_keep
from faircopy.cleaners.boilerplate.blocks.lists import average_lists
from faircopy.cleaners.boilerplate.blocks.naming import BlockName, BlockNamer, is_row_of_links
from faircopy.cleaners.boilerplate.blocks.overrides import blocks_by_elements, blocks_by_words
from faircopy.cleaners.boilerplate.blocks.quotes import average_quotes, drop_partial_quotes, extend_to_quotes, quotes_of
from faircopy.cleaners.boilerplate.blocks.reasons import Reasons
from faircopy.cleaners.boilerplate.blocks.stacked_features import stacked_columns
from faircopy.cleaners.boilerplate.blocks.tree import read_tree
from faircopy.cleaners.boilerplate.kinds import KINDS
from faircopy.cleaners.boilerplate.text_lines import placed_lines
from faircopy.cleaners.markup import read_page
from faircopy.cleaners.resources import Resources

PAGE = """<body><nav class=site-nav><a href=/>Home</a></nav>
<article><h1>Flood in Bree</h1><div class=story><p>It rained.<p>It rained on.</div></article>
<div class=box><p>More</div></body>"""


def tree_of(html, scores=None):
    return read_tree(read_page(html).notes["blocks"], ElementWords(scores or {}))


def test_totals_of_elements():
    tree = tree_of(PAGE)
    totals = tree.total(np.array([1.0, 10, 100, 1000, 10000]))
    assert totals[0] == 11111
    assert sorted(totals[1:].tolist()) == sorted([11111, 11111, 1, 1110, 10, 1100, 100, 1000, 10000, 10000])


def test_scores_of_words_are_inherited():
    scores = tree_of("<div class=good><div class=bad><p>Text", {"good": 2.0, "bad": -1.0}).word_scores[:, -1]
    assert scores.tolist() == [0, 0, 0, 2.0, -1.0, pytest.approx((2 * 0.7 - 1) * 0.7)]


def test_same_kind_of_element():
    tree = tree_of("<div class=a><p class=x>1<p class=x>2<p>3</div><div class=b><p class=x>4")
    kinds = tree.kind[tree.around].tolist()
    assert kinds[0] == kinds[1]
    assert len(set(kinds)) == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [("navBar", {".nav-bar", "nav", "bar"}), ("ad-12 AD", {".ad-0", "ad", ".ad", "0"} - {"0"}), ("", set())],
)
def test_parts_of_class_words(words, found):
    assert word_parts(words) == found


def test_climb():
    tree = tree_of(PAGE)
    up, common = levels_to_common_ancestor(tree, int(tree.around[2]))
    assert up.tolist() == [3, 2, 0, 1, 3]
    assert common[2] == tree.around[2]


def test_climb_ends_on_deep_pages():
    tree = tree_of("<p>First</p>" + "<div>" * 2000 + "inside")
    assert levels_to_common_ancestor(tree, int(tree.around[1]))[0].tolist() == [-1, 0]


def test_headline_is_the_line_like_the_title():
    words, in_title = np.array([3, 4, 9]), np.array([0, 4, 4])
    assert find_headline(np.array([0, 1, 0]), words * 5, words, in_title, 4)[0] == 1
    assert find_headline(np.array([0, 0, 0]), words * 5, words, np.zeros(3), 4) == (-1, 0.0)
    assert find_headline(np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0), 4) == (-1, 0.0)


@pytest.mark.parametrize(
    ("tag", "words", "rule"),
    [
        ("nav", "", "menu"),
        ("div", "relatedStories", "related-links"),
        ("div", "c-newsletter__box", "newsletter"),
        ("figcaption", "", "caption"),
        ("div", "gdpr-banner", "cookie-notice"),
        ("p", "shareholder badge", ""),
    ],
)
def test_rules_are_named_by_words(tag, words, rule):
    assert kind_of_element(tag, words) is KINDS.get(rule)


NAMES = [
    ("<nav><a href=/>Home</a></nav>", "menu"),
    ("<a href=#m>Skip to main content</a>", "menu"),
    ("<div class=promo-inline><a href=/>Read also: How to mend a tractor</a></div>", "read-more"),
    ("<div class=ad-slot>Advertisement</div>", "advertisement"),
    ("<p>Anzeige", "advertisement"),
    ("<div class=social>Share Save Print</div>", "share-bar"),
    ("<header class=entry-header>By Paul Example</header>", "byline"),
    ("<p>May 21, 2025", "date"),
    ("<article><footer>9 hours ago</footer></article>", "date"),
    ("<section class=newsletter-box><form><button>Sign me up</button></form></section>", "newsletter"),
    ("<footer><p>Printed in Bree</footer>", "footer"),
    ("<li class='card'><footer>Printed in Bree</footer></li>", "teaser"),
    (
        "<p class=author-bio>Paul Example keeps bees and writes about the valley and its rivers for the paper.",
        "about-author",
    ),
    ("<p class=byline>Words: Paul Example", "byline"),
    ("<p>An odd line", "page-furniture"),
    ("<a href=/>How the mill came to own a tractor</a>", "related-links"),
    ("<p><a href=/>News</a><p><a href=/>Contact</a>", "menu"),
    ("<a href=/>Enlarge image</a>", "page-furniture"),
    ("<div class=author-byline><form><p>Your name</form></div>", "form"),
    (
        "<div class=share-box><a href=/>How the mill by the upper weir came to own one</a></div>",
        "related-links",
    ),
    (
        "<a href=/>How the mill got a tractor</a><p>It had stood unsold in the shed of the brewery for eleven years.",
        "teaser",
    ),
    ("<div class=author-bio><a href=/>Paul Example</a></div>", "byline"),
    ("<p>Stand: 17.06.2025 18:24 Uhr", "date"),
    ("<p>von Anna Beispiel und Paul Muster", "byline"),
    ("<p>Par Anne Exemple", "byline"),
    ("<p>Privacy policy", "site-notice"),
    ("<p><a href=/>Home</a> | <a href=/t>Tech</a> | <a href=/l>Log in</a>", "menu"),
    ("<p><a href=/>Flood at Bree | What the engineers of the council think will follow | Paper</a>", "related-links"),
    ("<p>Conversation (38)", "comment-form"),
    ("<p>Terms and conditions", "site-notice"),
    ("<p>By our political staff", "byline"),
    ("<p>Ann Example covers schools. Contact: ann@example.org", "about-author"),
    ("<p>5 min read", "page-furniture"),
    ("<p>Continue reading", "read-more"),
]


@pytest.mark.parametrize(("html", "rule"), NAMES, ids=[html for html, _ in NAMES])
def test_removed_blocks_have_a_kind(html, rule):
    page = read_page(f"<div class='post category-news tag-tea cookie-law'>{html}<p>It rained.</div>")
    lines = [line.text for line in placed_lines(page.text)]
    stays = np.arange(len(lines)) == len(lines) - 1
    assert BlockNamer(page.notes["blocks"], lines, stays).name(len(lines) - 2).kind.name == rule


KICKERS = [
    ("<main><p>LOCAL GOVERNMENT</p><h1>Flood</h1></main>", "section"),
    ("<main><nav><a href=/>Local government</a></nav><h1>Flood</h1></main>", "section"),
    ("<main><div><a href=/a>News</a></div><div><a href=/>Local government</a></div><h1>Flood</h1></main>", "section"),
    ("<main><nav><a href=/a>News</a><p><a href=/>Local government</a></nav><h1>Flood</h1></main>", "menu"),
    ("<main><p>May 21, 2025</p><h1>Flood</h1></main>", "date"),
    ("<main><p>An odd line, and not a short one</p><h1>Flood</h1></main>", "page-furniture"),
    ("<p>The Bree Courier</p><main><h1>Flood</h1></main>", "page-furniture"),
    ("<p>The Bree Courier</p><h1>Flood</h1>", "page-furniture"),
    ("<main><p>LOCAL GOVERNMENT</p><h2>Flood</h2></main>", "page-furniture"),
]


@pytest.mark.parametrize(("html", "rule"), KICKERS, ids=[html for html, _ in KICKERS])
def test_the_kind_of_a_line_above_the_headline(html, rule):
    page = read_page(f"{html}<p>It rained.")
    lines = [line.text for line in placed_lines(page.text)]
    stays = np.arange(len(lines)) >= len(lines) - 2
    assert BlockNamer(page.notes["blocks"], lines, stays).name(len(lines) - 3).kind.name == rule


def test_reasons_name_what_decided():
    page = read_page(PAGE)
    blocks, lines = page.notes["blocks"], [line.text for line in placed_lines(page.text)]
    [scores] = Resources().block_model.score_pages([(lines, blocks)])
    stays = np.array([False, True, True, True, False])
    named = BlockNamer(blocks, lines, stays).name(0)
    said = Reasons(blocks, lines, scores.columns, stays).of(named, 0, 1, 0.02)
    assert said.startswith("a menu, label or button of the page: a line in <nav> “site-nav”, 100% of it links, ")
    assert said.endswith("(probability 0.98)")


HEADINGS = [
    ("<h3>Related stories</h3>", "under the heading “Related stories”"),
    ("<h3>Newsletter</h3>", "under the heading “Newsletter”"),
    ("<h3>Newsletter</h3><h2>The mill</h2>", ""),
    ("<p>Related stories</p>", ""),
]


@pytest.mark.parametrize(("heading", "said"), HEADINGS)
def test_reasons_name_the_heading_above(heading, said):
    page = read_page(f"<article><h1>Flood</h1><p>It rained.</article><div>{heading}<p>Odd</div>")
    blocks, lines = page.notes["blocks"], [line.text for line in placed_lines(page.text)]
    [scores] = Resources().block_model.score_pages([(lines, blocks)])
    stays = np.arange(len(lines)) < 2
    why = Reasons(blocks, lines, scores.columns, stays).of(BlockName(KINDS["menu"]), len(lines) - 1, len(lines), 0.02)
    assert ("heading" in why) == bool(said) and said in why


def test_between_paragraphs():
    page = read_page("<div><p>It rained.<p>Bree<p><a href=/>More</a><p>Anzeige<p>It rained on.</div><p>Odd")
    lines = [line.text for line in placed_lines(page.text)]
    probabilities = np.array([0.9, 0.3, 0.3, 0.3, 0.9, 0.3])
    assert blocks_to_keep(page.notes["blocks"], lines, probabilities, 0.5) == [1]


def test_tables_between_paragraphs():
    rows = "<tr class=player-1><td>Bree<td>12<tr class=player-2><td>Staddle<td>7"
    page = read_page(
        f"<div><p>It rained.<table>{rows}</table><p>It rained on.<table class=ads>{rows}</table><p>And on."
    )
    lines = [line.text for line in placed_lines(page.text)]
    probabilities = np.array([0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.9])
    assert blocks_to_keep(page.notes["blocks"], lines, probabilities, 0.5) == [1, 2]


def test_lines_of_a_paragraph_are_kept_together():
    page = read_page("<p>It rained.<p>Who counts the rain<br>must count again.<p>And on.")
    lines = [line.text for line in placed_lines(page.text)]
    assert blocks_to_keep(page.notes["blocks"], lines, np.array([0.9, 0.4, 0.9, 0.9]), 0.5) == [1]


def test_notes_near_the_article_are_kept():
    notes = "<p>Reporting by Ann Example; Editing by Paul Sample<p>This article is more than 3 months old"
    page = read_page(f"<div><p>It rained.</div><div>{notes}</div>")
    lines = [line.text for line in placed_lines(page.text)]
    assert blocks_to_keep(page.notes["blocks"], lines, np.array([0.9, 0.01, 0.01]), 0.5) == [1]


def test_blocks_in_comments_are_removed_unless_they_are_the_article():
    page = read_page("<div class=comments><h1>Flood</h1><p>It rained.<div class=comment-list><p>I saw it.</div></div>")
    lines = [line.text for line in placed_lines(page.text)]
    assert set(blocks_by_elements(page.notes["blocks"], lines, np.ones(3, bool), 0)) == {2}


def test_blocks_by_words():
    page = read_page(
        "<h1>Share</h1><p>Share Save Print<p>We share and save.<p>Read more: The mill<ul><li>Print, save</ul>"
    )
    lines = [line.text for line in placed_lines(page.text)]
    found = blocks_by_words(page.notes["blocks"], lines, np.ones(5, bool))
    assert {block: named.kind.name for block, named in found.items()} == {1: "share-bar", 3: "read-more"}


AUTHORS = [
    ("By our political staff", "byline"),
    ("By staff writers", "byline"),
    ("Written by our business desk and agencies", "byline"),
    ("Ann Example covers schools. Contact: ann@example.org", "about-author"),
    (
        "Ann Example writes about rivers and rain. You can reach her at [email\N{NO-BREAK SPACE}protected]",
        "about-author",
    ),
    ("By our count, forty houses stood under water.", ""),
    ("By the staff of the mill it was called the old goat.", ""),
    ("The fund covers schools. Contact the council.", ""),
]


@pytest.mark.parametrize(("line", "rule"), AUTHORS)
def test_bylines_are_removed_by_their_words(line, rule):
    page = read_page(f"<p>It rained.<p>{line}")
    named = blocks_by_words(page.notes["blocks"], ["It rained.", line], np.ones(2, bool))
    assert [one.kind.name for one in named.values()] == ([rule] if rule else [])


QUOTES = "<p>It rained on and on.<blockquote><p>Ha ha<p>Ann, <i>baker</i></blockquote><p>And on and on and on."


def test_quotes_of_a_page():
    page = read_page(f"{QUOTES}<blockquote><blockquote><p>a</blockquote><p>b</blockquote>")
    lines = [line.text for line in placed_lines(page.text)]
    assert quotes_of(page.notes["blocks"], lines, np.ones(6), 0.5) == [range(1, 3), range(4, 6)]
    assert quotes_of(page.notes["blocks"], lines, np.array([0.1, 0.9, 0.9, 0.1, 0.1, 0.1]), 0.5) == [range(4, 6)]


def test_quotes_are_kept_or_removed_as_a_whole():
    lines = [line.text for line in placed_lines(read_page(QUOTES).text)]
    assert average_quotes([range(1, 3)], lines, np.array([1, 0.2, 0.6, 1])).tolist() == pytest.approx([1, 0.4, 0.4, 1])
    assert extend_to_quotes([0, 2], [range(1, 3)]) == [0, 1, 2]
    assert extend_to_quotes([0], [range(1, 3)]) == [0]
    menu = BlockName(KINDS["menu"])
    assert set(drop_partial_quotes({0: menu, 2: menu}, [range(1, 3)])) == {0}
    assert set(drop_partial_quotes({1: menu, 2: menu}, [range(1, 3)])) == {1, 2}


def test_quotes_between_paragraphs():
    page = read_page(f"{QUOTES}<div class=embed><blockquote><p>Ho</blockquote></div><p>And so on.")
    lines = [line.text for line in placed_lines(page.text)]
    probabilities = np.array([0.9, 0.15, 0.15, 0.9, 0.15, 0.9])
    assert blocks_to_keep(page.notes["blocks"], lines, probabilities, 0.5) == []
    assert blocks_to_keep(page.notes["blocks"], lines, probabilities, 0.5, {1, 2, 4}) == [1, 2, 4]


HEADLINES = [
    ("<title>Flood in Bree</title><h1>The Courier</h1><h1>Flood</h1><p>Text", 1),
    ("<title>Flood in Bree</title><h1>The Courier</h1><p>Text", -1),
    ("<h1>The Courier</h1><h1>Flood</h1><p>Text", 1),
    ("<h2>Flood</h2><p>Text", -1),
]


@pytest.mark.parametrize(("html", "headline"), HEADLINES)
def test_headline_of_a_page(html, headline):
    page = read_page(html)
    lines = list(placed_lines(page.text))
    assert headline_of(lines, page.notes["blocks"], len(lines) - 1) == headline


def test_lists_are_kept_or_removed_as_a_whole():
    page = read_page("<p>a<ul><li>b<li>c c c</ul><ol><li>d</ol>")
    lines = list(placed_lines(page.text))
    probabilities = average_lists(page.notes["blocks"], lines, np.array([0.1, 0.2, 1.0, 0.3]))
    assert probabilities.tolist() == pytest.approx([0.1, 0.8, 0.8, 0.3])


CUTS = [
    ("A\n\nb\n\nC", "b", "A\n\nC"),
    ("a\n\nB\n\nC", "a", "B\n\nC"),
    ("A\n\nB\n\nc", "c", "A\n\nB"),
    ("A\nb\n\nC", "b", "A\n\nC"),
    ("A\n\nb\nC", "b", "A\n\nC"),
    ("A\n\nb\n\nc\n\nD", "bc", "A\n\nD"),
    ("A\n\nb\nc", "bc", "A"),
    ("a\nb", "ab", ""),
    ("A\n  b\n\n\nC\n", "b", "A\n\n\nC\n"),
]


def without(text, removed):
    lines = list(placed_lines(text))
    found = cuts(text, lines, [line.text if line.text in removed else "" for line in lines])
    for cut in reversed(found):
        text = text[: cut.start] + text[cut.end :]
    return text, found


@pytest.mark.parametrize(("before", "removed", "after"), CUTS)
def test_cuts_leave_the_wider_gap(before, removed, after):
    assert without(before, removed)[0] == after


@given(st.lists(st.tuples(st.sampled_from("abXY"), st.integers(1, 3)), min_size=1, max_size=12))
def test_cuts_remove_the_chosen_lines_and_nothing_else(pieces):
    text = "".join(letter + "\n" * gap for letter, gap in pieces)
    after, found = without(text, {"a", "b"})
    assert "".join(after.split()) == "".join(letter for letter, _ in pieces if letter in "XY")
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5), st.lists(st.integers(0, 80), min_size=5, max_size=5))
def test_stacked_columns_are_finite(scores, words):
    columns = stacked_columns(tree_of(PAGE), np.array(scores), np.array(words))
    assert all(len(column) == 5 and np.isfinite(column).all() for column in columns.values())


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("Home | Tech | Log in", True),
        ("Home|Tech|Log in", True),
        ("Home • Tech • Log in", True),
        ("Home" + " | Tech" * 19, True),
        ("Home" + " | Tech" * 20, False),  # too many
        ("Home | Tech", False),  # too few
        ("Home | Tech | 12", False),  # a figure
        ("Home | Tech | ", False),  # ends with a mark
        ("| Home | Tech | Log in", False),  # begins with one
        ("Home | Tech | the longest of all the links", False),
        ("Home | a longer piece of text here | Tech", False),
    ],
)
def test_links_in_a_row(line, is_row):
    assert is_row_of_links(line) is is_row
