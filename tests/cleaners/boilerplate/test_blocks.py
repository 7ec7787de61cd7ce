"""Pages end to end: what the shipped model removes and keeps, and the reasons."""

import re
from pathlib import Path

import pytest

from faircopy.cleaners.edits import FairCopy
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import Held, clean_batch
from faircopy.cleaners.stage import Document

CASES = Path(__file__).parents[2] / "cases"
PART = re.compile(r"<!-- (.+?) -->\n(.*?)(?=<!-- |\Z)", re.DOTALL)
PARTS = PART.findall((CASES / "must_not_change" / "article_parts.html").read_text("utf-8"))
CASE = re.compile(r"^## ([^\n]+)\n+~~~\n(.*?)^~~~\n(.*?)^~~~\n", re.MULTILINE | re.DOTALL)
BEFORE_AND_AFTER = [
    pytest.param(html, after, id=title)
    for file in sorted((CASES / "pages").glob("*.md"))
    for title, html, after in CASE.findall(file.read_text("utf-8"))
]
RECIPE = NEWS.only(frozenset({"boilerplate"}))

NAVIGATION = """<header class="site-header"><a class="logo" href="/">The Bree Courier</a>
<nav class="main-nav"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/culture">Culture</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>"""
SHARE = """<div class="social-share"><ul><li><a href="#f">Facebook</a></li><li><a href="#t">Twitter</a></li>
<li><a href="#e">Email</a></li></ul></div>"""
NEWSLETTER = """<div class="newsletter-signup"><h3>Get the Courier in your inbox</h3>
<p>Sign up for our free morning newsletter.</p><button>Subscribe</button></div>"""
RELATED = """<aside class="related-posts"><h3>Related stories</h3><ul>
<li><a href="/1">Mill owners ask the council for new sluices</a></li>
<li><a href="/2">Ferry timetable changes after a quiet winter</a></li>
<li><a href="/3">Five walks along the old canal this weekend</a></li></ul></aside>"""
FOOTER = """<footer class="site-footer"><p>© 2024 The Bree Courier. All rights reserved.</p>
<ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact us</a></li></ul></footer>"""
PARAGRAPHS = [
    "The river rose by two metres in a single night, and by dawn the lower town stood under water. Families carried "
    "what they could to the school on the hill, where teachers had opened the gymnasium.",
    "“We heard the bells at four,” said Maud Ferris, who has run the bakery by the bridge for thirty years. “By five "
    "the flour was floating.” She lost two ovens and a month of orders.",
    "The council said that the new barrier, finished in spring, had held for six hours before the current went round "
    "its northern end. Engineers will inspect the bank when the level falls, which may take until Friday.",
    "Nobody was hurt. Trains between the coast and the capital will run on a reduced timetable until the line has "
    "been checked, and drivers were told to avoid the valley road.",
]
BODY = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]


