"""`faircopy run`, without Prefect; tests/flows runs the flow."""

import json
import shlex
import shutil

import pytest


@pytest.fixture
def run(faircopy, folder):
    def call(*arguments: str):
        return faircopy("run", "--no-prefect", "--workers", "0", *arguments)

    return call


def test_a_run_says_what_it_did_and_what_to_do_next(run, folder):
    done = run()
    assert done.exit_code == 0
    assert "Version 1: 3 documents read" in done.stdout
    assert "3 added · 0 changed · 0 unchanged · 0 held back · 0 removed" in done.stdout
    assert "Next:  faircopy diff\t" in done.stdout
    assert done.stderr == ""
    assert (folder / "clean/text/echo/library.txt").read_text() == "The library opened its doors.\n"


@pytest.mark.parametrize(
    ("arguments", "flags"),
    [
        ((), ""),
        (("raw", "our own"), " --clean 'our own'"),
        (("--set", "clean=elsewhere"), " --clean elsewhere"),
        (("raw", "./clean"), ""),
        (("--config", "ours/faircopy.toml"), " --config ours/faircopy.toml"),
        (("ours/raw",), " --config {folder}/ours/faircopy.toml"),
        (("ours/raw", "mine"), " --config {folder}/ours/faircopy.toml --clean mine"),
    ],
)
def test_the_next_commands_find_what_was_written(run, faircopy, folder, arguments, flags):
    (folder / "ours").mkdir()
    shutil.copytree("raw", "ours/raw")
    (folder / "ours/faircopy.toml").write_text('clean = "cleaned"\n')
    command = run(*arguments).stdout.split("Next:  faircopy ")[1].split("\t")[0]
    assert command == "diff" + flags.format(folder=folder)
    assert "The library [-·-]" in faircopy(*shlex.split(command)).stdout


def test_the_next_commands_find_settings_beside_the_folder_above(run, faircopy, folder, monkeypatch):
    (folder / "faircopy.toml").write_text("")
    away = folder.with_name(f"{folder.name}-away")
    away.mkdir()
    monkeypatch.chdir(away)
    command = run(f"../{folder.name}/raw").stdout.split("Next:  faircopy ")[1].split("\t")[0]
    assert command == f"diff --config {folder}/faircopy.toml"
    assert "The library [-·-]" in faircopy(*shlex.split(command)).stdout


def test_a_second_run_has_nothing_to_do(run):
    run()
    done = run()
    assert "Nothing changed, no new version" in done.stdout
    assert "Next:" not in done.stdout


def test_json(run):
    summary = json.loads(run("--json").stdout)
    assert (summary["version"], summary["added"], summary["edits_by_stage"]["layout"]) == (1, 3, 3)


def test_a_dry_run_publishes_nothing(run, folder):
    assert "Dry run: 3 documents read, nothing published" in run("--dry-run").stdout
    assert not (folder / "clean/text").exists()


def test_files_in_unknown_formats_are_counted(run, folder):
    (folder / "raw/notes.docx").write_bytes(b"PK")
    assert "Skipped 1 other file: faircopy reads .txt, .html" in run().stdout


def test_a_single_document(run):
    run()
    summary = json.loads(run("--doc", "echo/ferry.txt", "--full", "--json").stdout)
    assert summary["cleaned"] == 1


def test_a_single_source(run):
    assert json.loads(run("--source", "herald", "--json").stdout)["added"] == 1


def test_held_documents_are_listed_with_their_reason(run, folder):
    (folder / "raw/echo/image.txt").write_bytes(bytes(range(256)) * 40)
    done = run("--yes")
    assert done.exit_code == 0
    assert "Held back, not published:\n  echo/image.txt\t" in done.stdout


def test_the_gate_stops_with_exit_code_3(run, folder):
    for n in range(10):
        (folder / f"raw/echo/{n}.txt").write_text(f"Text number {n}.\n")
    run()
    for n in range(9):
        (folder / f"raw/echo/{n}.txt").unlink()
    done = run()
    assert done.exit_code == 3
    assert done.stdout == ""
    assert done.stderr.startswith("faircopy: ")
    assert "--yes" in done.stderr
    assert run("--yes").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "there is no folder nowhere"),
        (["raw/echo/ferry.txt"], "raw/echo/ferry.txt is a file, not a folder"),
        (["--style", "nobodys"], "nobodys"),
        (["--pack", "nowhere"], "nowhere"),
        (["--config", "nowhere.toml"], "nowhere.toml"),
        (["--workers", "many"], "--workers"),
        (["--workers", "-1"], "workers"),
    ],
)
def test_wrong_calls(run, folder, arguments, says):
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_a_wrong_key_is_reported_with_its_line(run, folder):
    (folder / "faircopy.toml").write_text('raw = "raw"\nstile = "ap"\n')
    done = run()
    assert done.exit_code == 2
    assert "faircopy.toml:2" in done.stderr
    assert "'style'" in done.stderr
