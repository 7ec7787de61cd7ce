"""The whole job on worker processes, with the rules that ship."""

from __future__ import annotations

import subprocess
import sys

import pytest

TEXT = (
    "The talks in Kiev  went on.\n\nThey ended late , said one of those who were there on day {}.\n\nShare this story\n"
)
LIGHT = {"recipe": "news", "switches": {"names": "off", "typos": "off", "boilerplate": "off"}}


@pytest.fixture
def many(project):
    for number in range(20):
        project.write(f"site/{number}.txt", TEXT.format(number))
    project.write("site/page.html", "<h1>Talks</h1><p>They ended  late.</p>")
    return project


def test_neither_workers_nor_order_change_a_result(many, monkeypatch):
    alone = type(many)(many.root / "alone")
    (many.root / "alone").mkdir()
    (alone.root / "raw").symlink_to(many.raw, target_is_directory=True)
    many.run(workers=2, **LIGHT)
    monkeypatch.setattr("faircopy.corpus.staging.files.BATCH_DOCUMENTS", 3)
    alone.run(workers=0, **LIGHT)
    assert many.contents() == alone.contents()
    assert many.mirror() == alone.mirror()
    assert many.run(workers=1, full=True, **LIGHT).version is None


def test_too_slow_is_held_and_tried_again_when_it_may_take_longer(project):
    project.write("slow.txt", "Many  words.\n" * 100_000)
    hurried = {"workers": 1, "timeout_seconds": 1e-3, **LIGHT}
    [(name, reason)] = project.run(**hurried).held_documents
    assert (name, reason[:15]) == ("slow.txt", "takes more than")
    assert project.run(**hurried).version is None
    assert project.run(workers=1, **LIGHT).held == 0
    assert project.rows()["slow.txt"].text == "Many words.\n" * 100_000


def test_workers_do_not_import_what_started_the_run(many, monkeypatch, tmp_path):
    main = tmp_path / "main_that_must_not_run_again.py"
    main.write_text("raise SystemExit('imported by a worker')")
    monkeypatch.setattr(sys.modules["__main__"], "__file__", str(main), raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None, raising=False)
    assert many.run(workers=1, **LIGHT).held == 0


@pytest.mark.parametrize("workers", [0, 1])
def test_packages_of_the_callers_own_with_our_names_do_no_harm(project, monkeypatch, workers):
    project.write("site/a.txt", "Talks in Kiev  went on for a long time on Monday, the minister said.\n")
    for name in ("cleaners", "corpus", "flows", "settings", "workers"):
        (project.root / name).mkdir()
        (project.root / name / "__init__.py").write_text("raise SystemExit(9)\n")
    monkeypatch.chdir(project.root)
    program = (
        "import sys; from faircopy.corpus.run import run; from faircopy.corpus.settings.load import load_settings;"
        f"print(run(load_settings(sys.argv[1], sys.argv[2], workers={workers})).edits)"
    )
    command = [sys.executable, "-c", program, str(project.raw), str(project.clean)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.returncode) == ("2\n", 0), done.stderr
