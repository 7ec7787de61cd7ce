"""Packs, lexicon and models, read into frozen objects. In the cleaners only this module and `derived` open files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from faircopy.cleaners.options import Options

if TYPE_CHECKING:
    from faircopy.cleaners.boilerplate.blocks.model import BlockModel
    from faircopy.cleaners.boilerplate.lines.model import LineModel
    from faircopy.cleaners.boilerplate.markers.phrases import Phrases
    from faircopy.cleaners.names.name_index import NameIndex
    from faircopy.cleaners.names.pack import ContextWords, Pack
    from faircopy.cleaners.names.styling import StyleChoice
    from faircopy.cleaners.typos.lexicon.deletion_index import DeletionIndex
    from faircopy.cleaners.typos.speller import Speller

HERE = Path(__file__).parent
MODELS = HERE / "models"
DERIVED = MODELS / "derived"  # computed from the models: with a wheel, or on first use in a checkout
PACKS = HERE / "packs"
WORD_LISTS = HERE / "typos" / "lists"


@dataclass(frozen=True)
class Resources:
    """What the stages look things up in, read when first asked for.

    `repeats` maps a source to the lines that repeat across its documents, counted by the caller, as
    keys of `faircopy.cleaners.boilerplate.repeats.line_key`.
    """

    options: Options = field(default_factory=Options)
    repeats: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def speller(self) -> Speller:
        """The lexicon of the `typos` stage; read once, whoever asks."""
        return _speller()

    @property
    def line_model(self) -> LineModel:
        """The trained table of boilerplate lines; read once, whoever asks."""
        return _line_model()

    @property
    def block_model(self) -> BlockModel:
        """The trained table for the blocks of pages; read once, whoever asks."""
        return _block_model()

    @property
    def marker_phrases(self) -> Phrases:
        """The phrases that mark boilerplate lines, without the trained weights; read once, whoever asks."""
        return _marker_phrases()

    @cached_property
    def names(self) -> NameIndex:
        """The packs of the options, compiled for their style. Raises PackError or UnknownStyle."""
        from faircopy.cleaners.names.styling import StyleChoice

        chosen = self.options
        overrides = tuple(sorted(chosen.style_overrides.items()))
        return _names(tuple((pack, pack_stamp(pack)) for pack in chosen.packs), StyleChoice(chosen.style, overrides))


@cache
def _speller() -> Speller:
    import json

    import numpy as np

    from faircopy.cleaners.typos.lexicon.lexicon import HashIndex, make_lexicon
    from faircopy.cleaners.typos.nonword.confidence import read_confidence
    from faircopy.cleaners.typos.speller import Speller

    def listed(name: str) -> str:
        return (WORD_LISTS / f"{name}.txt").read_text("utf-8")

    def arrays(name: str, *columns: str) -> list[np.ndarray]:
        with np.load(MODELS / f"lexicon-{name}.npz") as table:
            return [table[column] for column in columns]

    lexicon = make_lexicon(
        _unpacked("words"), _unpacked("codes"), _unpacked("rare"),
        HashIndex(*arrays("others", "keys", "flags", "steps")), HashIndex(*arrays("pairs", "keys", "steps")),
        deletion_index(), listed("misspellings"), listed("proper-names"),
    )  # fmt: skip
    return Speller(lexicon, read_confidence(json.loads((MODELS / "typos-confidence.json").read_bytes())))


def deletion_index(folder: Path = DERIVED) -> DeletionIndex:
    """The deletion index of the lexicon, kept in a folder: it is built where it is missing or of another lexicon."""
    from hashlib import sha256

    import numpy as np

    from faircopy.cleaners.derived import kept
    from faircopy.cleaners.typos.lexicon.deletion_index import VERSION, DeletionIndex, build_deletion_index
    from faircopy.cleaners.typos.lexicon.lexicon import candidate_rows

    words, rows = _unpacked("words"), candidate_rows(np.frombuffer(_unpacked("codes"), "<u4"))

    def build() -> dict[str, np.ndarray]:
        index = build_deletion_index(words.decode().split("\n"), rows.tolist())
        return {"keys": index.keys, "rows": index.rows}

    key = sha256(b"\0".join((VERSION, words, rows.astype("<u4").tobytes()))).hexdigest()
    return DeletionIndex(**kept(folder / "lexicon-deletions.npz", key, build))


def _unpacked(name: str) -> bytes:
    import zstandard

    return zstandard.ZstdDecompressor().decompress((MODELS / f"lexicon-{name}.zst").read_bytes())


@cache
def _marker_phrases() -> Phrases:
    from faircopy.cleaners.boilerplate.markers.phrases import read_phrases

    return read_phrases(marker_phrase_rows())


@cache
def _line_model() -> LineModel:
    import json

    from faircopy.cleaners.boilerplate.lines.model import read_model

    return read_model(marker_phrase_rows(), json.loads((MODELS / "boilerplate-lines.json").read_bytes()))


@cache
def _block_model() -> BlockModel:
    import json

    from faircopy.cleaners.boilerplate.blocks.model import read_model

    return read_model(marker_phrase_rows(), json.loads((MODELS / "boilerplate-blocks.json").read_bytes()))


def marker_phrase_rows() -> list[tuple[str, str]]:
    """The marker phrases: (kind of phrase, phrase). Raises `ValueError` where `phrases.csv` is wrong."""
    from faircopy.cleaners.boilerplate.phrase_kinds import phrases_of

    return phrases_of(boilerplate_rows("phrases"))


def boilerplate_rows(name: str) -> list[dict[str, str]]:
    """The rows of `boilerplate/NAME.csv`, cells stripped. Raises `ValueError` where `read_rows` does."""
    return read_rows(f"{name}.csv", (HERE / "boilerplate" / f"{name}.csv").read_bytes())


def read_rows(name: str, content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, cells stripped.

    Raises `ValueError`, which names the file, where it is not in UTF-8, lacks commas, or a row has too many cells.
    """
    import csv
    import io

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{name}, row {row}: not in UTF-8; save the file as CSV in UTF-8") from error
    if "," not in text.partition("\n")[0]:
        raise ValueError(f"{name}: no comma in the first row; save the file with commas between the cells")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), restval=""))
    for number, cells in enumerate(rows, start=2):
        if None in cells:
            raise ValueError(f"{name}, row {number}: too many cells; put a cell with a comma in quotes")
    return [{column: cell.strip() for column, cell in cells.items()} for cells in rows]


