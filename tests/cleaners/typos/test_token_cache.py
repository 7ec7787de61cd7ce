"""Texts as tokens: a text is read the same whatever was read before, by whichever thread, after any interruption."""

from __future__ import annotations

from array import array
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.rule_api import REPEATED_WORD, TokenizedText, UnlistedToken
from faircopy.cleaners.typos.rules.lost_capital import FIRST_PART
from faircopy.cleaners.typos.token_cache import TokenCache
from faircopy.cleaners.typos.triggers import TriggerIndex

INDEX = TriggerIndex(Resources().speller.lexicon)
PIECES = ["the", "The", "the.", "goverment", "have", "blaming", "Ukraine", "ukraine", "army", "mason", ",", "“mason"]


def read(*texts: str) -> list[TokenizedText]:
    return TokenCache(INDEX).read(texts)


def facts(doc: TokenizedText) -> tuple[object, ...]:
    return doc.marks.tolist(), doc.unlisted, doc.found_words, doc.all_marks


def test_unlisted_tokens_come_in_text_order_with_their_counts() -> None:
    [doc] = read("The goverment, the offical and the goverment, again")
    government = UnlistedToken("goverment,", 2, ((0, "goverment"),))
    assert doc.unlisted == [government, UnlistedToken("offical", 1, ((0, "offical"),))]


def test_accepted_words_count_as_listed() -> None:
    [doc] = TokenCache(INDEX).read(["The goverment, the offical"], accepted={"goverment"})
    assert [token.text for token in doc.unlisted] == ["offical"]


def test_the_words_of_a_trigger_are_collected() -> None:
    [doc] = read("Of the united States and a north-south “wall”")
    assert doc.words(FIRST_PART) == ["north", "south", "united", "wall"]


def test_no_pair_reaches_from_one_text_to_the_next() -> None:
    first, empty, second = read("down by", "", "by noon")
    assert not (first.all_marks | empty.all_marks | second.all_marks) & REPEATED_WORD.bit
    assert read() == []


@given(st.lists(st.lists(st.sampled_from(PIECES)).map(" ".join), max_size=5))
def test_a_text_is_read_the_same_alone_and_among_others(texts: list[str]) -> None:
    cache = TokenCache(INDEX)
    cache.LIMIT = 6  # tokens, so that it is cleared, too
    for text, among_others in zip(texts, cache.read(texts), strict=True):
        [alone] = cache.read([text])
        assert facts(alone) == facts(among_others)


class InterruptedColumn(array):  # type: ignore[type-arg]
    """A column at which a time limit interrupts the reading."""

    left = 3

    def append(self, value: int) -> None:
        self.left -= 1
        if not self.left:
            raise TimeoutError
        super().append(value)


@pytest.mark.parametrize("column", ["_marks", "_as_first", "_as_second", "_last_words", "_first_words"])
def test_a_token_that_a_time_limit_left_incomplete_is_dropped(column: str) -> None:
    text = "The goverment of Ukraine said goverment again , and again ."
    cache = TokenCache(INDEX)
    whole = getattr(cache, column)
    setattr(cache, column, InterruptedColumn(whole.typecode, whole))
    with pytest.raises(TimeoutError):
        cache.read([text])
    [again], [fresh] = cache.read([text]), read(text)
    assert facts(again) == facts(fresh)


def test_threads_share_a_cache() -> None:
    cache = TokenCache(INDEX)
    texts = [" ".join(f"word{chr(97 + n % 26)}{n} goverment" for n in range(k, k + 300)) for k in range(0, 6000, 100)]
    with ThreadPoolExecutor(4) as pool:
        read_by_threads = list(pool.map(lambda text: cache.read([text])[0].unlisted, texts))
    assert read_by_threads == [doc.unlisted for doc in read(*texts)]
