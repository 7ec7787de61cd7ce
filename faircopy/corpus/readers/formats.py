"""Select the reader of a file by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from faircopy.corpus.readers.document import Problem, RawDocument
from faircopy.corpus.readers.files import read_page, read_text
from faircopy.corpus.readers.folder import RawFile, RawFolder
from faircopy.corpus.readers.json_lines import read_json_lines
from faircopy.corpus.readers.parquet import read_parquet

Reader = Callable[[RawFolder, RawFile], Iterator[RawDocument | Problem]]

FORMATS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_json_lines,
    ".jsonl.gz": read_json_lines,
    ".jsonl.zst": read_json_lines,
    ".parquet": read_parquet,
}
CONTAINERS = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet")


def reader_of(path: str) -> Reader | None:
    """The reader for a file; None for a file of another format."""
    lower = path.lower()
    return next((reader for ending, reader in FORMATS.items() if lower.endswith(ending)), None)


def is_container(path: str) -> bool:
    """Whether a file contains many documents."""
    return path.lower().endswith(CONTAINERS)


def read_documents(folder: RawFolder, file: RawFile) -> Iterator[RawDocument | Problem]:
    """The documents of a file. An error that stops the reader becomes a last `Problem` that names the file."""
    reader = reader_of(file.path)
    assert reader is not None, file.path
    try:
        yield from reader(folder, file)
    except Exception as error:  # a decompressor may raise anything on a broken file; the other files are still read
        yield Problem(file.id, f"cannot be read ({_first_line(error)}); fix the file, its documents stay as they are")


def _first_line(error: Exception) -> str:
    strerror = getattr(error, "strerror", None)
    return strerror or (str(error).split("\n", 1)[0])[:200] or type(error).__name__