@cache
def _names(packs: tuple[tuple[str, int], ...], choice: StyleChoice) -> NameIndex:
    from faircopy.cleaners.names.compiling import compile_index
    from faircopy.cleaners.names.validation import reject_invalid

    read = [load_pack(pack) for pack, _ in packs]
    reject_invalid(read, shared_contexts())
    return compile_index(read, choice, shared_contexts())


def pack_stamp(pack: str) -> int:
    """When a pack was last written (nanoseconds), so that an edited pack is read again; 0 where it is missing."""
    folder = pack_folder(pack)
    return max((file.stat().st_mtime_ns for file in folder.iterdir()), default=0) if folder.is_dir() else 0


def load_pack(pack: str) -> Pack:
    """A shipped pack by its name, or a folder by its path. Raises PackError with every fault in it."""
    from faircopy.cleaners.names.pack import PackError, Problem
    from faircopy.cleaners.names.pack_reader import read_pack

    folder = pack_folder(pack)
    if not folder.is_dir():
        shipped = ", ".join(shipped_packs())
        raise PackError(pack, [Problem(pack, 0, "", f"no such folder; shipped packs: {shipped}")])
    return read_pack(folder.name, {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()})


def pack_folder(pack: str) -> Path:
    """The folder of a pack: its path as given, or that of the shipped pack of this name."""
    return PACKS / pack if pack in shipped_packs() else Path(pack)


def shipped_packs() -> list[str]:
    """The names of the packs that come with the program."""
    return sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.toml").is_file())


@cache
def shared_contexts() -> tuple[ContextWords, ...]:
    """The contexts every pack listens to."""
    import tomllib

    from faircopy.cleaners.names.pack import PackError, Problem
    from faircopy.cleaners.names.pack_reader import read_contexts

    problems: list[Problem] = []
    contexts = read_contexts(problems, "contexts.toml", tomllib.loads((PACKS / "contexts.toml").read_text("utf-8")))
    if problems:
        raise PackError("contexts.toml", problems)
    return contexts
