"""The commands that read a clean folder, on one that two runs have written."""

import json

import pytest

FERRY = "echo/ferry.txt"


def records(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


class TestDiff:
    def test_of_a_document_against_its_raw_text(self, look):
        assert look("diff", FERRY).stdout == (
            "echo/ferry.txt  layout 2 · typos 1\n"
            "   1  The ferry [-·-]‹layout/wide-gap›left at one.\n"
            "   3  [-↵↵↵-]‹layout/blank-lines›It came back by[- by-]‹typos/doubled-word› six.\n"
        )

    def test_of_everything_leaves_out_what_did_not_change(self, look):
        shown = look("diff").stdout
        assert shown.index("echo/ferry.txt") < shown.index("herald/bridge.txt")
        assert "market" not in shown

    def test_between_versions(self, look):
        assert look("diff", "--from", "1", "--to", "2").stdout.split("\n\n") == [
            "echo/ferry.txt\n   1  The ferry left at [-noon-]{+one+}.",
            "echo/library.txt  removed",
            "herald/bridge.txt  added\n",
        ]

    def test_of_an_older_version(self, look):
        assert "left at noon" in look("diff", FERRY, "--to", "1").stdout

    def test_unified(self, look):
        lines = look("diff", FERRY, "--unified").stdout.splitlines()
        assert lines[:2] == ["--- raw/echo/ferry.txt", "+++ clean/echo/ferry.txt"]
        assert "-The ferry  left at one." in lines
        assert "+The ferry left at one." in lines

    def test_without_differences(self, look):
        done = look("diff", "herald/market.txt")
        assert (done.stdout, done.stderr, done.exit_code) == ("", "No differences.\n", 0)


class TestLog:
    def test_of_a_document(self, look):
        rows = [line.split("\t") for line in look("log", FERRY).stdout.splitlines()]
        assert [(row[0], row[1], row[3]) for row in rows] == [
            (FERRY, "1", "layout/wide-gap"),
            (FERRY, "1", "layout/blank-lines"),
            (FERRY, "3", "typos/doubled-word"),
        ]
        assert all(row[5] for row in rows), "every edit has a reason"

    @pytest.mark.parametrize(
        ("flags", "rules"),
        [
            (["--stage", "typos"], {"typos/doubled-word"}),
            (["--rule", "layout/*"], {"layout/wide-gap", "layout/blank-lines"}),
            (["--rule", "layout/wide-gap"], {"layout/wide-gap"}),
            (["--status", "rejected"], set()),
        ],
    )
    def test_filters(self, look, flags, rules):
        assert {record["rule"] for record in records(look("log", "--json", *flags))} == rules

    def test_a_json_line_is_an_edit_with_its_document(self, look):
        record = records(look("log", FERRY, "--json", "--stage", "typos"))[0]
        assert (record["doc_id"], record["before"], record["after"], record["status"]) == (FERRY, " by", "", "applied")

    def test_distinct_counts_over_all_documents_rarest_first(self, look):
        counts = [record["count"] for record in records(look("log", "--distinct", "--json"))]
        assert counts == sorted(counts)
        [gap] = records(look("log", "--distinct", "--json", "--rule", "layout/wide-gap"))
        assert gap["count"] == 2

    def test_distinct_for_people(self, look):
        assert look("log", "--distinct", "--stage", "typos").stdout.startswith("1\t·by removed\ttypos/doubled-word")

    def test_nothing_found(self, look):
        done = look("log", "--rule", "typos/split-word")
        assert (done.stdout, done.stderr) == ("", "No such edits.\n")

    def test_a_rule_that_does_not_exist(self, look):
        done = look("log", "--rule", "layout/wide-gab")
        assert "There is no rule 'layout/wide-gab'; did you mean 'layout/wide-gap'?" in done.stderr


class TestWhy:
    def test_names_the_edits_of_a_line(self, look):
        shown = look("why", f"{FERRY}:3").stdout
        assert "Line 3 of echo/ferry.txt; line 6 of its raw text" in shown
        assert "typos/doubled-word" in shown
        assert "layout/blank-lines" in shown
        assert "wide-gap" not in shown

    def test_takes_the_path_of_the_mirror_file(self, look, two_versions):
        rules = [r["rule"] for r in records(look("why", f"{two_versions}/text/{FERRY}:1", "--json"))]
        assert rules == ["layout/wide-gap"]

    def test_of_a_line_that_nothing_touched(self, look):
        assert "No edit touched it" in look("why", "herald/market.txt:1").stdout

    @pytest.mark.parametrize(
        ("place", "says"),
        [
            (FERRY, "name a file and a line"),
            (f"{FERRY}:\N{SUPERSCRIPT TWO}", "name a file and a line"),
            (f"{FERRY}:\N{ARABIC-INDIC DIGIT TWO}", "name a file and a line"),
            (f"{FERRY}:0", "from 1 to 3"),
            (f"{FERRY}:4", "from 1 to 3"),
        ],
    )
    def test_wrong_places(self, look, place, says):
        done = look("why", place)
        assert done.exit_code == 2
        assert says in done.stderr


class TestVersions:
    def test_versions(self, look):
        one, two = records(look("versions", "--json"))
        assert (one["number"], one["documents"], one["added"]) == (1, 3, 3)
        assert (two["number"], two["added"], two["changed"], two["removed"]) == (2, 1, 1, 1)

    def test_for_people(self, look):
        rows = [line.split("\t") for line in look("versions").stdout.splitlines()]
        assert [row[0] for row in rows] == ["1", "2"]

    def test_changed_since(self, look):
        changes = {record["id"]: record["kind"] for record in records(look("changed", "--since", "1", "--json"))}
        assert changes == {FERRY: "text", "echo/library.txt": "removed", "herald/bridge.txt": "added"}

    def test_changed_for_people(self, look):
        assert "text\techo/ferry.txt\n" in look("changed", "--since", "1").stdout

    def test_nothing_changed_since_the_newest(self, look):
        done = look("changed", "--since", "2")
        assert (done.stdout, done.stderr) == ("", "Nothing changed since version 2.\n")


class TestTexts:
    def test_show(self, look):
        assert look("show", FERRY).stdout == "The ferry left at one.\n\nIt came back by six.\n"
        assert look("show", FERRY, "--version", "1").stdout.startswith("The ferry left at noon.")

    def test_raw_gives_the_bytes_back(self, look, two_versions):
        assert look("raw", FERRY).stdout_bytes == (two_versions.parent / "raw" / FERRY).read_bytes()

    def test_verify(self, look):
        done = look("verify")
        assert done.exit_code == 0
        assert "all replay and undo exactly" in done.stdout
        [result] = records(look("verify", "--json"))
        assert result["broken"] == []

    def test_status(self, look):
        [state] = records(look("status", "--json"))
        assert state["version"] == 2
        assert state["documents"] == {"published": 3, "removed": 1}
        assert state["sources"] == {"herald": 2, "echo": 1}
        assert "Version 2, made" in look("status").stdout


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["show", "echo/fery.txt"], "echo/ferry.txt"),
            (["show", FERRY, "--version", "9"], "no version 9: the runs made 1, 2"),
            (["show", FERRY, "--version", "x"], "--version"),
            (["diff", "--from", "7"], "no version 7"),
            (["log", "--stage", "typo"], "no stage 'typo'; did you mean 'typos'?"),
            (["log", "--status", "done"], "--status"),
            (["changed"], "--since"),
        ],
    )
    def test_end_in_one_line_and_exit_code_2(self, look, arguments, says):
        done = look(*arguments)
        assert done.exit_code == 2
        assert (done.stdout, done.stderr.count("\n")) == ("", 1)
        assert says in done.stderr

    def test_no_table(self, faircopy, tmp_path):
        done = faircopy("log", "--clean", str(tmp_path))
        assert done.exit_code == 2
        assert "faircopy run" in done.stderr

    def test_a_document_that_is_gone_has_no_text(self, look):
        done = look("show", "echo/library.txt", "--version", "2")
        assert done.exit_code == 1
        assert "removed" in done.stderr
