"""Every guard of the stage: the same words are removed without what the guard asks for, and kept with it."""

from __future__ import annotations

import numpy as np
import pytest

from faircopy.cleaners.boilerplate import drop_boilerplate
from faircopy.cleaners.boilerplate.blocks.find import has_blocks, is_bare
from faircopy.cleaners.boilerplate.blocks.hold import NO_ARTICLE, hold_reason
from faircopy.cleaners.boilerplate.blocks.inline_blocks import blocks_to_keep
from faircopy.cleaners.boilerplate.blocks.overrides import blocks_by_elements, blocks_by_words
from faircopy.cleaners.boilerplate.blocks.source import blocks_of_source
from faircopy.cleaners.boilerplate.features.line_arrays import read_lines
from faircopy.cleaners.boilerplate.line_types import is_byline, type_by_form
from faircopy.cleaners.boilerplate.lines.feature_matrix import feature_matrix
from faircopy.cleaners.boilerplate.lines.model import LineModel, thresholds
from faircopy.cleaners.boilerplate.lines.reasons import CODES, FACTS, NAMING
from faircopy.cleaners.boilerplate.lines.run_consistency import below_headings
from faircopy.cleaners.boilerplate.lines.scoring import Candidate, allowed_candidates
from faircopy.cleaners.boilerplate.markers.known import marker_of
from faircopy.cleaners.boilerplate.repeats import line_key
from faircopy.cleaners.boilerplate.text_lines import TextLines, placed_lines
from faircopy.cleaners.edits import APPLIED, SUGGESTED
from faircopy.cleaners.markup import read_page
from faircopy.cleaners.options import Options
from faircopy.cleaners.resources import Resources
from faircopy.cleaners.stage import Document

HEADLINE = "Council Agrees To Repair The Old Bridge"
LEAD = "The council agreed on Tuesday to repair the bridge over the river before the winter, its chair said."
MORE = "Work is due to start in the second week of October, and the road will stay open at night throughout."
END = "Two firms have offered to do it, and the cheaper of them asks for three hundred thousand pounds in all."
ARTICLE = [HEADLINE, LEAD, MORE, END]
NOTE = "Editor's note: An earlier version gave the wrong year for the sale of the mill."
HOUSE_LINE = "The Bree Courier is printed at the old mill"
REPORTER = "Ann Example is a reporter for the Courier and was at the bridge when it all began on Monday night."
SHORT_COPY = "The road will stay open at night throughout, the chair of council said."
ACCENTED_COPY = SHORT_COPY.replace("o", "ö").replace("e", "é")
CUT_OFF = "Council chair Ann Example, speaking at a meeting on Monday, called the bridge a"
CONTINUED = "bridge had been closed to lorries for two years, and to cars at night since May."
OWN_MARKER = "More of our town"
REPEATING = (HOUSE_LINE, NOTE, "* * *", "Wheat Dec 541.25", "return sum(books)", HEADLINE)
RESOURCES = Resources(Options(markers=(OWN_MARKER,)), {"courier": frozenset(map(line_key, REPEATING))})


def around(line):
    """A line between paragraphs."""
    return [HEADLINE, LEAD, MORE, line, END, LEAD.replace("bridge", "tower")]


LINKS = "You may also like\nOld Mill To Become A Museum\nFerry to sail\nFive loaves to bake in May"

