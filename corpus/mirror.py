"""The mirror: the newest clean texts and their change logs as plain files, for people, grep and git."""

from __future__ import annotations

from corpus.clean_folder import CleanFolder
from corpus.settings import Settings
from corpus.state import State


def sync_mirror(clean: CleanFolder, state: State, settings: Settings) -> None:
    """Bring the mirror up to the newest version."""
