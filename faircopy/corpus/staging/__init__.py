"""Documents between being read and being published, in files of the run's own folder."""
