"""Lines that repeat in a source: an incremental run gives the same result as a full run."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faircopy.cleaners.boilerplate.repeats import line_key, line_keys

LINES = ("Share this", "Read more", "Alpha news", "Beta news")


@pytest.mark.parametrize("line", ["Share  this", " Share this ", "Share\tthis", "Share\N{NO-BREAK SPACE}this"])
def test_white_space_does_not_tell_lines_apart(line):
    assert line_key(line) == line_key("Share this")


@pytest.mark.parametrize("line", ["", "   ", "* * *", "12:30", "—"])
def test_a_line_without_a_letter_has_no_key(line):
    assert line_key(line) == 0
    assert line_keys(line) == []


def test_four_documents_of_a_source_make_a_line_repeat(project):
    for number in range(4):
        project.write(f"a/{number}.txt", f"Text {number} of a\nShare this\n")
    for number in range(3):
        project.write(f"b/{number}.txt", f"Text {number} of b\nShare this\n")
    project.run()
    kept = {name: "Share" in row.text for name, row in project.rows().items()}
    assert kept == {**{f"a/{n}.txt": False for n in range(4)}, **{f"b/{n}.txt": True for n in range(3)}}


def test_only_documents_that_hold_the_line_are_cleaned_again(project):
    for number in range(3):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    project.write("a/other.txt", "Something else\n")
    project.run()
    project.write("a/3.txt", "Text 3\nShare  this\n")
    assert project.run().cleaned == 4
    assert all("Share" not in row.text for row in project.rows().values())
    (project.raw / "a/0.txt").unlink()
    summary = project.run()
    assert (summary.cleaned, summary.removed) == (3, 1)
    assert "Share" in project.rows()["a/1.txt"].text


def test_a_limited_run_leaves_the_rest_to_the_next_whole_one(project):
    for number in range(3):
        project.write(f"a/{number}.txt", f"Text {number}\nShare this\n")
    project.run()
    project.write("a/3.txt", "Text 3\nShare this\n")
    project.run(documents={"a/3.txt"})
    assert project.run().cleaned == 3
    assert all("Share" not in row.text for row in project.rows().values())


def test_documents_without_a_source_share_nothing(project):
    for number in range(5):
        project.write(f"{number}.txt", "Share this\n")
    project.run()
    assert {row.text for row in project.rows().values()} == {"Share this\n"}


# A step sets or deletes (None) a document of a source: which of the lines it contains.
DOCUMENTS = [f"{source}/{number}.txt" for source in "ab" for number in range(5)]
HOLDINGS = st.one_of(st.none(), st.sets(st.sampled_from(LINES)).map(sorted))
STEPS = st.lists(st.dictionaries(st.sampled_from(DOCUMENTS), HOLDINGS, min_size=1), min_size=1, max_size=4)


@given(STEPS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_result_is_that_of_a_full_run(project, steps):
    with TemporaryDirectory() as folder:
        step_by_step, at_once = (type(project)(Path(folder, name)) for name in ("steps", "once"))
        state: dict[str, list[str]] = {}
        for step in steps:
            for name, lines in step.items():
                if lines is None:
                    state.pop(name, None)
                    (step_by_step.raw / name).unlink(missing_ok=True)
                else:
                    state[name] = lines
                    step_by_step.write(name, "\n".join([f"Own  text of {name}", *lines, ""]))
            step_by_step.raw.mkdir(parents=True, exist_ok=True)
            step_by_step.run()
        at_once.raw.mkdir(parents=True)
        for name, lines in state.items():
            at_once.write(name, "\n".join([f"Own  text of {name}", *lines, ""]))
        at_once.run()
        assert step_by_step.contents() == at_once.contents()
        assert step_by_step.mirror() == at_once.mirror()
        assert step_by_step.mirror("changes") == at_once.mirror("changes")
        assert step_by_step.run(full=True).version is None
