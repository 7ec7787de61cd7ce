"""Documents on their way through a run, in files."""
