"""The cache is derived: damage to it never stops all runs or loses a document."""

from __future__ import annotations

import pytest

from faircopy.corpus.summary import RunError


@pytest.fixture
def state(project):
    """The state's file, after a run over one document."""
    project.write("site/a.txt", "One  gap\n")
    project.run()
    return project.clean / "_state/state.sqlite"


def overwrite_end(file):
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"no database at all" * 500),
        lambda file: file.write_bytes(file.read_bytes()[:6000]),
        overwrite_end,
    ],
    ids=["another file", "cut short", "overwritten"],
)
def test_a_damaged_state_is_set_aside_and_made_anew(project, state, damage):
    damage(state)
    damaged = state.read_bytes()
    project.write("site/b.txt", "Two  gaps\n")
    assert project.run().added == 1
    assert project.mirror() == {"site/a.txt": "One gap\n", "site/b.txt": "Two gaps\n"}
    assert state.with_name("state.sqlite.damaged").read_bytes() == damaged
    assert project.run().version is None


def test_a_state_that_cannot_be_used_is_told_in_one_line(project, state):
    state.unlink()
    state.mkdir()
    with pytest.raises(RunError, match=r"the cache .*state\.sqlite cannot be used \(unable to open .*\); .*delete"):
        project.run()
