"""Settings and a progress callback reach the flow that is called inside the block, and no later one."""

from __future__ import annotations

import pytest

from faircopy.corpus.settings.model import Settings
from faircopy.flows.handover import hand_over, handed_over


def test_they_are_there_inside_the_block_alone():
    settings = Settings()
    with hand_over(settings, print):
        assert handed_over() == (settings, print)
    assert handed_over() == (None, None)


def test_an_error_takes_them_back_too():
    with pytest.raises(RuntimeError), hand_over(Settings(), None):
        raise RuntimeError
    assert handed_over() == (None, None)
