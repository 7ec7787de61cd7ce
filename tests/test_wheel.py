"""The built wheel, and faircopy installed from it and in editable mode. The slow tests are marked `install`."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tarfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
NOT_SHIPPED = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "clean", "raw", "tests")
PATIENCE = 300  # seconds; Prefect takes a minute to start on a busy machine

CLEAN = """
import faircopy
print(faircopy.__file__)
print(faircopy.clean("The adminstration in  Kiev said so.").text, end="")
"""


def pip(python: str | Path, *arguments: str | Path) -> None:
    quiet = ["--disable-pip-version-check", "--quiet"]
    subprocess.run([python, "-m", "pip", *quiet, *arguments], check=True)


def checkout(folder: Path) -> Path:
    """A copy of the checkout that keeps the relative links, as `cp -a` makes it."""
    return Path(shutil.copytree(ROOT, folder / "checkout", symlinks=True, ignore=NOT_SHIPPED))


def wheel_of(tree: Path, folder: Path) -> Path:
    """The wheel of a source tree, built offline with the setuptools of this environment."""
    pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, tree)
    [wheel] = folder.glob("*.whl")
    return wheel


def names_in(wheel: Path) -> set[str]:
    return set(ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return wheel_of(checkout(folder), folder)


def test_it_claims_one_import_name(wheel):
    tops = {name.partition("/")[0] for name in names_in(wheel)}
    assert tops == {"faircopy", f"faircopy-{wheel.name.split('-')[1]}.dist-info"}


def test_every_module_and_data_file_is_in_it(wheel):
    """A sub-package that pyproject.toml does not list, or data outside its patterns, would be missing."""
    kept = {
        f"faircopy/{file.relative_to(base)}"
        for base, folder in ((ROOT / "faircopy", "."), (ROOT, "cleaners"), (ROOT, "flows"))
        for file in (base / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert {"faircopy/cleaners/packs/ukraine/variants.csv", "faircopy/flows/clean_corpus.py"} < kept
    assert kept - names_in(wheel) == set()


def test_installed_in_an_empty_folder_it_cleans_a_text(wheel, tmp_path):
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    pip(sys.executable, "install", "--no-deps", "--target", site, wheel)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", CLEAN], cwd=empty, env=environment, capture_output=True, text=True, check=True
    )
    where, text = done.stdout.splitlines()
    assert where.startswith(str(site))
    assert text == "The administration in Kyiv said so."


# Cleans a text where the deletion index cannot be built: it must be there.
CLEAN_WITH_THE_INDEX_BROUGHT = (
    """