# For each guard: how the line begins, a text that loses it, and one that keeps it.
LINES = {
    "below a marker: text follows": (
        "A walk",
        [*ARTICLE, OWN_MARKER, "A walk"],
        [*ARTICLE[:3], OWN_MARKER, "A walk", END],
    ),
    "note on the author: at the top": (
        "Ann Example is",
        [*ARTICLE, REPORTER],
        [HEADLINE, REPORTER, *ARTICLE[1:]],
    ),
    "section: inside the text": (
        "Politics",
        ["My Blog", "Politics", *ARTICLE],
        around("Politics"),
    ),
    "site header: no word of a site": (
        "Valley",
        ["The Post", "Valley", *ARTICLE],
        ["Bree", "Valley", *ARTICLE],
    ),
    "site header: a line of five words": (
        "The Post",
        ["The Post", "Item four of six", *ARTICLE],
        ["The Post", "Item four of the six", *ARTICLE],
    ),
    "cut off: the next line continues": (
        CUT_OFF,
        around(CUT_OFF),
        [HEADLINE, LEAD, CUT_OFF, CONTINUED, END],
    ),
    "cut off: short": (
        "Council chair",
        around(CUT_OFF),
        around("Council chair Ann, speaking on a"),
    ),
    "cut off: no words of captions": (
        "Council chair",
        around(CUT_OFF),
        around(CUT_OFF.replace(", speaking", " spoke")),
    ),
    "copy: short": (
        "",
        [*ARTICLE[:3], MORE, END],
        [*ARTICLE[:2], SHORT_COPY, SHORT_COPY, END],
    ),
    "copy: short in code points, not in bytes": (
        "",
        [*ARTICLE[:3], MORE, END],
        [*ARTICLE[:2], ACCENTED_COPY, ACCENTED_COPY, END],
    ),
    "copy: no full stop": (
        "",
        [*ARTICLE[:3], MORE, END],
        [*ARTICLE[:2], MORE[:-1], MORE[:-1], END],
    ),
    "copy: a third one": (
        "",
        [*ARTICLE[:3], MORE, END],
        [*ARTICLE[:3], MORE, MORE, END],
    ),
    "copy: far away": (
        MORE,
        [*ARTICLE[:3], MORE, END],
        [*ARTICLE[:3], END, LEAD + " No.", LEAD + " Yes.", END + " No.", MORE],
    ),
    "byline: a colon": (
        "By Ann",
        [HEADLINE, "By Ann Example", *ARTICLE[1:]],
        [HEADLINE, "By Ann Example:", *ARTICLE[1:]],
    ),
    "date: between paragraphs": (
        "June",
        [HEADLINE, LEAD, "June 3, 2024", MORE, END],
        [HEADLINE, LEAD, MORE, "June 3, 2024", END],
    ),
    "label: a sentence follows": (
        "Related",
        around("Related: Two brothers"),
        around("Related: two brothers and a cousin, all builders."),
    ),
    "below a heading of links: one line": (
        "Old Mill",
        around(LINKS),
        around("You may also like\nOld Mill To Become A Museum"),
    ),
}
PAIRS = pytest.mark.parametrize(("line", "loses", "keeps"), LINES.values(), ids=LINES)


def removed(lines, source="courier"):
    [findings] = drop_boilerplate([Document("text", "\n\n".join(lines), source=source)], RESOURCES)
    return [edit.before.strip() for edit in findings.edits if edit.status == APPLIED]


@PAIRS
def test_a_guard_keeps_a_line_that_is_removed_without_it(line, loses, keeps):
    assert any(before.startswith(line) for before in removed(loses))
    assert not any(before.startswith(line) for before in removed(keeps))


@pytest.mark.parametrize("line", [line for line in REPEATING if line not in (HOUSE_LINE, HEADLINE)])
def test_notes_dividers_tables_and_code_are_kept_although_they_repeat(line):
    assert removed(around(HOUSE_LINE)) == [HOUSE_LINE]
    assert removed(around(line)) == []


def test_the_headline_is_kept_although_it_repeats():
    assert removed(ARTICLE) == []


def test_a_line_that_repeats_in_another_source_is_kept():
    assert HOUSE_LINE in removed(around(HOUSE_LINE))
    assert HOUSE_LINE not in removed(around(HOUSE_LINE), source="herald")


@pytest.mark.parametrize(("length", "is_marker"), [(500, True), (501, False)])
def test_long_lines_are_no_markers(length, is_marker):
    assert (marker_of("Advertisement".ljust(length, ".")) is not None) == is_marker


def test_a_byline_has_at_most_120_code_points():
    name = "By Ann Example, "
    assert is_byline(name + "x" * 60) and not is_byline(name + "x" * 105)


def test_the_type_of_a_line_has_a_limit():
    assert type_by_form("- " + "x" * 398) == "list item"
    assert type_by_form("- " + "x" * 399) == ""


class Certain:
    """A forest that takes every line for boilerplate."""

    columns = ("words",)

    def predict(self, columns):
        return np.ones(len(columns["words"]), np.float32)


MODEL = LineModel(Resources().marker_phrases, Certain())
BUTTON = "Sign up"


