"""HTML pages become text: the visible words, their lines, and the elements around them."""

import pytest
from bs4 import BeautifulSoup, Comment, Doctype, NavigableString
from bs4.element import PreformattedString
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.markup import read_page
from faircopy.cleaners.markup.elements import INLINE, KINDS, UNSEEN, is_hidden

LAYOUT = [
    ("entities", "<p>Tea &amp; bread &#8212; &eacute;clair&nbsp;shop", "Tea & bread — éclair shop"),
    ("white space", "<p>  Two\n\t words  </p>", "Two words"),
    ("paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("text without an element", "One.<p>Two.</p>Three.", "One.\n\nTwo.\n\nThree."),
    ("no html at all", "Just a sentence.", "Just a sentence."),
    ("inline elements", "<p>A <b>bo</b>ld w<i>o</i>rd, <a href=/>linked</a>.", "A bold word, linked."),
    ("line breaks", "<p>Roses,<br>violets.</p>", "Roses,\nviolets."),
    ("two breaks make a paragraph", "<div>One.<br><br>Two.<br>\n<br/>Three.</div>", "One.\n\nTwo.\n\nThree."),
    ("a list", "<p>Buy:</p><ul><li>eggs</li><li>flour</li></ul><p>Bake.</p>", "Buy:\n\neggs\nflour\n\nBake."),
    ("a table", "<table><tr><th>Town<th>Rain<tr><td>Bree<td>4 mm</table>", "Town | Rain\nBree | 4 mm"),
    (
        "a table with a head and a foot",
        "<p>Rain:<table><thead><tr><th>Town<tbody><tr><td>Bree<tbody><tr><td>Ford<tfoot><tr><td>All</table><p>More",
        "Rain:\n\nTown\nBree\nFord\nAll\n\nMore",
    ),
    ("words after a cell", "<td>one</td>two", "one two"),
    ("a long cell", f"<table><tr><td>Menu<td>{'word ' * 40}</table>", "Menu\n" + " ".join(["word"] * 40)),
    ("definitions", "<dl><dt>Levy<dd>A tax.</dl>", "Levy\nA tax."),
    ("code", "<pre>if x:\n    y()\n\n\ndone</pre>", "if x:\n    y()\n\ndone"),
    ("a quotation", "<blockquote><p>So it is.</p></blockquote>", "So it is."),
    ("headings", "<h1>Flood</h1>\n<h2>Rain</h2>It rained.", "Flood\n\nRain\n\nIt rained."),
    ("buttons apart", "<div><button>Share</button><button>Save</button></div>", "Share\nSave"),
    ("after the end", "<html><body><p>One.</p></body></html><p>Two.", "One.\n\nTwo."),
    ("wrongly nested", "<p><b>One <i>two</b> three</i> <div>four", "One two three\n\nfour"),
    ("a tag cut short", "<p>One.</p><p cla", "One."),
    ("a line separator inside a block", "<p>One\N{LINE SEPARATOR}two\N{NEXT LINE}three", "One two three"),
]


@pytest.mark.parametrize(("html", "text"), [case[1:] for case in LAYOUT], ids=[case[0] for case in LAYOUT])
def test_text(html, text):
    assert read_page(html).text == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var x = '<p>no</p>'</script>",
        "<style>p {color: red}</style>",
        "<!-- no -->",
        "<noscript><p>no</p></noscript>",
        "<template><p>no</p></template>",
        "<div hidden>no</div>",
        "<div style='color: red; display : none'>no<p>no</p></div>",
        "<span style=visibility:hidden>no</span>",
        "<dialog>no</dialog>",
        "<select><option>no</select>",
        "<svg><title>no</title><text>no</text></svg>",
        "<head><title>no</title></head>",
        "<textarea>no</textarea>",
        "<iframe>no</iframe>",
    ],
)
def test_unseen(unseen):
    assert read_page(f"<p>One.</p>{unseen}<p>Two.</p>").text == "One.\n\nTwo."


@pytest.mark.parametrize(
    "seen",
    [
        "<body style='visibility: hidden'><p>One.</p>",  # until a script has run
        '<div hidden id="S:0"><p>One.</p></div>',  # sent in parts
        "<details><summary>One.</summary></details>",
        "<dialog open>One.</dialog>",
    ],
)
def test_seen(seen):
    assert read_page(seen).text == "One."


