"""Properties of any text: a second pass changes nothing, spans match the text, no text is slow."""

from hypothesis import given, settings
from hypothesis import strategies as st

from faircopy.cleaners.conflicts import resolve_conflicts
from faircopy.cleaners.edits import apply, undo
from faircopy.cleaners.names import names_in
from faircopy.cleaners.options import Options
from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.resources import Resources, load_pack

NAMES = [variant.text for pack in ("ukraine", "world") for variant in load_pack(pack).variants]
JOINTS = [
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "-",
    "’s ",
    "'",
    " “",
    "” ",
    " (",
    ") ",
    "\u00a0",
    "/",
    " not ",
    " in ",
    " the ",
]
WORDS = [
    "Texas",
    "Ukraine",
    "President",
    "Igor",
    "chicken",
    "1941",
    "said",
    "Monday",
    "A.",
    "*",
    "Kyiv",
    "FC",
    "“",
    "İ",
    "ß",
    "👍🏽",
]

texts = st.lists(
    st.sampled_from(NAMES) | st.sampled_from(JOINTS) | st.sampled_from(WORDS) | st.text(max_size=3), max_size=14
)


@settings(deadline=None, max_examples=150)
@given(texts.map("".join), st.sampled_from(["default", "ap"]), st.booleans())
def test_once_is_enough_and_every_edit_fits(text, style, shout):
    text = text.upper() if shout else text
    options = Options(style=style)
    index = Resources(options).names
    applied, suggested = resolve_conflicts(text, list(names_in(text, index)), NEWS.stage("names"), options)
    assert all(text[edit.start : edit.end] == edit.before for edit in (*applied, *suggested))
    after = apply(text, applied)
    assert undo(after, applied) == text


def test_a_long_hostile_text_takes_no_longer_than_its_length():
    index = Resources(Options(style="ap")).names
    for text in (
        "Kiev " * 400,
        "(" * 4000 + "Kiev",
        "“" * 4000 + "Odessa",
        "Vladimir " * 1000 + "Zelensky",
        "K" * 50_000,
    ):
        assert sum(1 for _ in names_in(text, index)) <= 400
