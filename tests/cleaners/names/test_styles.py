import pytest

from faircopy.cleaners.names import normalise_names
from faircopy.cleaners.names.merging import merge_packs
from faircopy.cleaners.names.styling import StyleChoice, UnknownStyle, styling_of
from faircopy.cleaners.options import Options
from faircopy.cleaners.resources import Resources, load_pack
from faircopy.cleaners.stage import Document

STYLES = ["default", "ap", "bbc", "guardian"]


@pytest.mark.parametrize("style", STYLES)
def test_the_forms_of_a_style_are_left_alone_in_running_text(normalised, style):
    packs = [load_pack("ukraine"), load_pack("world")]
    styling = styling_of(merge_packs(packs), StyleChoice(style))
    forms = [styling.form_of(entity).form for pack in packs for entity in pack.entities]
    text = ". ".join(f"They spoke of {form} on Monday" for form in forms)
    assert normalised(text, style) == text


@pytest.mark.parametrize(
    ("style", "after"),
    [
        ("default", "Volodymyr Zelensky named Valery Zaluzhny in Kyiv."),
        ("ap", "Volodymyr Zelenskyy named Valerii Zaluzhnyi in Kyiv."),
        ("bbc", "Volodymyr Zelensky named Valery Zaluzhny in Kyiv."),
        # The Guardian's form is not verified: the accepted spelling stays, the Russian given name goes.
        ("guardian", "Volodymyr Zelensky named Valery Zaluzhny in Kyiv."),
    ],
)
def test_house_styles(normalised, style, after):
    assert normalised("Vladimir Zelensky named Valery Zaluzhny in Kiev.", style) == after


def test_an_unverified_form_changes_nothing_until_it_is_written_in_ones_own_style(normalised):
    text = "Viktor Orban flew to Lviv."
    assert normalised(text, "guardian") == text
    own = {"viktor-orban": "Viktor Orbán"}
    assert normalised(text, "guardian", style_overrides=own) == "Viktor Orbán flew to Lviv."


def test_a_style_of_ones_own_builds_on_another(normalised):
    own = {"odesa": "Odessa", "volodymyr-zelensky": "Volodymyr Zelenskiy"}
    text = "Zelensky, Zaluzhny and Zelenskyy met in Odesa, Ukraine, not in Kiev."
    expected = "Zelenskiy, Zaluzhnyi and Zelenskiy met in Odessa, Ukraine, not in Kyiv."
    assert normalised(text, "ap", style_overrides=own) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (Options(style="app"), "no style 'app'; did you mean 'ap'?"),
        (Options(style_overrides={"kiev": "Kiev"}), "your own style names 'kiev', which is in no pack"),
    ],
)
def test_a_style_that_does_not_exist(options, message):
    with pytest.raises(UnknownStyle) as error:
        _ = Resources(options).names
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("style", "text", "after"),
    [
        ("british", "They organized it. Organized labor won.", "They organised it. Organised labour won."),
        ("american", "THE COLOUR GREY", "THE COLOUR GREY"),
        ("american", "She realised the centre held.", "She realized the center held."),
        ("default", "They realised the color was grey.", "They realised the color was grey."),
        ("british", "The World Health Organization met.", "The World Health Organization met."),
        ("american", "“I favour it,” he said, and coloured.", "“I favour it,” he said, and colored."),
    ],
)
def test_dialect(normalised, style, text, after):
    assert normalised(text, style, packs=("english",)) == after


def test_words_of_ones_own_are_right():
    options = Options(words=frozenset({"Kiev"}))
    [found] = normalise_names([Document("a", "From Kiev to Lugansk by train.")], Resources(options))
    assert [edit.before for edit in found.edits] == ["Lugansk"]
