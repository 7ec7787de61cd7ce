"""One rule of the stage `typos` per file."""
