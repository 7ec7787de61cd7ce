"""docs/commands.md and docs/answers.md against the commands themselves."""

import json
import re
import shlex
from itertools import groupby
from pathlib import Path

import pytest
import typer

from faircopy.cli.main import GROUPS, app
from faircopy.cli.reference import reference

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
ANSWERS = (ROOT / "docs/answers.md").read_text(encoding="utf-8")


def all_commands():
    """(name, command, examples) of every command, those of groups among them."""
    root = typer.main.get_command(app)
    for module in (module for modules in GROUPS.values() for module in modules):
        name = module.__name__.rpartition(".")[2]
        command = root.commands[name]
        for child_name, child in getattr(command, "commands", {"": command}).items():
            yield f"faircopy {name} {child_name}".strip(), child, module.EXAMPLES


ALL = list(all_commands())


def test_the_page_is_up_to_date():
    assert reference() == COMMANDS, "run: python -m faircopy.cli.reference > docs/commands.md"


def test_every_command_is_in_a_group():
    assert set(typer.main.get_command(app).commands) == {
        module.__name__.rpartition(".")[2] for modules in GROUPS.values() for module in modules
    }


@pytest.mark.parametrize(("name", "command", "examples"), ALL, ids=[name for name, _, _ in ALL])
def test_every_command_and_flag_is_documented(name, command, examples):
    section = re.search(rf"^### {name} .*?(?=^##|\Z)", COMMANDS, re.M | re.S)[0]
    for parameter in command.params:
        assert parameter.help, f"{name}: {parameter.name} has no help"
        if parameter.param_type_name == "option":
            assert f"`{parameter.opts[0]}" in section
    assert command.help


@pytest.mark.parametrize(("name", "command", "examples"), ALL, ids=[name for name, _, _ in ALL])
def test_every_command_has_an_example_that_parses(name, command, examples):
    own = [line for line in examples if name in line]
    assert own
    for line in own:
        words = shlex.split(re.split(r"[|>]", line[line.index(name) + len(name) :])[0])
        assert command.make_context(name, words)


@pytest.mark.parametrize(("name", "command", "examples"), ALL, ids=[name for name, _, _ in ALL])
def test_help_shows_the_examples(faircopy, name, command, examples):
    done = faircopy(*name.split()[1:], "--help")
    assert done.exit_code == 0
    assert "Usage: " in done.stdout
    shown = " ".join(done.stdout.split())
    for line in examples:
        if name in line:
            assert line in shown


def test_the_help_groups_the_commands(faircopy):
    shown = faircopy().stdout
    assert shown.index(" Clean ") < shown.index(" run ") < shown.index(" Look ") < shown.index(" diff ")


def test_the_answer_is_as_described(faircopy):
    row = {"id": "a", "text": "The ferry  left by by noon.\n\n\n", "url": "https://example.org/a"}
    answer = json.loads(faircopy("clean", "--jsonl", stdin=json.dumps(row)).stdout)
    for key in answer:
        assert f"| `{key}` |" in ANSWERS
    for key in answer["edits"][0]:
        assert f"`{key}`" in ANSWERS


def test_the_replay_of_the_page_works(faircopy):
    program = re.search(r"```python\n(.*?)```", ANSWERS, re.S)[1]
    names: dict = {"groupby": groupby}
    exec(program, names)
    text = "The ferry  left\u00a0by noon.\n\n\n\nIt came back.  \n"
    answer = json.loads(faircopy("clean", "--json", stdin=text).stdout)
    assert answer["edits"]
    assert names["replay"](text, answer["edits"]) == answer["text"]
