import os
import subprocess
import sys
from pathlib import Path

import pytest

from faircopy.corpus.settings.model import Settings
from faircopy.flows.server import environment


@pytest.fixture
def no_home(monkeypatch):
    monkeypatch.delenv("PREFECT_HOME", raising=False)


def test_what_the_user_has_set_stays():
    chosen = {"PREFECT_LOGGING_LEVEL": "DEBUG"}
    environment.set_defaults(environment.QUIET, chosen)
    assert chosen["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert set(chosen) == set(environment.QUIET)


@pytest.mark.parametrize(
    ("values", "own"), [({}, False), ({"PREFECT_API_URL": ""}, False), ({"PREFECT_API_URL": "x"}, True)]
)
def test_a_server_of_the_users_own_is_known_by_its_address(values, own):
    assert environment.has_own_server(values) is own


def test_the_home_lies_beside_the_configuration(tmp_path, no_home):
    settings = Settings(clean=str(tmp_path / "clean"), config_file=tmp_path / "faircopy.toml")
    with environment.prefect_home(settings) as home:
        assert home == tmp_path / ".prefect"
        assert os.environ["PREFECT_HOME"] == str(home)
    assert "PREFECT_HOME" not in os.environ


def test_without_a_configuration_the_home_lies_in_the_clean_folder(tmp_path, no_home, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with environment.prefect_home(Settings(clean="clean")) as home:
        assert home.absolute() == tmp_path / "clean" / "_state" / "prefect"
        assert Path(os.environ["PREFECT_HOME"]).is_absolute()


def test_a_second_run_gets_a_home_that_is_removed_afterwards(tmp_path, no_home, monkeypatch):
    settings = Settings(clean=str(tmp_path / "clean"))
    with environment.prefect_home(settings) as first:
        monkeypatch.delenv("PREFECT_HOME")  # as another process sees it
        with environment.prefect_home(settings) as second:
            assert second != first
        assert not second.exists()
    with environment.prefect_home(settings) as third:
        assert third == first


def test_a_server_that_is_to_last_refuses_a_passing_home(tmp_path, no_home, monkeypatch):
    settings = Settings(clean=str(tmp_path / "clean"))
    with environment.prefect_home(settings):
        monkeypatch.delenv("PREFECT_HOME")
        with pytest.raises(BlockingIOError), environment.prefect_home(settings, lasting=True):
            pass


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path, no_home):
    (tmp_path / "clean").write_text("a file, not a folder")
    with environment.prefect_home(Settings(clean=str(tmp_path / "clean"))) as home:
        assert not home.is_relative_to(tmp_path / "clean")


def test_a_home_of_the_users_own_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "mine"))
    with environment.prefect_home(Settings(clean=str(tmp_path / "clean"))) as home:
        assert home == tmp_path / "mine"


@pytest.mark.parametrize(
    "module",
    [
        "faircopy.flows",
        "faircopy.flows.run",
        "faircopy.flows.serve",
        "faircopy.flows.deploy",
        "faircopy.cli.serve",
        "faircopy.cli.deploy",
    ],
)
def test_prefect_is_not_imported_before_its_environment_is_set(module):
    program = f"import sys, {module}; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