def probabilities(*lines):
    columns = feature_matrix(read_lines([list(lines)]), MODEL.phrases)
    return dict(zip(lines, MODEL.probabilities(columns).tolist(), strict=True))


def words(count):
    return " ".join(["bridge"] * count)


@pytest.mark.parametrize(
    ("lines", "probability"),
    [
        ((BUTTON, words(39) + "."), 0),  # too little running text to tell an article from
        ((BUTTON, words(40) + "."), 1),
    ],
)
def test_the_model_needs_running_text(lines, probability):
    assert probabilities(*lines)[BUTTON] == probability


@pytest.mark.parametrize(("count", "probability"), [(150, 1), (151, 0)])
def test_the_model_leaves_long_lines_alone(count, probability):
    line = words(count - 1) + " Getty"
    assert probabilities(LEAD, line, MORE, END)[line] == probability


@pytest.mark.parametrize(
    ("line", "probability"),
    [
        (words(25) + ".", 0),
        (words(24) + ".", 1),
        (words(24) + " Getty.", 1),  # may be a caption
        ("Subscribe to our newsletter and share it on Facebook. " + words(25) + ".", 1),
    ],
)
def test_the_model_leaves_paragraphs_alone(line, probability):
    assert probabilities(LEAD, line, MORE, END)[line] == probability


def threshold(line, lines):
    columns = feature_matrix(read_lines([lines]), MODEL.phrases)
    return float(thresholds(columns)[lines.index(line)])


def test_thresholds_rise_with_position_and_length():
    ferry = "Ferry to sail"
    inside = threshold(ferry, [LEAD, MORE, ferry, END])
    below = threshold(ferry, [LEAD, MORE, END, ferry])
    assert (inside, below) == (pytest.approx(0.9), pytest.approx(0.8))
    button = "Share this on Facebook"
    assert threshold(button, [LEAD, MORE, button, END]) < 0.8
    long = button + " " + words(20)
    assert threshold(long, [LEAD, MORE, END, long]) > threshold(button, [LEAD, MORE, END, button])


def test_thresholds_are_low_on_whole_pages_far_from_the_text():
    menu = [f"Ferry {number}" for number in range(60)]
    assert threshold("Ferry 0", [*menu, LEAD, MORE, END]) == pytest.approx(0.4)
    assert threshold("Ferry 59", [*menu, LEAD, MORE, END]) == pytest.approx(0.8)
    assert threshold("Ferry 0", [*menu[:50], LEAD, MORE, END]) == pytest.approx(0.8)


def code(column):
    return (NAMING.index(column) if column else len(NAMING)) * CODES << len(FACTS)


@pytest.mark.parametrize(
    ("line_type", "column", "probability", "decision"),
    [
        ("", "", 0.5, "removed"),
        ("", "", 0.49, "suggested"),
        ("", "", 0.36, "suggested"),
        ("", "", 0.34, "kept"),
        ("subheading", "", 0.61, "removed"),
        ("subheading", "", 0.59, "kept"),
        ("list item", "", 0.86, "removed"),
        ("list item", "", 0.84, "kept"),
        ("headline", "share", 0.76, "removed"),
        ("headline", "share", 0.74, "kept"),
        ("headline", "", 0.99, "kept"),
        ("headline", "date", 0.99, "kept"),
        ("headline", "clock", 0.99, "kept"),
        ("headline", "section", 0.99, "kept"),
        *((kept, "share", 0.99, "kept") for kept in ("dateline", "note", "signature", "divider")),
        *((kept, "share", 0.99, "kept") for kept in ("table or code", "entry")),
    ],
)
def test_line_types_raise_the_threshold(line_type, column, probability, decision):
    candidate = Candidate(0, probability, 0.5, code(column))
    allowed = allowed_candidates([candidate], {0: line_type} if line_type else {})
    decisions = {(): "kept", (False,): "suggested", (True,): "removed"}
    assert decisions[tuple(above for _, above in allowed.values())] == decision


