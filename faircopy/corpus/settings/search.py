"""Where `faircopy.toml` is. Apart from the settings themselves, whose model takes time to import."""

from __future__ import annotations

from pathlib import Path

NAME = "faircopy.toml"


def find_config(raw: str | Path | None = None) -> Path | None:
    """The nearest `faircopy.toml`: upward from `raw`, else upward from the current folder."""
    starts = [Path(raw)] if raw is not None and "://" not in str(raw) else []
    for start in [*starts, Path.cwd()]:
        here = start.absolute()
        for folder in (here, *here.parents):
            if (folder / NAME).is_file():
                return folder / NAME
    return None
