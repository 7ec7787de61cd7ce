"""An index gives the same answers as a dict."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate.hash_index import SLOT_BITS, make_index

# Few distinct first bits, so that several keys share a slot, the first and the last slot among them.
HASHES = st.builds(
    lambda slot, rest: (slot << (64 - SLOT_BITS)) + rest,
    st.sampled_from([0, 1, (1 << SLOT_BITS) - 1]),
    st.integers(1, 9),
)


@given(st.dictionaries(HASHES, st.integers(1, 2**32 - 1)), st.lists(HASHES))
def test_finds_what_a_dict_finds(entries, wanted):
    places, values = make_index(entries).find(np.array(wanted, np.uint64))
    expected = [(place, entries[key]) for place, key in enumerate(wanted) if key in entries]
    assert list(zip(places.tolist(), values.tolist(), strict=True)) == expected