@pytest.mark.parametrize(
    ("types", "proposed"),
    [({}, [2, 3, 4]), ({2: "list item"}, []), ({3: "note"}, []), ({2: "subheading"}, [2, 3, 4])],
)
def test_lists_of_the_article_are_kept_below_a_heading_of_links(types, proposed):
    lines = [LEAD, "Related posts", "Ferry to sail", "Old mill sold", "Five loaves", END]
    text = TextLines(lines, [0, 5], 0, 5, [], [(1, marker_of("Related posts"))], [], [], [], [])
    candidates = {line: (Candidate(line, 0.8, 0.9, code("")), False) for line in (3, 4)}
    assert [proposal.line for proposal in below_headings(text, candidates, types)] == proposed


class TwoWords:
    """A forest that takes lines of two words for boilerplate."""

    columns = ("words",)

    def predict(self, columns):
        return np.where(columns["words"] == 2, 0.99, 0.0).astype(np.float32)


@pytest.mark.parametrize(
    ("run", "gone"),
    [
        ("The mill\nThe old mill\nThe new mill", []),
        ("The mill\nThe stones\nThe new mill", ["The mill", "The stones"]),
        ("\n".join(["The mill", *(f"The mill {number}" for number in "abcdefghij")]), ["The mill"]),
        ("\n".join(["The mill", *(f"The mill {number}" for number in "abcdefghi")]), []),
    ],
    ids=["less than half of a run", "most of a run", "of eleven lines", "of ten lines"],
)
def test_the_model_removes_no_minority_of_a_short_run(monkeypatch, run, gone):
    model = LineModel(Resources().marker_phrases, TwoWords())
    monkeypatch.setattr("faircopy.cleaners.resources._line_model", lambda: model)
    assert removed(around(run)) == gone


@pytest.mark.parametrize("link", ["", "<p><a href=/>More</a>"])
def test_a_page_without_links_loses_nothing(link):
    html = f"<h1>{HEADLINE}</h1><p>{LEAD}<p>Share Save Print<p>{MORE}<p>{END}{link}"
    read = read_page(html)
    [findings] = drop_boilerplate([Document("page", read.text, notes=read.notes)], Resources())
    assert bool(findings.edits) == bool(link)


@pytest.mark.parametrize(("max_loss", "held"), [(0.25, False), (0.2499, True)])
def test_a_document_may_lose_exactly_max_loss(max_loss, held):
    """4 of 16 words: the share is exact in binary too."""
    text = "\n".join(
        ["The bridge is repaired before the winter comes, say the two firms.", "Share on Facebook", "Tweet"]
    )
    assert len(text.split()) == 16
    [findings] = drop_boilerplate([Document("text", text)], Resources(Options(max_loss=max_loss)))
    assert sum(len(edit.before.split()) for edit in findings.edits if edit.status == APPLIED) == 4
    assert bool(findings.held) == held


def kept_reason(kept, removed, max_loss=0.5, *, prose=1):
    """Why a page is held that keeps and loses lines of so many code points; `prose`: they are running text."""
    lines = ["x" * kept, "x" * removed]
    marks = np.full(2, prose, np.float32)
    return hold_reason(lines, marks, np.zeros(2, np.float32), np.array([True, False]), -1, max_loss)


def test_pages_are_held_only_with_little_left():
    assert kept_reason(119, 0, prose=0) == NO_ARTICLE
    assert kept_reason(120, 0, prose=0) == ""
    assert kept_reason(119, 0) == ""  # short, but running text
    assert "91%" in kept_reason(399, 4000)
    assert kept_reason(400, 4000) == ""
    assert kept_reason(200, 200) == ""  # exactly `max_loss`
    assert "50%" in kept_reason(200, 201)


def page(html):
    read = read_page(html)
    return read.notes["blocks"], [line.text for line in placed_lines(read.text)]


@pytest.mark.parametrize(("tag", "found"), [("p", [0]), ("div", [0]), ("h1", []), ("li", []), ("pre", []), ("dt", [])])
def test_headlines_entries_and_code_are_not_removed_by_their_words(tag, found):
    blocks, lines = page(f"<{tag}>Share Save Print</{tag}><p>It rained.")
    assert list(blocks_by_words(blocks, lines, np.ones(2, bool))) == found


@pytest.mark.parametrize(("line", "found"), [("Advertisement", [0]), ("Advertisement - scroll to continue", [])])
def test_only_short_labels_of_advertisements_are_removed_by_their_words(line, found):
    blocks, lines = page(f"<p>{line}<p>It rained.")
    assert marker_of(line)
    assert list(blocks_by_words(blocks, lines, np.ones(2, bool))) == found


