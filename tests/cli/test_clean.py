"""`faircopy clean`: one text, and JSON lines as a filter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faircopy.cleaners.edits import Edit, apply
from faircopy.cli.cleaning.line_batches import BATCH_LINES

FAIRCOPY = [sys.executable, "-m", "faircopy.cli"]
WIDE = "The ferry  left at noon.\n"
TIDY = "The ferry left at noon.\n"


def lines_of(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def answers_in(output: str) -> list[dict]:
    return [json.loads(line) for line in output.split("\n") if line]


class TestOneText:
    def test_from_standard_input(self, faircopy):
        done = faircopy("clean", "--only", "layout", stdin=WIDE)
        assert (done.stdout, done.stderr, done.exit_code) == (TIDY, "", 0)

    def test_from_a_file(self, faircopy, tmp_path):
        (tmp_path / "ferry.txt").write_text(WIDE)
        assert faircopy("clean", str(tmp_path / "ferry.txt"), "--only", "layout").stdout == TIDY

    def test_the_marks_name_the_rule(self, faircopy):
        shown = faircopy("clean", "--diff", "--only", "layout", stdin=WIDE).stdout
        assert "The ferry [-·-]‹layout/wide-gap›left" in shown

    def test_a_text_without_mistakes_has_no_marks(self, faircopy):
        done = faircopy("clean", "--diff", "--only", "layout", stdin=TIDY)
        assert done.stdout == ""
        assert "nothing to change" in done.stderr

    def test_json_accounts_for_every_character(self, faircopy):
        answer = json.loads(faircopy("clean", "--json", "--only", "layout", stdin=WIDE).stdout)
        edits = [
            Edit(**{k: e[k] for k in ("stage", "rule", "start", "before", "after", "reason")}) for e in answer["edits"]
        ]
        assert apply(WIDE, edits) == answer["text"] == TIDY
        assert answer["status"] == "published"

    @pytest.mark.parametrize("arguments", [["--html"], ["page.html"]])
    def test_a_page(self, faircopy, tmp_path, monkeypatch, arguments):
        page = "<html><body><p>The ferry left &amp; came back.</p></body></html>"
        monkeypatch.chdir(tmp_path)
        Path("page.html").write_text(page)
        assert "The ferry left & came back." in faircopy("clean", "--only", "markup", *arguments, stdin=page).stdout

    def test_no_newline_is_translated(self, faircopy):
        text = "one\r\ntwo\u2028three"
        assert faircopy("clean", "--only", "names", stdin=text.encode()).stdout_bytes == text.encode()

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
    def test_other_encodings(self, faircopy, encoding):
        stdin = "“The café” closed.\n".encode(encoding)
        assert faircopy("clean", "--only", "names", stdin=stdin).stdout == "“The café” closed.\n"

    def test_a_binary_file_fails_in_one_line(self, faircopy):
        done = faircopy("clean", stdin=b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("faircopy: clean stdin: is a binary file")

    def test_names_take_the_style(self, faircopy):
        assert "Kyiv" in faircopy("clean", "--only", "names", stdin="Talks were held in Kiev on Monday.\n").stdout


class TestJsonLines:
    def test_answers_come_in_order_one_a_line(self, faircopy):
        rows = [{"id": f"doc {n}", "text": f"Line  {n}.\n"} for n in range(BATCH_LINES + 3)]
        answers = answers_in(faircopy("clean", "--jsonl", "--only", "layout", stdin=lines_of(*rows)).stdout)
        assert [(a["id"], a["text"]) for a in answers] == [(f"doc {n}", f"Line {n}.\n") for n in range(len(rows))]

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("not json", "not JSON"),
            ('{"id": "a", "text": "cut', "not JSON"),
            ('["a"]', "not a JSON object"),
            ("7", "a number"),
            ('{"text": "no id"}', '"id" is missing'),
            ('{"id": null, "text": ""}', '"id" is missing'),
            ('{"id": true, "text": ""}', '"id" is a boolean'),
            ('{"id": "", "text": ""}', '"id" is empty'),
            ('{"id": "a"}', 'neither "text" nor "html"'),
            ('{"id": "a", "text": 7}', "\"text\" of document 'a' is a number"),
            ('{"id": "a", "html": ["<p>"]}', "\"html\" of document 'a' is an array"),
            ('{"id": "a", "text": "\\ud800"}', "not JSON"),
        ],
    )
    def test_an_unreadable_line_is_answered_and_the_others_are_cleaned(self, faircopy, line, says):
        stdin = lines_of({"id": "before", "text": "a"}) + line + "\n" + lines_of({"id": "after", "text": "b"})
        done = faircopy("clean", "--jsonl", "--only", "layout", stdin=stdin)
        before, unreadable, after = answers_in(done.stdout)
        assert (before["id"], after["id"], done.exit_code) == ("before", "after", 0)
        assert (unreadable["id"], unreadable["line"]) == (None, 2)
        assert says in unreadable["error"]

    def test_bytes_that_are_not_utf8(self, faircopy):
        [answer] = answers_in(faircopy("clean", "--jsonl", stdin=b'{"id": "a", "text": "\xff"}\n').stdout)
        assert answer["id"] is None
        assert answer["line"] == 1

    def test_line_separators_of_unicode_split_nothing(self, faircopy):
        text = "one\u2028two\u2029three\x85four"
        line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)
        [answer] = answers_in(faircopy("clean", "--jsonl", "--only", "names", stdin=line).stdout)
        assert answer["text"] == text

    def test_empty_lines_are_skipped_but_counted(self, faircopy):
        done = faircopy(
            "clean", "--jsonl", "--only", "layout", stdin="\n" + lines_of({"id": "a", "text": "b"}) + " \nx\n"
        )
        assert [(a["id"], a.get("line")) for a in answers_in(done.stdout)] == [("a", None), (None, 4)]

    def test_an_id_comes_back_as_it_was_given(self, faircopy):
        [answer] = answers_in(faircopy("clean", "--jsonl", stdin=lines_of({"id": 7, "text": "a"})).stdout)
        assert answer["id"] == 7

    def test_other_values_of_the_record_are_in_meta(self, faircopy):
        row = {"id": "a", "text": "b", "url": "https://example.org/b", "title": "B"}
        [answer] = answers_in(faircopy("clean", "--jsonl", "--only", "layout", stdin=lines_of(row)).stdout)
        assert answer["meta"]["url"] == row["url"]
        assert answer["meta"]["title"] == "B"

    def test_a_page_in_a_line(self, faircopy):
        row = {"id": "a", "html": "<p>The ferry left.</p><p>It came back.</p>"}
        [answer] = answers_in(faircopy("clean", "--jsonl", "--only", "markup", stdin=lines_of(row)).stdout)
        assert "The ferry left." in answer["text"]
        assert "<p>" not in answer["text"]

    def test_a_cleaner_that_fails_holds_only_its_document(self, faircopy, monkeypatch):
        from faircopy.cli.cleaning import cleaner

        clean_batch = cleaner.clean_batch

        def fails_on_two(batch, recipe, resources):
            if any(document.id == "two" for document in batch):
                raise RuntimeError("out of ink")
            return clean_batch(batch, recipe, resources)

        monkeypatch.setattr(cleaner, "clean_batch", fails_on_two)
        rows = [{"id": name, "text": WIDE} for name in ("one", "two", "three")]
        one, two, three = answers_in(faircopy("clean", "--jsonl", "--only", "layout", stdin=lines_of(*rows)).stdout)
        assert one["text"] == three["text"] == TIDY
        assert (two["id"], two["status"], two["text"], two["edits"]) == ("two", "held", WIDE, [])
        assert "out of ink" in two["reason"]

    def test_from_a_file(self, faircopy, tmp_path):
        (tmp_path / "feed.jsonl").write_text(lines_of({"id": "a", "text": WIDE}))
        [answer] = answers_in(faircopy("clean", str(tmp_path / "feed.jsonl"), "--jsonl", "--only", "layout").stdout)
        assert answer["text"] == TIDY


class TestAsAProcess:
    def test_a_caller_that_waits_for_each_answer_gets_it(self):
        """A program that sends one line at a time must not wait for a full batch."""
        command = [*FAIRCOPY, "clean", "--jsonl", "--only", "layout"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for name in ("one", "two"):
                process.stdin.write(lines_of({"id": name, "text": WIDE}).encode())
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == name
            process.stdin.close()
        assert process.returncode == 0

    def test_loads_no_more_than_it_needs(self, tmp_path):
        heavy = ("prefect", "pyarrow", "deltalake", "rich", "fsspec", "faircopy.corpus.settings.model")
        program = (
            "import sys; sys.argv = ['faircopy', 'clean', '--jsonl']\n"
            "from faircopy.cli.main import main\n"
            "try: main()\n"
            f"finally: print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
        )
        line = lines_of({"id": "a", "text": WIDE}).encode()
        done = subprocess.run([sys.executable, "-c", program], input=line, capture_output=True, cwd=tmp_path)
        assert done.stderr.decode().strip() == "[]"

    def test_a_reader_that_closes_the_pipe_early_causes_no_message(self, tmp_path):
        (tmp_path / "feed.jsonl").write_text(lines_of(*({"id": n, "text": WIDE} for n in range(600))))
        command = [*FAIRCOPY, "clean", str(tmp_path / "feed.jsonl"), "--jsonl", "--only", "layout"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""

    @pytest.mark.parametrize("flags", [[], ["--json"], ["--diff"]])
    def test_output_is_utf8_whatever_the_locale(self, flags):
        environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
        command = [*FAIRCOPY, "clean", *flags, "--only", "layout"]
        done = subprocess.run(command, input="Zażółć  jaźń.\n".encode(), capture_output=True, env=environment)
        assert "jaźń" in done.stdout.decode(), done.stderr


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--only", "typo"], "no stage 'typo'; did you mean 'typos'?"),
            (["--only", ""], "--only"),
            (["missing.txt"], "missing.txt: no such file"),
            (["."], "a folder; `faircopy run . CLEAN`"),
            (["--json", "--jsonl"], "exclude each other"),
            (["--jsonl", "--html"], '"html" in place of "text"'),
            (["feed.jsonl"], "add --jsonl"),
            (["--styl", "ap"], "--style"),
            (["--config", "nowhere.toml"], "nowhere.toml"),
            (["--style", "nobodys"], "nobodys"),
            (["--pack", "no-such-folder"], "no-such-folder"),
        ],
    )
    def test_end_in_one_line_and_exit_code_2(self, faircopy, tmp_path, monkeypatch, arguments, says):
        monkeypatch.chdir(tmp_path)
        Path("feed.jsonl").touch()
        done = faircopy("clean", *arguments, stdin=WIDE)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert says in done.stderr
