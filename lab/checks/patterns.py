"""Every regular expression of the product, checked for exponential backtracking: `python -m lab.checks.patterns`.

The patterns are those that the modules compile when imported and while they clean the sample articles. Exit code 1
where one is ambiguous (`lab.checks.ambiguity`).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import faircopy
from lab.checks.ambiguity import ambiguous_loop

ROOT = Path(__file__).parents[2]
OURS = tuple(str(ROOT / name) for name in ("faircopy", "cleaners", "flows"))


def patterns_of_the_product() -> dict[tuple[str, int], str]:
    """Pattern and flags -> the file and line that compiled it first."""
    found: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def noting(pattern: object, flags: int) -> object:
        if isinstance(pattern, str):
            frame = sys._getframe(2)
            file = frame.f_code.co_filename
            if str(Path(file).resolve()).startswith(OURS):
                place = f"{Path(file).resolve().relative_to(ROOT)}:{frame.f_lineno}"
                found.setdefault((pattern, int(flags)), place)
        return compiled(pattern, flags)

    re._compile = noting  # type: ignore[attr-defined]
    try:
        for module in pkgutil.walk_packages(faircopy.__path__, "faircopy."):
            if not module.name.endswith(("__main__", "supervised", "server_process")):
                importlib.import_module(module.name)
        _clean_the_samples()
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    return found


def _clean_the_samples() -> None:
    """Make the product compile what it compiles on the way."""
    from faircopy.cleaners.recipes import NEWS
    from faircopy.cleaners.resources import Resources
    from faircopy.cleaners.runner import clean_batch
    from faircopy.cleaners.stage import Document

    for file in sorted((ROOT / "raw").rglob("*.*")):
        text = file.read_text("utf-8", errors="replace")
        page = text if file.suffix == ".html" else None
        clean_batch([Document(file.name, "" if page else text, html=page)], NEWS, Resources())


def main() -> int:
    """Print each ambiguous pattern with its place; 1 where there is one."""
    patterns = patterns_of_the_product()
    ambiguous = {key: place for key, place in patterns.items() if ambiguous_loop(*key)}
    for (pattern, flags), place in ambiguous.items():
        print(f"{place}: reads {ambiguous_loop(pattern, flags)!r} in two ways: {pattern[:200]!r}")
    print(f"{len(patterns)} patterns, {len(ambiguous)} that may backtrack exponentially")
    return 1 if ambiguous else 0


if __name__ == "__main__":
    sys.exit(main())
