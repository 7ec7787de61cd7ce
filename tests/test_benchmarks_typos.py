"""The measures of benchmarks/typos, on made-up texts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from lab.benchmarks.typos import compare, peers, speed

NOISY = "The goverment met the the press in Kyiv."
RIGHT = "The government met the press in Kyiv."


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (RIGHT, "precision 1.000  recall 1.000  F0.5 1.000"),
        (NOISY, "precision 0.000  recall 0.000  F0.5 0.000"),
        ("The government met the the press in Kyiv.", "precision 1.000  recall 0.500  F0.5 0.833"),
        ("The government met the press in Kiev.", "precision 0.667  recall 1.000  F0.5 0.714"),
    ],
)
def test_precision_and_recall(answer: str, shown: str) -> None:
    assert compare.figures([{"noisy": NOISY, "clean": RIGHT}], [NOISY], [answer], 8) == shown


def test_right_text_counts_what_was_changed() -> None:
    answers = [RIGHT.replace("Kyiv", "Kiev"), RIGHT]
    shown = compare.figures([{"text": RIGHT}, {"text": RIGHT}], [RIGHT, RIGHT], answers, 14)
    assert shown.split() == ["714.29", "changes", "per", "10,000", "words"]


@pytest.mark.parametrize("name", ["texts.jsonl", "texts.jsonl.gz"])
def test_reads_plain_and_packed_lines(tmp_path: Path, name: str) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in ("one\u2028line", "two")).encode() + b"\n\n"
    (tmp_path / name).write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
    assert [row["text"] for row in compare.read(tmp_path / name)] == ["one\u2028line", "two"]


def test_start_up_is_told_apart_and_others_are_held_against_the_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(corrector: str, texts: list[str], data: Path) -> tuple[list[str], float] | str:
        return (
            "did not run: no such file" if corrector == "typos" else (texts, 1.0 + PACE[corrector] * (len(texts) > 1))
        )

    monkeypatch.setattr(compare, "run", run)
    compare.compare("made-up", [{"text": RIGHT}] * 2, ["faircopy", "typos", "codespell"], Path())
    head, ours, missing, theirs = capsys.readouterr().out.strip().splitlines()
    assert head == "made-up: 2 texts, 14 words"
    assert ours.split("words ")[1].split() == ["1.00", "s", "to", "start", "28", "words/s", "1.000"]
    assert missing.split() == ["typos", "did", "not", "run:", "no", "such", "file"]
    assert theirs.endswith("7 words/s    0.250")


PACE = {"faircopy": 0.5, "codespell": 2.0}


def test_a_corrector_that_fails_says_why(tmp_path: Path) -> None:
    answer = compare.run("nobody", ["text"], tmp_path)
    assert answer == "did not run: KeyError: 'nobody'"


def test_word_lists_keep_capitals_and_marks() -> None:
    right = {"goverment": "government", "teh": "the"}
    assert peers._by_word("Teh goverment’s GOVERMENT, o'clock.", lambda word: right.get(word)) == (
        "The goverment’s Government, o'clock."
    )


def test_speed_counts_words_of_all_texts() -> None:
    assert speed.count(["one two", "", " three\nfour "]) == 4
