"""A short hash of everything but its bytes that decides a document's clean text: code, models, settings, repeats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import orjson
from xxhash import xxh3_128, xxh3_128_digest

from faircopy.corpus.settings.model import Settings

DIGITS = 16
FILE = "fingerprints.json"  # in a run's staging folder
# A new release of these may read or repair a text differently.
LIBRARIES = ("beautifulsoup4", "charset-normalizer", "ftfy", "lxml")


@cache
def code_hash() -> str:
    """A hash of `cleaners` (rules, packs, models), the raw readers, and the versions of their libraries."""
    from faircopy import cleaners

    here = Path(__file__).parents[1]
    found = xxh3_128()
    for root in (Path(str(cleaners.__file__)).parent, here / "readers"):
        _add_folder(found, root)
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}".encode())
    return found.hexdigest()[:DIGITS]


def recipe_record(settings: Settings, source: str | None) -> dict[str, object]:
    """The options, packs and code that clean the documents of a source, as commits record them."""
    options = asdict(settings.options_for(source))
    packs = [f"{Path(name).name} {_folder_hash(name)}" if "/" in name else name for name in options["packs"]]
    return {"recipe": settings.recipe_for(source), **options, "packs": packs, "code": code_hash()}


def recipes_json(settings: Settings) -> bytes:
    """The recipe of every source with settings of its own, and under "" that of all others, as JSON."""
    return _as_json({source: recipe_record(settings, source) for source in ("", *settings.source)})


def _as_json(record: object) -> bytes:
    """JSON in a canonical form: keys and sets sorted."""
    return orjson.dumps(record, default=sorted, option=orjson.OPT_SORT_KEYS)


def _folder_hash(folder: str) -> str:
    found = xxh3_128()
    _add_folder(found, Path(folder))
    return found.hexdigest()[:DIGITS]


def _add_folder(found: xxh3_128, root: Path) -> None:
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
            found.update(path.read_bytes())


@dataclass(frozen=True)
class Fingerprints:
    """The fingerprint of each source with settings of its own, and under "" that of all others."""

    of_source: Mapping[str, str]
    limits: str = ""

    def base(self, source: str | None) -> str:
        """The fingerprint of a source's documents without their repeating lines."""
        return self.of_source.get(source or "", self.of_source[""])

    def is_current(self, fingerprint: str, source: str | None) -> bool:
        """Whether a row was cleaned under this fingerprint (ignoring repeats), or held under the same limits."""
        base = self.base(source)
        return base_of(fingerprint) == base or fingerprint == self.held(source)

    def held(self, source: str | None) -> str:
        """The fingerprint of a document that exceeded the limits: with other limits it is tried again."""
        return f"{self.base(source)}!{self.limits}"

    def of(self, source: str | None, repeated: Iterable[int]) -> str:
        """The fingerprint of a document that contains these repeating lines (keys in ascending order)."""
        return with_repeats(self.base(source), repeated)


def make_fingerprints(settings: Settings) -> Fingerprints:
    """The fingerprints for the current settings and rules."""
    records = {source: recipe_record(settings, source) for source in ("", *settings.source)}
    limits = xxh3_128(f"{settings.timeout_seconds} {settings.memory_mb}".encode()).hexdigest()[:8]
    hashes = {source: sha256(_as_json(record)).hexdigest()[:DIGITS] for source, record in records.items()}
    return Fingerprints(hashes, limits)


def write_fingerprints(staging: Path, fingerprints: Fingerprints) -> None:
    """Write the fingerprints for the workers: the files they are made from may change during the run."""
    (staging / FILE).write_bytes(orjson.dumps(fingerprints))


@lru_cache(maxsize=2)
def read_fingerprints(staging: str) -> Fingerprints:
    """The fingerprints of a run, read once per worker."""
    return Fingerprints(**orjson.loads(Path(staging, FILE).read_bytes()))


def base_of(fingerprint: str) -> str:
    """A fingerprint without the part that depends on repeating lines."""
    return fingerprint.partition(".")[0]


def with_repeats(base: str, repeated: Iterable[int]) -> str:
    """A fingerprint that also says which of the document's lines repeat in its source."""
    keys = b"".join(key.to_bytes(8, "big") for key in repeated)
    return f"{base}.{xxh3_128_digest(keys).hex()[:8]}" if keys else base
