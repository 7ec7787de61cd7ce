"""`faircopy clean`: clean one text, or one per line, to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from faircopy.cli.framework.failures import Failed
from faircopy.cli.framework.parameters import Config, Set
from faircopy.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from faircopy.cleaners.edits import FairCopy
    from faircopy.cleaners.runner import Held
    from faircopy.cleaners.stage import Document

EXAMPLES = (
    "faircopy clean article.txt",
    "faircopy clean article.txt --diff",
    "curl -s https://example.org/story | faircopy clean --html",
    "zcat feed.jsonl.gz | faircopy clean --jsonl --style ap > clean.jsonl",
    "faircopy clean article.txt --only names,typos --json | jq .edits",
)


def clean(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The text; - is standard input.")] = "-",
    diff: Annotated[bool, typer.Option("--diff", help="Show the words removed and added, and the rules.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Text, edits, suggestions and meta as JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON lines in, one answer per line out.")] = False,
    html: Annotated[bool, typer.Option("--html", help="The input is an HTML page (as in .html and .htm).")] = False,
    only: Annotated[str | None, typer.Option(metavar="STAGE,…", help="Run only these stages.")] = None,
    style: Annotated[str | None, typer.Option(metavar="NAME", help="The house style for names.")] = None,
    pack: Annotated[list[str] | None, typer.Option(metavar="FOLDER", help="A pack of names to add.")] = None,
    config: Config = None,
    keys: Set = None,
) -> None:
    """Clean one text, or one per line, to standard output.

    No other document is considered: only `run` knows which lines repeat across the documents of a site.
    """
    if sum((diff, as_json, jsonl)) > 1:
        raise UsageError("clean: --diff, --json and --jsonl exclude each other; give one of them")
    if jsonl and html:
        raise UsageError('clean: --html is for a single page; in JSON lines, give a page as "html" in place of "text"')
    from faircopy.cli.cleaning.cleaner import make_cleaner

    cleaner = make_cleaner(only, style, pack or [], config, keys or [])
    if jsonl:
        _clean_lines(file, cleaner)
    else:
        _clean_text(file, cleaner, html=html, diff=diff, as_json=as_json)


def _clean_lines(file: str, cleaner: Callable[[Sequence[Document]], Sequence[FairCopy | Held]]) -> None:
    from faircopy.cli.cleaning.json_lines import answer_lines

    if file == "-":
        answer_lines(sys.stdin.buffer, sys.stdout.buffer, cleaner)
    else:
        with _existing(file).open("rb") as source:
            answer_lines(source, sys.stdout.buffer, cleaner)


def _clean_text(
    file: str,
    cleaner: Callable[[Sequence[Document]], Sequence[FairCopy | Held]],
    *,
    html: bool,
    diff: bool,
    as_json: bool,
) -> None:
    from faircopy.cleaners.runner import Held

    [copy] = cleaner([_document(file, html)])
    if as_json:
        import orjson

        sys.stdout.buffer.write(orjson.dumps(copy.as_record(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return
    if isinstance(copy, Held):
        print(f"faircopy: {copy.id} is held back and its text left unchanged: {copy.reason}", file=sys.stderr)
        sys.stdout.buffer.write(b"" if diff else copy.raw.encode())
    elif diff:
        _show_marks(copy)
    else:
        sys.stdout.buffer.write(copy.text.encode())


def _show_marks(copy: FairCopy) -> None:
    from faircopy.cli.output.screen import paged
    from faircopy.viewer.differences import of_copy
    from faircopy.viewer.marked_text import marked_lines

    with paged() as screen:
        screen.lines(marked_lines(copy.raw, copy.text, of_copy(copy), screen.marks))
    if not copy.hunks:
        print("faircopy: nothing to change", file=sys.stderr)


def _document(file: str, html: bool) -> Document:
    """The text of a file or of standard input, as a document."""
    from faircopy.cleaners.stage import Document

    name, raw = ("stdin", sys.stdin.buffer.read()) if file == "-" else (Path(file).name, _existing(file).read_bytes())
    if name.endswith((".jsonl", ".ndjson")):
        raise UsageError(f"clean {file}: a file of JSON lines has many texts; add --jsonl")
    is_page = html or name.endswith((".html", ".htm"))
    text = _decode(name, raw, is_page)
    return Document(name, "", html=text) if is_page else Document(name, text)


def _existing(file: str) -> Path:
    path = Path(file)
    if path.is_dir():
        raise UsageError(f"clean {file}: a folder; `faircopy run {file} CLEAN` cleans all its texts")
    if not path.exists():
        raise UsageError(f"clean {file}: no such file; `faircopy clean -` reads standard input")
    return path


def _decode(name: str, raw: bytes, is_page: bool) -> str:
    """Decode bytes as a run does."""
    from faircopy.corpus.readers.decode import Undecodable, decode

    try:
        return decode(raw, page=is_page)[0]
    except Undecodable as error:
        raise Failed(f"clean {name}: {error}") from None