def page(body, title="River floods the lower town"):
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} - The Bree Courier</title>
<meta property="og:title" content="{title}"></head><body>{NAVIGATION}<main><article class="post">
<h1 class="headline">{title}</h1>{SHARE}<div class="article-body">{body}</div></article>
{NEWSLETTER}{RELATED}</main>{FOOTER}</body></html>"""


def clean_page(html):
    return clean_batch([Document("page", "", html=html)], RECIPE, Resources())[0]


def test_the_article_is_left():
    copy = clean_page(page("".join(BODY)))
    assert copy.text.split("\n\n") == ["River floods the lower town", *PARAGRAPHS]


def test_every_removal_has_a_rule_and_a_reason():
    edits = clean_page(page("".join(BODY))).edits
    rules = {edit.rule for edit in edits}
    assert {"boilerplate/menu", "boilerplate/share-bar", "boilerplate/newsletter"} <= rules
    assert {"boilerplate/related-links", "boilerplate/footer"} <= rules
    assert all(edit.reason and 0.5 < edit.confidence <= 1 and not edit.after for edit in edits)


SOUP = """<html><head><title>River floods the lower town</title></head><body><div class="c1"><a href="/">The Courier</a>
<a href="/news">News</a><a href="/sport">Sport</a></div><div class="x9"><h1>River floods the lower town</h1>{body}</div>
<div class="k2"><a href="/1">Mill owners ask the council for new sluices</a></div><div class="k3">© The Courier</div>"""


def soup(body):
    return SOUP.format(body=body)


@pytest.mark.parametrize("shell", [page, soup])
@pytest.mark.parametrize("piece", [piece for _, piece in PARTS], ids=[name for name, _ in PARTS])
def test_parts_of_an_article_survive(shell, piece):
    body = "".join([*BODY[:2], piece, *BODY[2:]])
    copy = clean_page(shell(body))
    own = clean_batch([Document("piece", "", html=piece)], NEWS.only(frozenset()), Resources())[0].text
    assert own in copy.text
    assert all(paragraph in copy.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(("html", "after"), BEFORE_AND_AFTER)
def test_before_and_after(html, after):
    copy = clean_page(html)
    assert copy.text == after.rstrip("\n")
    assert copy.undo() == copy.raw


@pytest.mark.parametrize("shell", [page, soup])
def test_paragraphs_alone_lose_nothing(shell):
    copy = clean_page(shell("".join(BODY)))
    assert all(paragraph in copy.text for paragraph in PARAGRAPHS)


def test_a_page_that_loses_most_of_its_paragraphs_and_keeps_little():
    comments = "".join(f"<div class=comment><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS * 3)
    html = f"{NAVIGATION}<h1>Flood</h1><p>{PARAGRAPHS[3]}</p><div class=comments>{comments}</div>{FOOTER}"
    [held] = clean_batch([Document("page", "", html=html)], RECIPE, Resources(Options(max_loss=0.5)))
    assert isinstance(held, Held) and "running text" in held.reason
    assert isinstance(clean_page(html.replace(f"<p>{PARAGRAPHS[3]}", "".join(BODY) + f"<p>{PARAGRAPHS[3]}")), FairCopy)


def test_a_page_that_is_all_article():
    html = f"<html><head><title>Flood</title></head><body><h1>Flood</h1>{''.join(BODY)}</body></html>"
    copy = clean_page(html)
    assert isinstance(copy, FairCopy) and not copy.edits


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{NAVIGATION}{SHARE}{RELATED}{FOOTER}</body></html>",
        f"<html><body>{NAVIGATION}{NEWSLETTER}{FOOTER}</body></html>",
        f"<html><body>{NAVIGATION}<h1>Gone fishing</h1>{SHARE}{NEWSLETTER}{RELATED}{FOOTER}</body></html>",
        "<script>render(document.body)</script><style>p {color: red}</style>",
        "<html><head><title>Only a head</title></head></html>",
        "",
    ],
    ids=["navigation", "newsletter", "headline alone", "scripts", "no body", "empty"],
)
def test_pages_without_an_article_are_held(html):
    held = clean_page(html)
    assert isinstance(held, Held) and held.reason


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "".join(BODY) + "</div>" * 10_000,
        "<p>" + " ".join(PARAGRAPHS) * 7000,
        "".join(BODY) + "".join(f"<blockquote class=comment>{n} replies" for n in range(3000)),
        "".join(BODY) + "".join(f"<header><ul><li>{n} more" for n in range(3000)),
        "".join(BODY) + "</div></p></body></html></table><p",
        "\n\n".join(PARAGRAPHS),
    ],
    ids=["deep", "5 MB in one line", "deep comments", "deep lists", "broken", "no html at all"],
)
def test_hostile_pages_keep_their_words(html):
    copy = clean_page(html)
    assert isinstance(copy, FairCopy)
    assert all(paragraph in copy.text for paragraph in PARAGRAPHS[:2])


def test_a_batch_gives_what_each_page_gives_alone():
    pages = [page("".join(BODY)), page("".join(BODY[::-1]), "Another flood"), "", "\n\n".join(PARAGRAPHS)]
    batch = [Document(str(number), "", html=html) for number, html in enumerate(pages)]
    together = clean_batch(batch, RECIPE, Resources())
    alone = [clean_batch([document], RECIPE, Resources())[0] for document in batch]
    assert [copy.as_record() for copy in together] == [copy.as_record() for copy in alone]
