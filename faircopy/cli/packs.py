"""`faircopy packs`: list, test and try out packs of names."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from faircopy.cli.framework.command import Command, CommandGroup
from faircopy.cli.framework.failures import FAILED
from faircopy.cli.framework.parameters import AsJson
from faircopy.errors import UsageError

EXAMPLES = (
    "faircopy packs list",
    "faircopy packs list ukraine",
    "faircopy packs list world --json | jq .canonical",
    "faircopy packs check",
    "faircopy packs check our-names/",
    "faircopy packs try our-names/ raw/",
)

app = typer.Typer(cls=CommandGroup)

Name = Annotated[
    str | None, typer.Argument(metavar="PACK", help="A shipped pack's name, or a folder. Unset: all shipped.")
]


@app.callback(invoke_without_command=True)
def packs(context: typer.Context) -> None:
    """List the packs of names, test them, and try them out on texts."""
    if context.invoked_subcommand is None:
        context.get_help()


@app.command("list", cls=Command)
def list_packs(pack: Name = None, as_json: AsJson = False) -> None:
    """List the packs or, for one pack, its entities with their forms and variants."""
    from faircopy.cleaners.names.listing import list_pack
    from faircopy.cleaners.resources import load_pack, shipped_packs
    from faircopy.cli.output.screen import paged
    from faircopy.viewer.packs import entity_table, pack_table

    if as_json:
        from dataclasses import asdict

        from faircopy.cli.output.records import print_records

        names = [pack] if pack else shipped_packs()
        print_records({"pack": name, **asdict(entity)} for name in names for entity in list_pack(load_pack(name)))
        return
    with paged() as screen:
        if pack:
            screen.show(entity_table(list_pack(load_pack(pack))))
        else:
            screen.show(pack_table([load_pack(name) for name in shipped_packs()]))


@app.command("check", cls=Command)
def check(pack: Name = None) -> None:
    """Test a pack: clashing names, rules that undo each other, and the tests in the pack.

    A folder is tested on top of the default packs. The exit code is 1 if there is a problem.
    """
    from faircopy.cleaners.resources import shipped_packs

    passed = [_passes(name) for name in ([pack] if pack else shipped_packs())]
    if not all(passed):
        raise typer.Exit(FAILED)


def _passes(name: str) -> bool:
    """Print the problems of a pack, one per line. True if there is none."""
    from faircopy.cleaners.names.check import check_pack
    from faircopy.cleaners.names.pack import PackError
    from faircopy.cleaners.options import Options
    from faircopy.cleaners.resources import load_pack, pack_folder, shared_contexts, shipped_packs

    if not pack_folder(name).is_dir():
        raise UsageError(f"packs check {name}: no such folder; shipped packs: {', '.join(shipped_packs())}")
    usual = Options().packs
    before = usual[: usual.index(name)] if name in usual else usual
    try:
        pack = load_pack(name)
        problems = check_pack(pack, [load_pack(other) for other in before], shared_contexts())
    except PackError as error:
        problems = error.problems
    for problem in problems:
        print(f"{name}/{problem}")
    if not problems:
        size = f"{len(pack.entities):,} entities, {len(pack.variants):,} variants"
        print(f"{name}: {size}, {len(pack.tests)} tests passed, no problems")
    return not problems


@app.command("try", cls=Command)
def try_out(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="A shipped pack's name, or a folder.")],
    raw: Annotated[str, typer.Argument(metavar="RAW", help="Folder or URL of raw texts.")],
    style: Annotated[str, typer.Option(metavar="NAME", help="The house style of names.")] = "default",
    as_json: AsJson = False,
) -> None:
    """Show what a single pack would change in a folder of raw texts, the most frequent change first. Writes nothing."""
    from faircopy.cleaners.names.listing import try_pack
    from faircopy.cleaners.options import Options
    from faircopy.cleaners.resources import Resources
    from faircopy.cli.output.records import print_records
    from faircopy.cli.output.screen import paged
    from faircopy.viewer.packs import tried_table

    table = Resources(Options(style=style, packs=(pack,))).names
    tried = try_pack(_texts(raw), table)
    if as_json:
        from dataclasses import asdict

        print_records(asdict(one) for one in tried)
        return
    with paged() as screen:
        screen.show(tried_table(tried))


def _texts(raw: str) -> Iterator[str]:
    """The readable texts of a raw folder; for an HTML page, its visible text."""
    from faircopy.cleaners.markup import read_page
    from faircopy.corpus.readers.document import Problem
    from faircopy.corpus.readers.folder import open_raw
    from faircopy.corpus.readers.formats import read_documents, reader_of

    folder = open_raw(raw)
    for file in folder.list().files:
        for document in read_documents(folder, file) if reader_of(file.path) else ():
            if isinstance(document, Problem):
                print(f"faircopy: {document.where}: {document.why}; skipped", file=sys.stderr)
            elif not document.held_reason:
                yield read_page(document.text).text if document.is_html else document.text
