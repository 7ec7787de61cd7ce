"""The settings of a run and `faircopy.toml`."""