def test_an_element_with_the_headline_or_half_of_the_text_is_not_removed():
    blocks, lines = page("<h1>Flood</h1><p>It rained on and on.<div class=comments><p>I saw it.</div>")
    assert list(blocks_by_elements(blocks, lines, np.ones(3, bool), 0)) == [2]
    assert list(blocks_by_elements(blocks, lines, np.ones(3, bool), 2)) == []
    blocks, lines = page("<h1>Flood</h1><p>It rained.<div class=comments><p>I saw it from my window.</div>")
    assert list(blocks_by_elements(blocks, lines, np.ones(3, bool), 0)) == []


@pytest.mark.parametrize(("probability", "found"), [(0.89, [0, 1]), (0.9, [0])])
def test_a_marker_of_the_source_ends_where_the_article_goes_on(probability, found):
    lines = ["More of our town", "A walk around the mill"]
    assert list(blocks_of_source(lines, np.zeros(2), np.array([0.1, probability]), lines[:1], frozenset())) == found


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ("<h1>Flood</h1><p>It rained.", True),
        ("<h1>Flood</h1><p>It <a href=/>rained</a>.", False),
        ("<h1>Flood</h1><p class=caption>It rained.", False),
    ],
)
def test_a_page_without_links_and_telling_classes_is_all_article(html, bare):
    assert is_bare(page(html)[0]) == bare


@pytest.mark.parametrize(
    ("block", "probability", "kept"),
    [
        ("<p>Bree", 0.25, True),
        ("<p>Bree", 0.24, False),
        ("<p><a href=/>Bree</a>", 0.4, False),
        ("<p>Advertisement", 0.4, False),
        ("<p><span class=credit>Bree</span>", 0.4, False),
        ("<p class=caption>Bree", 0.4, False),
        ("<table><tr><td>Bree<td>4</table>", 0.05, True),
        ("<table><tr><td>Bree<td>4</table>", 0.04, False),
        ("<aside><p>Bree</aside>", 0.4, False),
    ],
)
def test_only_what_may_be_article_is_kept_between_paragraphs(block, probability, kept):
    blocks, lines = page(f"<div><p>It rained.{block}<p>It rained on.</div>")
    assert blocks_to_keep(blocks, lines, np.array([0.9, probability, 0.9]), 0.5) == ([1] if kept else [])


def test_blocks_of_another_text_are_not_used():
    read = read_page("<p>It rained.<p>It rained on.")
    assert has_blocks(Document("page", read.text, notes=read.notes))
    assert not has_blocks(Document("page", read.text + "\n\nAnd on.", notes=read.notes))


PORTUGUESE = [
    "O presidente da câmara disse que as ilhas vão ter um barco novo, que o governo paga até ao fim do ano.",
    "A obra começa na segunda semana de outubro, e a estrada fica aberta de noite, disse o presidente da câmara.",
    "Duas empresas querem fazer a obra, e a mais barata pede trezentos mil euros, que a câmara tem de pagar.",
]


@pytest.mark.parametrize(
    ("article", "stated", "status"),
    [
        (ARTICLE, "", APPLIED),
        (PORTUGUESE, "", SUGGESTED),
        (ARTICLE, "pt", SUGGESTED),
        (PORTUGUESE, "en", APPLIED),
    ],
)
def test_the_model_only_suggests_in_other_languages(article, stated, status):
    """A language that the record states outranks what the text shows, as in every other stage."""
    notes = {"language": stated} if stated else {}
    text = "\n\n".join([*article, "newsdesk", "Sport", "Facebook"])
    [findings] = drop_boilerplate([Document("text", text, notes=notes)], Resources())
    assert {edit.before.strip(): edit.status for edit in findings.edits}["Sport"] == status


def test_running_text_is_kept_although_it_repeats_in_the_source():
    """Revisions and syndicated copies share it; what repeats beside it is removed."""
    lines = ["Share this", "The bridge will be closed until spring, the council said."]
    repeats = frozenset(map(line_key, lines))
    assert list(blocks_of_source(lines, np.array([0.0, 1.0]), np.ones(2), (), repeats)) == [0]
    assert list(blocks_of_source(lines, np.array([0.0, 0.0]), np.ones(2), (), repeats)) == [0, 1]
