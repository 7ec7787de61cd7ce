"""`faircopy run`: clean a folder of raw texts and publish a new version of the clean texts."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from faircopy.cli.framework.parameters import Config, Set
from faircopy.errors import UsageError

if TYPE_CHECKING:
    from faircopy.corpus.settings.model import Settings
    from faircopy.corpus.summary import RunSummary

EXAMPLES = (
    "faircopy run",
    "faircopy run raw clean --style ap",
    "faircopy run --source harbour-herald --dry-run",
    "faircopy run --doc harbour-herald/regatta.txt --full",
    "faircopy run --set quotations=leave --set switches.typos=suggest",
    "faircopy run --json | jq .held_documents",
)

NEXT = (
    ("faircopy diff", "the words removed and added, with the rules"),
    ("faircopy log --distinct", "every distinct change, the rarest first"),
)


def run(
    raw: Annotated[str | None, typer.Argument(metavar="RAW", help="Folder or URL of the raw texts.")] = None,
    clean: Annotated[str | None, typer.Argument(metavar="CLEAN", help="Folder or URL for the clean texts.")] = None,
    style: Annotated[str | None, typer.Option(metavar="NAME", help="The house style for names.")] = None,
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="A pack of names to add.")] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", help="Number of processes. Unset: one per core.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Clean this source only.")] = None,
    doc: Annotated[list[str] | None, typer.Option(metavar="DOC", help="Clean this document only.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Clean every document, not only new and changed ones.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report what would change, publish nothing.")] = False,
    no_mirror: Annotated[bool, typer.Option("--no-mirror", help="Write only the table, no text files.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Publish even if the gate would stop the run.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as one JSON object.")] = False,
    no_prefect: Annotated[bool, typer.Option("--no-prefect", help="Run without Prefect.")] = False,
    config: Config = None,
    keys: Set = None,
) -> None:
    """Clean the raw texts and publish a new version.

    Only new and changed documents are cleaned. The version comes with a log of every change. A run that would
    remove, hold or alter suspiciously many documents stops before it publishes (exit code 3) and says why.
    """
    from faircopy.corpus.options import RunOptions
    from faircopy.corpus.settings.load import load_settings

    named: dict[str, Any] = {"style": style, "workers": workers, "mirror": False if no_mirror else None}
    settings = load_settings(raw, clean, config, keys or (), **named)
    if pack:
        settings = load_settings(raw, clean, config, keys or (), **named, packs=(*settings.packs, *pack))
    _refuse_wrong(settings)
    options = RunOptions(full, source, frozenset(doc or ()), dry_run, yes)
    with _progress() as progress:
        summary = _job(no_prefect)(settings, options, progress)
    if as_json:
        import orjson

        sys.stdout.buffer.write(orjson.dumps(summary.as_record(), option=orjson.OPT_APPEND_NEWLINE))
    else:
        _show(summary, _flags_for(settings))


def _refuse_wrong(settings: Settings) -> None:
    """Refuse a missing folder, style or pack now, not after Prefect has started."""
    from pathlib import Path

    from faircopy.corpus.settings.model import check_names

    raw = settings.raw
    if "://" not in raw and not Path(raw).is_dir():
        what = f"{raw} is a file, not a folder" if Path(raw).exists() else f"there is no folder {raw}"
        raise UsageError(f"run: {what}; name the folder: faircopy run RAW, or raw = … in faircopy.toml")
    check_names(settings)


def _flags_for(settings: Settings) -> str:
    """The flags that other commands need to find the output of this run from the current folder."""
    from pathlib import Path

    from faircopy.corpus.settings.search import find_config
    from faircopy.corpus.settings.toml_file import read_config

    file, found = settings.config_file, find_config()
    flags = ""
    if file is not None and (found is None or file.resolve() != found.resolve()):
        flags = f" --config {shlex.quote(str(file.resolve() if '..' in file.parts else file))}"
    clean = str(read_config(file).get("clean", "clean")) if file is not None else "clean"
    if clean != settings.clean and Path(clean).resolve() != Path(settings.clean).resolve():
        flags += f" --clean {shlex.quote(settings.clean)}"
    return flags


def _job(no_prefect: bool) -> Callable[..., RunSummary]:
    if no_prefect:
        from faircopy.corpus.run import run as run_corpus

        return run_corpus
    from faircopy.flows.run import run_flow

    return run_flow


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, description="Cleaning", completed=done, total=total)

        yield advance


def _show(summary: RunSummary, where: str) -> None:
    from faircopy.cli.output.screen import standard_output
    from faircopy.viewer.outcome import outcome

    screen = standard_output()
    next_steps = [(command + where, does) for command, does in NEXT] if summary.version else []
    for part in outcome(summary, next_steps):
        screen.show(part)
