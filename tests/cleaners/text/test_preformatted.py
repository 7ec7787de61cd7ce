"""Code on a page keeps its spaces, whatever changes around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.edits import Edit, apply
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.runner import clean_batch
from faircopy.cleaners.stage import Document
from faircopy.cleaners.text.preformatted import carried, spans_of, spare_preformatted

CODE = "x = 1  # one\ny  = 2\n\n    if x:   # three"
PAGE = """<html><head><title>How to count the rain</title></head><body><nav class="menu"><a href="/">Home</a></nav>
<article><h1>How to count the rain</h1><p>The gauge on the bridge sends a number every minute, and for years nobody
had read them: the clerk  who knew how had retired.&nbsp; Two lines were enough to find the floods.</p><pre
class="code"><code>{code}</code></pre><p>With these in place, the council could see each evening how far the river had
risen since the morning, and ring the bells before the lower town stood under water again.</p></article>
<footer class="site-footer"><a href="/contact">Contact us</a></footer></body></html>"""


def clean_page(html, switches):
    document = Document("page", "", html=html)
    return clean_batch([document], NEWS, Resources(Options(switches=switches)))[0]


@pytest.mark.parametrize("switches", [{}, {"boilerplate": "off"}, {"boilerplate/menu": "suggest"}])
def test_code_keeps_its_spaces(switches):
    copy = clean_page(PAGE.format(code=CODE), switches)
    assert f"\n\n{CODE}\n\nWith these" in copy.text
    assert "the clerk who knew how had retired. Two lines" in copy.text
    assert copy.undo() == copy.raw
    assert ("Home" in copy.text) == bool(switches)


def test_a_page_of_wrapped_lines_is_joined():
    line = "the board said on the first day that the dredging of the eastern basin,"
    text = clean_page(PAGE.format(code=f"{line}\n\nwould begin in  a week, if it is dry"), {}).text
    assert f"{line} would begin in  a week, if it is dry" in text


def edit(start, before, after):
    return Edit("layout", "layout/wide-gap", start, before, after, "why")


@pytest.mark.parametrize(
    ("edits", "spans"),
    [
        ([], [(3, 6), (9, 12)]),
        ([edit(0, "ab", "a")], [(2, 5), (8, 11)]),
        ([edit(4, "x", "xyz")], [(3, 8), (11, 14)]),
        ([edit(6, "xyz", "")], [(3, 6), (6, 9)]),
    ],
)
def test_spans_are_carried_over_edits(edits, spans):
    assert list(carried([(3, 6), (9, 12)], edits)) == spans


def test_a_span_that_is_taken_out_is_gone():
    assert carried([(3, 6)], [edit(2, "vwxyz", "")]) == ()


def test_edits_inside_spans():
    edits = [
        edit(0, "a", ""),
        edit(3, "b", ""),
        edit(4, "c", ""),
        edit(5, "\n", ""),
        edit(6, "d", ""),
        edit(7, "e", ""),
    ]
    assert [one.start for one in spare_preformatted([(3, 7)], edits)] == [0, 3, 5, 6, 7]


@given(st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=4), st.booleans(), st.booleans()), max_size=9))
def test_what_lies_outside_leaves_the_spans_alone(parts):
    """Each part is preformatted, changed, or neither."""
    pieces = [text for text, _, _ in parts]
    places = [sum(map(len, pieces[:number])) for number in range(len(pieces))]
    spans = [(place, place + len(text)) for place, (text, kept, _) in zip(places, parts, strict=True) if kept]
    edits = [
        edit(place, text, text[1:] + "c")
        for place, (text, kept, changed) in zip(places, parts, strict=True)
        if changed and not kept
    ]
    text, after = "".join(pieces), apply("".join(pieces), edits)
    moved = carried(spans, edits)
    assert [after[start:end] for start, end in moved] == [text[start:end] for start, end in spans]


def test_spans_of_pieces():
    assert spans_of(["a", "\n", "b", "\n\n", "c", "\n", "d"], [0, 4, 6]) == ((0, 1), (5, 8))
    assert spans_of(["a"], []) == ()
