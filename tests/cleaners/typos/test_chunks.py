"""Texts by their chunks: what each asks for, and the same whatever was read before."""

from __future__ import annotations

from array import array
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.token_cache import ChunkMemory, Sheet
from faircopy.cleaners.typos.tokens import places
from faircopy.cleaners.typos.triggers import CAPITAL, HAVE_DOING, PEOPLE_OF, SMALL_NAME, STRAY, TWICE, Looker

LOOKER = Looker(Resources().speller.lexicon)
PIECES = ["the", "The", "the.", "goverment", "have", "blaming", "Ukraine", "ukraine", "army", "mason", ",", "“mason"]


def read(*texts: str) -> list[Sheet]:
    return ChunkMemory(LOOKER.look).read(texts)


@pytest.mark.parametrize(
    ("text", "mark", "marked"),
    [
        ("by by noon", TWICE, ["by"]),
        ("“The the end", TWICE, ["“The"]),
        ("it was very, very late", TWICE, []),
        ("an an+ sign", TWICE, []),
        ("they have blaming words", HAVE_DOING, ["have"]),
        ("angered Ukraine government", PEOPLE_OF, ["Ukraine"]),
        ("then mason Bell ran", SMALL_NAME, ["mason"]),
        ("met , shook .gov", STRAY, [",", ".gov"]),
        ("In “Kyiv” it rained", CAPITAL, ["In", "“Kyiv”"]),
    ],
)
def test_marks(text: str, mark: int, marked: list[str]) -> None:
    assert read(text)[0].marked(mark) == marked


def test_suspects_come_in_text_order_with_their_counts() -> None:
    [sheet] = read("The goverment, the offical and the goverment, again")
    assert sheet.suspects == [("goverment,", 2, ((0, "goverment"),)), ("offical", 1, ((0, "offical"),))]
    [sheet] = ChunkMemory(LOOKER.look).read(["The goverment, the offical"], right={"goverment"})
    assert [chunk for chunk, _, _ in sheet.suspects] == ["offical"]


def test_no_mark_reaches_from_one_text_to_the_next() -> None:
    first, empty, second = read("down by", "", "by noon")
    assert not (first.all_marks | empty.all_marks | second.all_marks) & TWICE
    assert read() == []


@given(st.lists(st.lists(st.sampled_from(PIECES)).map(" ".join), max_size=5))
def test_a_text_is_read_the_same_alone_and_among_others(texts: list[str]) -> None:
    memory = ChunkMemory(LOOKER.look)
    memory.LIMIT = 6  # so that it forgets, too
    for text, among in zip(texts, memory.read(texts), strict=True):
        [alone] = memory.read([text])
        assert alone.marks.tolist() == among.marks.tolist()
        assert (alone.suspects, alone.cues, alone.waited_for) == (among.suspects, among.cues, among.waited_for)


def test_places_stand_between_blanks() -> None:
    text = "the other\nthe the, the"
    assert list(places(text, "the")) == [0, 10, 19]
    assert list(places(text, "the", 2)) == [0, 10]


class EndsSoon(array):  # type: ignore[type-arg]
    """A column at which a time limit ends the reading."""

    left = 3

    def append(self, value: int) -> None:
        self.left -= 1
        if not self.left:
            raise TimeoutError
        super().append(value)


@pytest.mark.parametrize("column", ["_marks", "_before", "_after", "_last", "_first"])
def test_what_a_time_limit_left_half_noted_is_forgotten(column: str) -> None:
    text = "The goverment of Ukraine said goverment again , and again ."
    memory = ChunkMemory(LOOKER.look)
    whole = getattr(memory, column)
    setattr(memory, column, EndsSoon(whole.typecode, whole))
    with pytest.raises(TimeoutError):
        memory.read([text])
    [again], [fresh] = memory.read([text]), read(text)
    assert (again.suspects, again.cues, again.marks.tolist()) == (fresh.suspects, fresh.cues, fresh.marks.tolist())


def test_threads_share_a_memory() -> None:
    memory = ChunkMemory(LOOKER.look)
    texts = [" ".join(f"word{chr(97 + n % 26)}{n} goverment" for n in range(k, k + 300)) for k in range(0, 6000, 100)]
    with ThreadPoolExecutor(4) as pool:
        read_by_threads = list(pool.map(lambda text: memory.read([text])[0].suspects, texts))
    assert read_by_threads == [sheet.suspects for sheet in read(*texts)]