@pytest.mark.parametrize("html", ["", " \n", "<html></html>", "<script>x()</script><style>p {}</style>", "<!-- x", "<"])
def test_empty_pages(html):
    page = read_page(html)
    assert page.text.strip("<") == "" and len(page.notes["blocks"]) == len(page.text)


def test_deep_nesting():
    page = read_page("<p>First.</p>" + "<div>" * 10_000 + "inside" + "</div>" * 10_000 + "<p>Last.</p>")
    assert page.text == "First.\n\ninside\n\nLast."


def test_one_long_line():
    words = "word " * 1_000_000
    assert read_page(f"<p>{words}").text == words.strip()


def test_odd_characters():
    assert read_page("<p>a\0b \ud800 c</p>").text == "a\N{REPLACEMENT CHARACTER}b ? c"


def test_a_declared_encoding_is_ignored():
    assert read_page('<?xml version="1.0" encoding="latin-1"?><meta charset="utf-16"><p>é…').text == "é…"


def test_blocks_say_what_is_around_each_line():
    page = read_page("<article class=story><p>One <a href=/ class=more>two</a></p></article><nav id=top>Home</nav>")
    blocks, elements = page.notes["blocks"], page.notes["blocks"].elements
    assert [elements.tags[at] for at in blocks.element] == ["p", "nav"]
    assert blocks.linked == (3, 0)
    assert blocks.inline == ("more", "")
    article = elements.tags.index("article")
    assert elements.words[article] == "story"
    assert elements.parents[blocks.element[0]] == article
    assert (elements.first[article], elements.last[article]) == (0, 1)


def test_preformatted_lines_are_noted():
    page = read_page("<p>a  b<pre>if x:\n\n  y  # why</pre><p>c<pre> d </pre>")
    assert [page.text[start:end] for start, end in page.notes["preformatted"]] == ["if x:\n\n  y  # why", " d"]
    assert "preformatted" not in read_page("<p>a  b").notes


DECLARED = [
    ('<meta property="og:title" content="Flood">', {"title": "Flood"}),
    ("<title>Flood - The Bree Times</title>", {"title": "Flood - The Bree Times"}),
    ('<meta name="author" content="Ann Lee">', {"byline": "Ann Lee"}),
    ('<meta property="article:author" content="https://example.org/ann">', {}),
    ('<meta property="article:section" content="Weather">', {"section": "Weather"}),
    ('<time datetime="2024-05-01">1 May</time>', {"date": "2024-05-01"}),
    (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],'
        '"headline": "Flood &amp; rain", "datePublished": "2024-05-01", "author": [{"name": "Ann"}, {"name": "Bo"}],'
        '"articleSection": ["Weather"]}]}</script>',
        {"title": "Flood & rain", "date": "2024-05-01", "byline": "Ann, Bo", "section": "Weather"},
    ),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>', {}),
    ('<script type="application/ld+json">{"@type": "Article", "headline": 7, "author": {"name": {}}}</script>', {}),
]


@pytest.mark.parametrize(("head", "found"), DECLARED)
def test_found(head, found):
    assert read_page(f"<head>{head}</head><p>Text.</p>").notes["found"] == found


def reference_words(html):
    """The visible words as BeautifulSoup has them, by a walk over its tree."""
    pieces = []

    def walk(node):
        stack = [node]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                if isinstance(node, NavigableString):
                    pieces.append("" if isinstance(node, Comment | Doctype | PreformattedString) else str(node))
                else:
                    pieces.append(node)
                continue
            kind = KINDS.get(node.name, INLINE)
            attributes = {k: " ".join(v) if isinstance(v, list) else v for k, v in node.attrs.items()}
            if kind == UNSEEN or is_hidden(node.name, attributes):
                continue
            edge = [] if kind == INLINE else ["\n"]
            stack += edge + list(node.children)[::-1] + edge

    walk(BeautifulSoup(html, "lxml"))
    return "".join(pieces).replace("|", " ").split()


TAGS = ["p", "div", "a", "b", "span", "table", "tr", "td", "ul", "li", "pre", "br", "h1", "script", "noscript", "form"]
fragments = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        [
            "<!-- c -->",
            "<div hidden>",
            "&amp;",
            "&#x26;",
            "&nope;",
            "<",
            ">",
            "</",
            "<p class='x",
            " ",
            "\n",
            "<![CDATA[x]]>",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0|\r"), max_size=6),
)


@given(st.lists(fragments, max_size=40).map("".join))
def test_same_words_as_beautifulsoup(html):
    assert read_page(html).text.replace("|", " ").split() == reference_words(html)
