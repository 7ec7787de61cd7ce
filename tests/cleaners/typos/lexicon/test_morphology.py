"""Listed words, and words made of listed parts."""

from __future__ import annotations

from faircopy.cleaners.resources import Resources
from faircopy.cleaners.typos.lexicon.morphology import is_compound, is_listed, is_productive

LEXICON = Resources().speller.lexicon


def test_what_is_a_word() -> None:
    for word in ("colour", "color", "realise", "realize", "Ukraine", "don’t", "selfie", "NATO"):
        assert is_listed(LEXICON, word), word
    for word in ("ukraine", "goverment", "adminstration", "forpeace"):
        assert not is_listed(LEXICON, word), word
    assert is_productive(LEXICON, "microloan")
    assert is_compound(LEXICON, "chatroom")
    assert not is_productive(LEXICON, "goverment")