from faircopy.cleaners.typos.lexicon import deletion_index
deletion_index.build_deletion_index = None
"""
    + CLEAN
)


@pytest.mark.parametrize(("brought", "program"), [(True, CLEAN_WITH_THE_INDEX_BROUGHT), (False, CLEAN)])
def test_it_brings_the_deletion_index_and_does_without_one_it_cannot_write(wheel, tmp_path, brought, program):
    pip(sys.executable, "install", "--no-deps", "--target", tmp_path, wheel)
    derived = tmp_path / "faircopy/cleaners/models/derived"
    if not brought:
        shutil.rmtree(derived)
        derived.write_text("a file where the folder belongs: nothing can be kept in it")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    where, text = done.stdout.splitlines()
    assert where.startswith(str(tmp_path))
    assert text == "The administration in Kyiv said so."


@pytest.mark.install
def test_a_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    """It has real folders in place of the links, which not every archive and system keeps."""
    build = "import sys; from setuptools.build_meta import build_sdist; build_sdist(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, tmp_path], cwd=checkout(tmp_path), capture_output=True, check=True)
    [archive] = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        assert not [member.name for member in packed if member.issym() or member.islnk()]
        packed.extractall(tmp_path, filter="data")
    assert names_in(wheel_of(tmp_path / archive.name.removesuffix(".tar.gz"), tmp_path)) == names_in(wheel)


# A package that notes down when it is imported.
NOTING = "from pathlib import Path\nPath(__file__).with_name('imported').touch()\nOWNER = 'project'\n"
OWN_PACKAGES = ("cleaners", "corpus", "flows")
IMPORTS = """
import faircopy.cleaners, faircopy.corpus, faircopy.flows
import cleaners, corpus, flows
assert {cleaners.OWNER, corpus.OWNER, flows.OWNER} == {"project"}
"""


class Project:
    """A folder with packages `flows`, `cleaners` and `corpus` of its own and `PYTHONPATH=.`, common with Prefect."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder, self.python = folder, python
        own = {key: value for key, value in os.environ.items() if not key.startswith(("PREFECT_", "PYTHON"))}
        # A runner that looks for work every 2 seconds instead of every 10.
        self.environment = {**own, "PYTHONPATH": ".", "PREFECT_RUNNER_POLL_FREQUENCY": "2"}
        for name in OWN_PACKAGES:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(NOTING)
        (folder / "raw/herald").mkdir(parents=True)
        self.add("ferry", "The ferry to Kiev  was late on Monday.\n")

    def add(self, name: str, text: str) -> None:
        (self.folder / f"raw/herald/{name}.txt").write_text(text)

    def command(self, *arguments: str) -> list[str | Path]:
        return [self.python.with_name("faircopy"), *arguments]

    def faircopy(self, *arguments: str) -> str:
        """The output of a command, which must succeed."""
        done = subprocess.run(
            self.command(*arguments), cwd=self.folder, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def imported(self) -> list[str]:
        """The project's own packages that have been imported so far."""
        return [name for name in OWN_PACKAGES if (self.folder / name / "imported").exists()]


@pytest.fixture(scope="module", params=["wheel", "editable"])
def project(request, tmp_path_factory) -> Project:
    """A project beside an environment in which faircopy is installed, with the dependencies of this one."""
    folder = tmp_path_factory.mktemp(request.param)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    python = folder / "venv/bin/python"
    [site] = (folder / "venv/lib").glob("python*/site-packages")
    # As a folder of modules alone: an editable faircopy of this environment is not seen through it.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    tree = checkout(folder)
    target = [wheel_of(tree, folder)] if request.param == "wheel" else ["--editable", tree]
    pip(python, "install", "--ignore-installed", "--no-deps", "--no-build-isolation", *target)
    if request.param == "wheel":
        shutil.rmtree(tree)
    (folder / "project").mkdir()
    return Project(folder / "project", python)


@pytest.mark.install
@pytest.mark.skipif(sys.platform == "win32", reason="names the folders of an environment as POSIX does")
class TestInAProjectWithPackagesOfTheSameNames:
    def test_a_run_without_prefect(self, project):
        assert "Version 1: 1 document read" in project.faircopy("run", "--no-prefect", "--workers", "2")

    def test_a_run_with_prefect(self, project):
        project.add("bridge", "The bridge was closed by by noon.\n")
        assert "Version 2: 2 documents read" in project.faircopy("run")

    def test_diff(self, project):
        shown = project.faircopy("diff", "herald/bridge.txt")
        assert "closed by[- by-]‹typos/doubled-word› noon" in shown

    def test_serve(self, project):
        project.add("storm", "The storm took two roofs in Kiev.\n")
        with serving(project) as api:
            deployment = ask(f"{api}/deployments/name/clean-corpus/manual")
            run = ask(f"{api}/deployments/{deployment['id']}/create_flow_run", {})
            until(lambda: ask(f"{api}/flow_runs/{run['id']}")["end_time"], "the run did not end")
            assert ask(f"{api}/flow_runs/{run['id']}")["state"]["name"] == "Completed"
        assert project.faircopy("show", "herald/storm.txt") == "The storm took two roofs in Kyiv.\n"

    def test_the_project_keeps_its_names(self, project):
        assert project.imported() == [], "faircopy imported a package of the project in place of its own"
        subprocess.run([project.python, "-c", IMPORTS], cwd=project.folder, env=project.environment, check=True)
        assert project.imported() == list(OWN_PACKAGES)


class serving:
    """`faircopy serve` in a project, from the moment the web page is up until the end of the block."""

    def __init__(self, project: Project) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.output = project.folder / "serve.out"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                project.command("serve", "--port", str(self.port)),
                cwd=project.folder,
                env=project.environment,
                stdout=output,
                stderr=output,
            )

    def said(self) -> str:
        return self.output.read_text(errors="replace")

    def __enter__(self) -> str:
        until(lambda: "Web page" in self.said() or self.process.poll() is not None, "serve did not start")
        assert self.process.poll() is None, self.said()
        return f"http://127.0.0.1:{self.port}/api"

    def __exit__(self, *error: object) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            assert self.process.wait(60) == 0, self.said()
        finally:
            self.process.kill()  # its Prefect server ends with it


def until(condition, complaint: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, complaint
        time.sleep(0.5)


def ask(url: str, body: object = None, patience: int = 20):
    """The answer of Prefect's API. A busy server is asked again up to `patience` times, without a proxy."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        if error.code != 503 or not patience:
            raise
    time.sleep(1)
    return ask(url, body, patience - 1)
