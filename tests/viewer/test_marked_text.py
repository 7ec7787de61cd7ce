"""Changes as they are displayed: `[-removed-]{+added+}‹rule›`, whole words, invisible characters shown."""

import pytest

from faircopy.cleaners.edits import Edit, make_fair_copy
from faircopy.viewer.differences import between, of_copy
from faircopy.viewer.marked_text import WHOLE, marked_lines


def marked(old: str, new: str) -> list[tuple[int | None, str]]:
    return [(line.number, line.text.plain) for line in marked_lines(old, new, between(old, new), "signs")]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("call forpeace talks", "call for peace talks", "call [-forpeace-]{+for peace+} talks"),
        ("by by Christmas", "by Christmas", "[-by -]by Christmas"),
        ("the United  States", "the United States", "the United[-··-]{+·+}States"),
        ("in Kiev’s streets", "in Kyiv’s streets", "in [-Kiev-]{+Kyiv+}’s streets"),
        ("last yearâ€™s man", "last year’s man", "last [-yearâ€™s-]{+year’s+} man"),
        ("a\N{NO-BREAK SPACE}b", "a b", "a[-⍽-]{+·+}b"),
        ("soft\N{SOFT HYPHEN}ened", "softened", "[-soft<U+00AD>ened-]{+softened+}"),
        ("cafe\u0301s", "café", "[-cafe\u0301s-]{+café+}"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d\U0001f3fb", "[-\U0001f44d\U0001f3fd-]{+\U0001f44d\U0001f3fb+}"),
    ],
)
def test_marks(old, new, shown):
    assert marked(old, new) == [(1, shown)]


def edited(raw: str, *changes: tuple[str, str, str]) -> list[tuple[int | None, str]]:
    """The marks of changes (before, after, rule) to a text, all of one stage."""
    edits = [Edit("s", rule, raw.index(before), before, after, "") for before, after, rule in changes]
    copy = make_fair_copy("a", raw, [edits])
    return [(line.number, line.text.plain) for line in marked_lines(copy.raw, copy.text, of_copy(copy), "signs")]


def test_a_change_inside_a_word_shows_the_word():
    assert edited("not foreover then", ("foreover", "forever", "s/x")) == [(1, "not [-foreover-]{+forever+}‹s/x› then")]


def test_a_change_of_punctuation_shows_the_words_around_it():
    assert edited("a U.S .intelligence man", (" .", ". ", "s/x")) == [
        (1, "a [-U.S .intelligence-]{+U.S. intelligence+}‹s/x› man")
    ]


def test_only_changed_lines_are_shown_with_their_number_in_the_new_text():
    raw = "one\n\nRelated posts\n\nMore here\n\ntwo\n\nthre\n"
    assert edited(
        raw, ("Related posts\n\n", "", "s/related"), ("More here\n\n", "", "s/more"), ("thre", "three", "s/x")
    ) == [
        (None, "[-Related posts-]‹s/related›"),
        (None, "[-More here-]‹s/more›"),
        (5, "[-thre-]{+three+}‹s/x›"),
    ]


def test_lines_joined_stay_on_one_line():
    assert edited("Paris\n\nOn Monday", ("\n\n", " ", "s/dateline")) == [(1, "Paris[-↵↵-]{+·+}‹s/dateline›On Monday")]


def test_a_line_split_moves_the_numbers_on():
    assert edited("one. two\nthre", (" ", "\n", "s/split"), ("thre", "three", "s/x")) == [
        (1, "one.[-·-]{+↵+}‹s/split›"),
        (3, "[-thre-]{+three+}‹s/x›"),
    ]


def test_a_rule_with_changes_close_together_is_named_once():
    gaps = [(f"  {word}", f" {word}", "s/gap") for word in ("one", "two", "three")]
    assert edited("a  one, a  two, and quite a long way off  three", *gaps) == [
        (1, "a [-·-]one, a [-·-]‹s/gap›two, and quite a long way off [-·-]‹s/gap›three")
    ]


def test_less_is_shown_around_a_change_of_white_space():
    [(_, shown)] = edited("many words " * 30 + "a  b" + " many words" * 30, ("a  b", "a b", "s/gap"))
    assert shown.startswith("… words many") or shown.startswith("… many words")
    assert len(shown) < 120


def test_lines_removed_before_a_corrected_word_name_their_own_rules():
    raw = "Title\n\nBy Ann\n\nInez won\n"
    assert edited(raw, ("By Ann\n\n", "", "s/byline"), ("Inez", "Inès", "s/mojibake")) == [
        (None, "[-By Ann-]‹s/byline›"),
        (3, "[-Inez-]{+Inès+}‹s/mojibake› won"),
    ]


def test_a_line_removed_from_within_a_paragraph_names_its_own_rule():
    raw = "the board\n\nADVERTISEMENT\n\nhas moved\n"
    edits = ("\n\n", " ", "s/split"), ("ADVERTISEMENT\n\n", "", "s/advertisement")
    assert edited(raw, *edits) == [
        (None, "[-ADVERTISEMENT-]‹s/advertisement›"),
        (1, "{+·+}‹s/split›has moved"),
    ]


def test_a_long_paragraph_is_cut_to_the_text_near_the_change():
    words = "word " * WHOLE
    [(_, shown)] = edited(f"{words}foreover {words}", ("foreover", "forever", "s/x"))
    assert shown.startswith("… word word")
    assert "[-foreover-]{+forever+}‹s/x›" in shown
    assert shown.endswith("word …")
    assert len(shown) < WHOLE


def test_control_characters_do_not_reach_the_terminal():
    [(_, shown)] = edited("a\x1b[31m foreover", ("foreover", "forever", "s/x"))
    assert shown == "a<U+001B>[31m [-foreover-]{+forever+}‹s/x›"


def test_colours_in_place_of_signs():
    raw = "not foreover then"
    copy = make_fair_copy("a", raw, [[Edit("s", "s/x", 4, "foreover", "forever", "")]])
    [line] = marked_lines(copy.raw, copy.text, of_copy(copy), "colours")
    assert line.text.plain == "not foreoverforever‹s/x› then"
    assert [(line.text.plain[s.start : s.end], s.style) for s in line.text.spans] == [
        ("foreover", "red strike"),
        ("forever", "green"),
        ("‹s/x›", "dim"),
    ]
