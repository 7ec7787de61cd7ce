"""Everything about many texts: settings, raw readers, the versioned table, the mirror, decisions."""

from faircopy.corpus.run import run as run
