"""Everything about many texts: settings, raw readers, the versioned table, the mirror, decisions."""

from corpus.run import run as run
