"""The stamp of a raw file, by which a run knows that it need not read it again."""

from __future__ import annotations

import os
import time

from faircopy.corpus.readers.folder import LocalFolder


def stamp_of(folder):
    [file] = LocalFolder(str(folder)).list().files
    return file.stamp


def date(file, nanoseconds):
    os.utime(file, ns=(nanoseconds, nanoseconds))


def test_a_file_written_a_while_ago_has_a_stamp_that_changes_with_it(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one\n")
    date(file, time.time_ns() - 60_000_000_000)
    before = stamp_of(tmp_path)
    assert before
    assert stamp_of(tmp_path) == before
    date(file, time.time_ns() - 30_000_000_000)
    assert stamp_of(tmp_path) != before


def test_a_file_written_this_moment_has_none(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one\n")
    date(file, time.time_ns() + 60_000_000_000)
    assert stamp_of(tmp_path) == ""


def test_a_file_rewritten_within_one_tick_of_the_clock_is_read_again(project):
    file = project.write("a.txt", "one\n")
    tick = time.time_ns() + 60_000_000_000
    date(file, tick)
    project.run()
    with file.open("r+") as same_inode:
        same_inode.write("two\n")
    date(file, tick)
    assert project.run().changed == 1
    assert project.rows()["a.txt"].text == "two\n"
