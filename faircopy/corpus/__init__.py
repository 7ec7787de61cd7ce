"""Everything about many texts: settings, raw readers, the run, the versioned table, the mirror."""
